import { plainDateOf, type MaterialLine, type PlainDate } from '../../../law/src/index.js';
import { inTransaction, Refusal, type Sql } from '../../../platform/src/index.js';
import { notRecused } from '../../../people/src/index.js';
import type { Actor } from '../commands/command.js';
import { openFile, type CaseFile } from '../file-of-case.js';
import type { Workshop } from '../workshop.js';
import { refuseRecused } from '../recusal/refuse-recused.js';
import { enterTrip } from '../trips/ledger.js';
import { APPOINTMENT_COLUMNS, endAppointment, isPast, runningAppointment, type Appointment } from './running.js';
import { offeredSlots } from './slots.js';

/** A line whose original may be brought along. */
export interface ToBring {
  lineId: string;
  nameZh: string;
  nameEn: string;
}

export interface AppointmentView extends Omit<Appointment, 'caseId' | 'series' | 'sequence' | 'bookedAt'> {
  bring: ToBring[];
  /** False once a new calendar or new hours have taken the slot away. */
  offered: boolean;
}

/** 随带材料: the lines of this very case whose original is looked at; a pick-up needs nothing. */
export const linesToBring = ({ lines }: Pick<CaseFile, 'lines'>): MaterialLine[] =>
  lines.filter(({ original, source }) => original === true && source === 'upload');

/** The appointment of a case that is still to come, and what to bring; null for none. */
export async function appointmentOf(workshop: Workshop, sql: Sql, caseId: string): Promise<AppointmentView | null> {
  const running = await runningAppointment(sql, caseId);
  if (!running || isPast(running, workshop.clock.now())) return null;
  const file = await openFile(sql, caseId, workshop);
  const { id, place, day, from, to, cause, remindedAt } = running;
  const offered = await offeredSlots(workshop, sql, place);
  return {
    id,
    place,
    day,
    from,
    to,
    cause,
    remindedAt,
    offered: day === file.today || offered.some((slot) => slot.day === day && slot.from === from),
    bring: cause === 'collectLicence' ? [] : linesToBring(file).map(toBring),
  };
}

export const toBring = ({ id, nameZh, nameEn }: MaterialLine): ToBring => ({ lineId: id, nameZh, nameEn });

export interface AgendaItem extends Pick<Appointment, 'id' | 'caseId' | 'place' | 'from' | 'to' | 'cause'> {
  number: string | null;
  institutionName: string;
  endedAs: 'kept' | 'missed' | null;
}

/** Who comes on a day, and to whom somebody goes; what was moved or cancelled is gone. */
export async function agendaOf(sql: Sql, { accountId }: Actor, day: PlainDate): Promise<AgendaItem[]> {
  return sql.query<AgendaItem>(
    `select a.id, a.case_id as "caseId", a.place, a.starts as "from", a.ends as "to", a.cause, c.number,
       c.institution_name as "institutionName", a.ended_as as "endedAs"
     from appointment a join licensing_case c on c.id = a.case_id
     where a.day = $1 and (a.ended_as is null or a.ended_as in ('kept', 'missed')) and ${notRecused('a.case_id', '$2')}
     order by a.starts, a.place, a.seat`,
    [day, accountId],
  );
}

/**
 * Somebody came as booked. At the counter that is a contact of its own for the ledger, but for a pick-up, which the step
 * of the case counts; a visit at the applicant's place is none.
 */
export async function keepAppointment(workshop: Workshop, actor: Actor, appointmentId: string): Promise<void> {
  await inTransaction(workshop.source, async (sql) => {
    const [row] = await sql.query<Appointment>(
      `select ${APPOINTMENT_COLUMNS} from appointment a left join appointment_reminder r on r.appointment_id = a.id
       where a.id = $1 and a.ended_at is null for update of a`,
      [appointmentId],
    );
    if (!row) throw new Refusal('APPOINTMENT_NONE');
    await refuseRecused(sql, row.caseId, actor);
    const now = workshop.clock.now();
    if (row.day !== plainDateOf(now)) throw new Refusal('APPOINTMENT_NOT_TODAY');
    await endAppointment(sql, row.id, 'kept', now);
    if (row.place === 'home' || row.cause === 'collectLicence') return;
    await enterTrip(sql, {
      id: workshop.ids.uuid(),
      caseId: row.caseId,
      cause: row.cause,
      contact: 'appointment',
      recordedBy: actor.accountId,
      appointmentId: row.id,
      at: now,
    });
  });
}
