import { remindAt, slotStart, type PlainDate } from '../../../law/src/index.js';
import { inTransaction } from '../../../platform/src/index.js';
import type { Workshop } from '../workshop.js';

/**
 * Reminds of an appointment, once: for alarms. The notice stands on the pages of the case; the rule is asked again, for
 * the calendar may have moved the working day before.
 */
export async function remindAppointment(workshop: Workshop, appointmentId: string): Promise<void> {
  await inTransaction(workshop.source, async (sql) => {
    const [row] = await sql.query<{ day: PlainDate; from: string; running: boolean }>(
      `select day::text as day, starts as "from", ended_at is null as running from appointment where id = $1`,
      [appointmentId],
    );
    const now = workshop.clock.now();
    const due = row ? remindAt(row.day, await workshop.calendars.inForce(sql)) : now;
    if (row?.running && due > now) {
      await sql.query('update appointment_timer set wake_at = $2 where appointment_id = $1', [appointmentId, due]);
      return;
    }
    if (row?.running && slotStart(row) > now)
      await sql.query(
        'insert into appointment_reminder (appointment_id, reminded_at) values ($1, $2) on conflict do nothing',
        [appointmentId, now],
      );
    await sql.query('delete from appointment_timer where appointment_id = $1', [appointmentId]);
  });
}
