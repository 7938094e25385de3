import {
  acknowledgeBy,
  compareDates,
  EXPLAINERS,
  plainDateOf,
  RUNGS,
  type PlainDate,
  type Readings,
  type Role,
  type Rung,
  type WorkingCalendar,
} from '../../../law/src/index.js';
import { notRecused } from '../../../people/src/index.js';
import type { Sql } from '../../../platform/src/index.js';
import type { Actor } from '../commands/command.js';
import { readCursor } from '../queries/list.js';
import { rungOf } from './tickets.js';

/** A ticket as the board shows it: what was missed, where it stands, until when, and what the reader may do. */
export interface TicketItem {
  id: string;
  matter: string;
  legalDate: PlainDate;
  caseId: string | null;
  institutionId: string | null;
  number: string | null;
  institutionName: string;
  rungs: { rung: Rung; role: Role; since: PlainDate; told: number }[];
  /** The day until which it may be acknowledged where it stands; null once it is. */
  acknowledgeBy: PlainDate | null;
  /** On the last rung, and its day is over as well. */
  overdue: boolean;
  acknowledged: { rung: Rung; by: string; note: string; on: PlainDate } | null;
  /** The public reason of a missed promise; null for any other matter. */
  explanation: { reason: string | null; on: PlainDate | null } | null;
  mayAcknowledge: boolean;
  mayExplain: boolean;
}

export interface TicketQuery {
  scope: 'mine' | 'all';
  state: 'open' | 'acknowledged';
  cursor?: string;
  limit: number;
}

interface TicketRow {
  id: string;
  at: string;
  matter: string;
  legalDate: PlainDate;
  caseId: string | null;
  institutionId: string | null;
  number: string | null;
  institutionName: string;
  rungs: { rung: number; role: Role; since: PlainDate; told: number }[];
  acknowledged: { rung: number; by: string; note: string; on: PlainDate } | null;
  explanation: { reason: string; on: PlainDate } | null;
}

interface Time {
  now: Date;
  calendar: WorkingCalendar;
  readings: Pick<Readings, 'acknowledgeDays'>;
}

/** Tickets, oldest first: `mine` are those that stand on a rung of mine, or that I acknowledged. */
export async function listTickets(
  sql: Sql,
  actor: Actor,
  query: TicketQuery,
  time: Time,
): Promise<{ items: TicketItem[]; next: string | null }> {
  const parameters: unknown[] = [];
  const add = (value: unknown): string => `$${parameters.push(value)}`;
  const where = [
    query.state === 'open' ? 'a.ticket_id is null' : 'a.ticket_id is not null',
    `(t.case_id is null or ${notRecused('t.case_id', add(actor.accountId))})`,
  ];
  if (query.scope === 'mine')
    where.push(
      query.state === 'open' ? `top.role = any(${add(actor.roles)})` : `a.account_id = ${add(actor.accountId)}`,
    );
  if (query.cursor) {
    const { at, id } = readCursor(query.cursor);
    where.push(`(t.opened_at, t.id) > (${add(at)}::timestamptz, ${add(id)}::uuid)`);
  }
  const rows = await sql.query<TicketRow>(
    `select t.id, t.opened_at::text as at, t.matter, t.legal_date::text as "legalDate", t.case_id as "caseId",
       t.institution_id as "institutionId", c.number, coalesce(c.institution_name, i.name) as "institutionName", r.rungs,
       case when a.ticket_id is not null then jsonb_build_object('rung', a.rung, 'by', p.display_name, 'note', a.note,
         'on', a.legal_date) end as acknowledged,
       case when e.ticket_id is not null then jsonb_build_object('reason', e.reason, 'on', e.legal_date) end as explanation
     from supervision_ticket t
       left join licensing_case c on c.id = t.case_id left join institution i on i.id = t.institution_id
       join lateral (select role from ticket_rung where ticket_id = t.id order by rung desc limit 1) top on true
       left join ticket_acknowledgement a on a.ticket_id = t.id left join account p on p.id = a.account_id
       left join promise_explanation e on e.ticket_id = t.id
       cross join lateral (select jsonb_agg(jsonb_build_object('rung', g.rung, 'role', g.role, 'since', g.legal_date,
         'told', (select count(*) from ticket_told d where d.ticket_id = g.ticket_id and d.rung = g.rung)) order by g.rung) as rungs
         from ticket_rung g where g.ticket_id = t.id) r
     where ${where.join(' and ')} order by t.opened_at, t.id limit ${add(query.limit + 1)}`,
    parameters,
  );
  const last = rows[query.limit - 1];
  return {
    items: rows.slice(0, query.limit).map((row) => shown(row, actor, time)),
    next: rows.length > query.limit && last ? Buffer.from(`${last.at}|${last.id}`).toString('base64url') : null,
  };
}

function shown(
  { at: _, rungs, acknowledged, explanation, ...row }: TicketRow,
  { roles }: Actor,
  { now, calendar, readings }: Time,
): TicketItem {
  const top = rungs.at(-1);
  const by = top && !acknowledged ? acknowledgeBy(top.since, calendar, readings) : null;
  const over = by !== null && compareDates(plainDateOf(now), by) > 0;
  const missed = row.matter === 'promiseMissed';
  return {
    ...row,
    rungs: rungs.map((one) => ({ ...one, rung: rungOf(one.rung) })),
    acknowledgeBy: by,
    overdue: over && top?.rung === RUNGS.length,
    acknowledged: acknowledged && { ...acknowledged, rung: rungOf(acknowledged.rung) },
    explanation: missed ? (explanation ?? { reason: null, on: null }) : null,
    mayAcknowledge: by !== null && top !== undefined && roles.includes(top.role),
    mayExplain: missed && !explanation && EXPLAINERS.some((role) => roles.includes(role)),
  };
}
