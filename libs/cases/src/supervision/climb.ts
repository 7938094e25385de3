import {
  acknowledgeBy,
  climbs,
  endOfDay,
  plainDateOf,
  roleOnRung,
  RUNGS,
  type PlainDate,
  type Role,
} from '../../../law/src/index.js';
import { inTransaction, Refusal, type Sql } from '../../../platform/src/index.js';
import type { Actor } from '../commands/command.js';
import type { Workshop } from '../workshop.js';
import { refuseRecused } from '../recusal/refuse-recused.js';
import { enterRung, rungOf, setTicketTimer } from './tickets.js';

/** A ticket under its lock: where it stands, and whether somebody has acknowledged it. */
interface LockedTicket {
  id: string;
  caseId: string | null;
  matter: string;
  legalDate: PlainDate;
  rungs: { rung: number; role: Role; since: PlainDate }[];
  acknowledged: { account_id: string; note: string } | null;
}

/**
 * A ticket rises by itself (for timers, and before anybody acts on it): a rung a working day, each with its legal date,
 * also after an outage. Whoever acknowledged in time has stopped it.
 * @returns how many rungs were entered
 */
export async function wakeTicket(workshop: Workshop, ticketId: string): Promise<number> {
  return inTransaction(workshop.source, async (sql) => {
    const ticket = await lockTicket(sql, ticketId);
    const top = ticket?.rungs.at(-1);
    if (!ticket || !top) return 0;
    const now = workshop.clock.now();
    const calendar = await workshop.calendars.inForce(sql);
    const { readings } = workshop.shelf;
    if (ticket.acknowledged || top.rung === RUNGS.length) {
      await setTicketTimer(sql, ticketId, null);
      return 0;
    }
    const officer = ticket.rungs[0]?.role ?? top.role;
    const standing = { rung: rungOf(top.rung), since: top.since };
    const rises = climbs(standing, plainDateOf(now), calendar, readings);
    for (const { rung, since } of rises)
      await enterRung(sql, ticket, { rung, role: roleOnRung(rung, officer), since }, { now, calendar, readings });
    // other days off may have moved the alarm of a rung that has not run out yet
    if (rises.length === 0) await setTicketTimer(sql, ticketId, endOfDay(acknowledgeBy(top.since, calendar, readings)));
    return rises.length;
  });
}

/**
 * 签收: by somebody of the role on whose rung the ticket stands, and nobody else. First it rises as far as it is due, so
 * that nobody acknowledges on a rung whose day is over. The same words by the same person again change nothing.
 * @throws Refusal TICKET_NOT_FOUND, CASE_NOT_FOUND for who must stay away, TICKET_ACKNOWLEDGED, TICKET_NOT_YOURS, FIELDS_INVALID for words that are only blanks
 */
export async function acknowledgeTicket(
  workshop: Workshop,
  { ticketId, actor }: { ticketId: string; actor: Actor },
  words: string,
): Promise<void> {
  const note = spoken('note', words);
  await wakeTicket(workshop, ticketId);
  await inTransaction(workshop.source, async (sql) => {
    const ticket = await lockTicket(sql, ticketId);
    const top = ticket?.rungs.at(-1);
    if (!ticket || !top) throw new Refusal('TICKET_NOT_FOUND');
    if (ticket.caseId) await refuseRecused(sql, ticket.caseId, actor);
    const { acknowledged } = ticket;
    if (acknowledged?.account_id === actor.accountId && acknowledged?.note === note) return;
    if (acknowledged) throw new Refusal('TICKET_ACKNOWLEDGED');
    if (!actor.roles.includes(top.role)) throw new Refusal('TICKET_NOT_YOURS');
    const now = workshop.clock.now();
    await sql.query(
      `insert into ticket_acknowledgement (ticket_id, rung, account_id, note, legal_date, acknowledged_at)
       values ($1, $2, $3, $4, $5, $6)`,
      [ticketId, top.rung, actor.accountId, note, plainDateOf(now), now],
    );
    await setTicketTimer(sql, ticketId, null);
  });
}

const LEAST_WORDS = 4;

/** A text without the blanks around it; blanks alone are none. */
export function spoken(field: string, words: string): string {
  const text = words.trim();
  if (text.length < LEAST_WORDS) throw new Refusal('FIELDS_INVALID', { fields: [{ field, code: 'TEXT_LENGTH' }] });
  return text;
}

/** One at a time: the application may not update a ticket, so the lock is on its name. */
export async function lockTicket(sql: Sql, ticketId: string): Promise<LockedTicket | null> {
  await sql.query('select pg_advisory_xact_lock(hashtextextended($1, 6))', [ticketId]);
  const [ticket] = await sql.query<LockedTicket>(
    `select t.id, t.case_id as "caseId", t.matter, t.legal_date::text as "legalDate",
       coalesce((select jsonb_agg(jsonb_build_object('rung', rung, 'role', role, 'since', legal_date) order by rung)
         from ticket_rung where ticket_id = t.id), '[]') as rungs,
       (select jsonb_build_object('account_id', account_id, 'note', note) from ticket_acknowledgement where ticket_id = t.id)
         as acknowledged
     from supervision_ticket t where t.id = $1`,
    [ticketId],
  );
  return ticket ?? null;
}
