import { slotEnd, type Place, type PlainDate, type TripCause } from '../../../law/src/index.js';
import type { Sql } from '../../../platform/src/index.js';

export interface Appointment {
  id: string;
  caseId: string;
  series: string;
  place: Place;
  day: PlainDate;
  from: string;
  to: string;
  cause: TripCause;
  sequence: number;
  bookedAt: Date;
  remindedAt: Date | null;
}

export const APPOINTMENT_COLUMNS = `a.id, a.case_id as "caseId", a.series, a.place, a.day::text as day, a.starts as "from", a.ends as "to",
  a.cause, a.sequence, a.booked_at as "bookedAt", r.reminded_at as "remindedAt"`;

/** The appointment of a case that has not ended; there is at most one. */
export async function runningAppointment(sql: Sql, caseId: string): Promise<Appointment | null> {
  const [row] = await sql.query<Appointment>(
    `select ${APPOINTMENT_COLUMNS} from appointment a left join appointment_reminder r on r.appointment_id = a.id
     where a.case_id = $1 and a.ended_at is null`,
    [caseId],
  );
  return row ?? null;
}

/** Over and nobody checked in. */
export const isPast = (appointment: Pick<Appointment, 'day' | 'to'>, now: Date): boolean => slotEnd(appointment) <= now;

/** Ends an appointment and its alarm. */
export async function endAppointment(
  sql: Sql,
  id: string,
  as: 'kept' | 'moved' | 'cancelled' | 'missed',
  now: Date,
): Promise<void> {
  await sql.query('delete from appointment_timer where appointment_id = $1', [id]);
  await sql.query('update appointment set ended_at = $2, ended_as = $3 where id = $1 and ended_at is null', [
    id,
    now,
    as,
  ]);
}
