import { roleOnRung, RUNGS, type Role } from '../../../law/src/index.js';
import { notRecused } from '../../../people/src/index.js';
import type { Sql } from '../../../platform/src/index.js';
import { rungOf } from './tickets.js';

/** A missed promise is told to the head in charge at once, whatever rung it stands on (catalogue R-2). */
const TOLD_AT_ONCE: readonly string[] = ['promiseMissed', 'limitMissed'];

/** Everybody who is told of a ticket on a rung, each once: a job may run twice. */
export async function tellTicket(sql: Sql, { ticketId, rung }: { ticketId: string; rung: number }, now: Date) {
  const [ticket] = await sql.query<{ matter: string; role: Role }>(
    `select t.matter, r.role from supervision_ticket t join ticket_rung r on r.ticket_id = t.id and r.rung = $2 where t.id = $1`,
    [ticketId, rung],
  );
  if (!ticket) return;
  const roles: Role[] = [ticket.role];
  if (rungOf(rung) === RUNGS[0] && TOLD_AT_ONCE.includes(ticket.matter)) roles.push(roleOnRung('head', ticket.role));
  await sql.query(
    `insert into ticket_told (ticket_id, rung, account_id, told_at)
     select $1, $2, id, $4 from account where active and roles && $3::text[]
       and ${notRecused(`(select case_id from supervision_ticket where id = $1)`, 'account.id')} on conflict do nothing`,
    [ticketId, rung, roles, now],
  );
}
