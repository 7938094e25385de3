import {
  acknowledgeBy,
  answerableFor,
  endOfDay,
  RUNGS,
  type PlainDate,
  type Readings,
  type Role,
  type Rung,
  type WorkingCalendar,
} from '../../../law/src/index.js';
import type { ActingRole } from '../../../procedures/src/index.js';
import type { IdSource, Sql } from '../../../platform/src/index.js';

/** A ticket that is being opened: what was missed, on which legal date, and who had the case or has to look into it. */
export interface NewTicket {
  caseId: string;
  matter: string;
  legalDate: PlainDate;
  owner: ActingRole;
}

interface Moment {
  now: Date;
  calendar: WorkingCalendar;
  /** The bureau's own pace is that of today, whatever a case was opened under. */
  readings: Pick<Readings, 'acknowledgeDays'>;
}

/** Opens a ticket (督办) on the first rung of the ladder, on the day whose end brought it about. */
export async function openTicket(
  sql: Sql,
  ids: IdSource,
  { caseId, matter, legalDate, owner }: NewTicket,
  moment: Moment,
): Promise<void> {
  const id = ids.uuid();
  const [fresh] = await sql.query(
    `insert into supervision_ticket (id, case_id, matter, legal_date, opened_at) values ($1, $2, $3, $4, $5)
     on conflict (case_id, legal_date) where matter = 'preReviewLate' do nothing returning id`,
    [id, caseId, matter, legalDate, moment.now],
  );
  if (!fresh) return; // of a late pre-review there is one ticket, whoever sees it first
  await enterRung(sql, { id, caseId }, { rung: 'officer', role: answerableFor(owner), since: legalDate }, moment);
}

/** Tickets about an entry of the register that do not stand on the ladder yet: they begin with the registrar. */
export async function placeRegisterTickets(sql: Sql, institutionId: string, moment: Moment): Promise<void> {
  const tickets = await sql.query<{ id: string; legal_date: PlainDate }>(
    `select id, legal_date::text as legal_date from supervision_ticket t where institution_id = $1
       and not exists (select 1 from ticket_rung where ticket_id = t.id)`,
    [institutionId],
  );
  for (const { id, legal_date: since } of tickets)
    await enterRung(sql, { id, caseId: null }, { rung: 'officer', role: answerableFor('system'), since }, moment);
}

/** Writes a rung, sets the alarm at the end of the day on which it has to be acknowledged, and has people told. */
export async function enterRung(
  sql: Sql,
  ticket: { id: string; caseId: string | null },
  { rung, role, since }: { rung: Rung; role: Role; since: PlainDate },
  { now, calendar, readings }: Moment,
): Promise<void> {
  const n = RUNGS.indexOf(rung) + 1;
  await sql.query(
    'insert into ticket_rung (ticket_id, rung, below, role, legal_date, entered_at) values ($1, $2, $3, $4, $5, $6)',
    [ticket.id, n, n === 1 ? null : n - 1, role, since, now],
  );
  await sql.query(`insert into outbox (case_id, topic, payload) values ($1, 'tellTicket', $2)`, [
    ticket.caseId,
    JSON.stringify({ ticketId: ticket.id, rung: n }),
  ]);
  await setTicketTimer(sql, ticket.id, n === RUNGS.length ? null : endOfDay(acknowledgeBy(since, calendar, readings)));
}

/** One alarm a ticket; null takes it off. */
export async function setTicketTimer(sql: Sql, ticketId: string, wakeAt: Date | null): Promise<void> {
  if (wakeAt === null) {
    await sql.query('delete from ticket_timer where ticket_id = $1', [ticketId]);
    return;
  }
  await sql.query(
    `insert into ticket_timer (ticket_id, wake_at) values ($1, $2)
     on conflict (ticket_id) do update set wake_at = excluded.wake_at`,
    [ticketId, wakeAt],
  );
}

export const rungOf = (n: number): Rung => RUNGS[n - 1] ?? 'officer';
