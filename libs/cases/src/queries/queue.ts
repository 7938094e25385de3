import { plainDateOf, workingDaysBetween, type PlainDate, type WorkingCalendar } from '../../../law/src/index.js';
import { CLOCK_EVENTS, type RunningClockId } from '../../../procedures/src/index.js';
import type { Sql } from '../../../platform/src/index.js';
import type { Actor } from '../commands/command.js';
import { isNamed, visibleTo } from './list.js';
import { Refusal } from '../../../platform/src/index.js';

/** A case waiting on a desk, with the clock that runs out first. */
export interface QueueItem {
  id: string;
  number: string | null;
  institutionName: string;
  state: string;
  owner: string;
  /** What waits: the case itself, or an open pre-review. */
  waiting: 'case' | 'preReview';
  clock: {
    id: string;
    dueOn: PlainDate;
    workingDaysLeft: number;
    status: 'running' | 'paused';
    provisional: boolean;
  } | null;
  /** The law acts by itself when this clock runs out: deemed acceptance, expiry, lapse. */
  silence: boolean;
}

/** Clocks that no special procedure stops (ALL 45 stops those of the decision). */
const RUNS_ON: readonly RunningClockId[] = ['appraisal', 'hearing_held', 'cure_period'];

/** Tolerated lines have been supplied and wait for the clerk, while the case itself lies with the reviewer. */
const LINES_WITH_CLERK = `c.snapshot #>> '{value,PENDING,ACCEPTED,tolerance,owing}' = 'withClerk'`;

/** Clocks whose end changes the case; the others only raise a ticket. */
const SILENT: readonly RunningClockId[] = [
  'correction_or_acceptance',
  'correction_period',
  'cure_period',
  'rectification_period',
  'appraisal',
  'hearing_request',
];

/**
 * Today's queue by legal risk: what runs out first stands first, not what came first. Keyset over (wake time, id).
 * @param scope `mine`: what waits for one of my roles; `all`: every open case that I may see
 */
export async function deskQueue(
  sql: Sql,
  actor: Actor,
  query: { scope: 'mine' | 'all'; q?: string; cursor?: string; limit: number },
  time: { now: Date; calendar: WorkingCalendar },
): Promise<{ items: QueueItem[]; next: string | null }> {
  const parameters: unknown[] = [actor.accountId];
  const add = (value: unknown): string => `$${parameters.push(value)}`;
  const where = ['c.closed_at is null', visibleTo(actor)];
  if (query.scope === 'mine')
    where.push(
      `(c.owner_role = any(${add(actor.roles)})${actor.roles.includes('windowClerk') ? ` or p.id is not null or ${LINES_WITH_CLERK}` : ''})`,
    );
  if (query.q) where.push(isNamed(query.q, add));
  if (query.cursor) {
    const { at, id } = readKey(query.cursor);
    where.push(`(k.wake_at, c.id) > (${add(at)}::timestamptz, ${add(id)}::uuid)`);
  }
  const rows = await sql.query<{
    id: string;
    number: string | null;
    institution_name: string;
    state: string;
    owner_role: string;
    clock: RunningClockId | null;
    wake_at: string;
    provisional: boolean | null;
    promised_on: PlainDate | null;
  }>(
    `select c.id, c.number, c.institution_name, c.state, c.owner_role, t.clock, t.provisional, k.wake_at::text as wake_at, p.promised_on::text as promised_on
     from licensing_case c
       left join lateral (select clock, wake_at, provisional from timer where case_id = c.id order by wake_at, clock limit 1) t on true
       left join pre_review p on p.case_id = c.id and p.sheet_id is null and p.overtaken_at is null
       cross join lateral (select coalesce(t.wake_at, (p.promised_on + 1)::timestamp at time zone 'Asia/Shanghai', timestamptz '9999-01-01') as wake_at) k
     where ${where.join(' and ')} order by k.wake_at, c.id limit ${add(query.limit + 1)}`,
    parameters,
  );
  const today = plainDateOf(time.now);
  const items = rows.slice(0, query.limit).map((row): QueueItem => {
    const due = row.promised_on ?? (row.clock ? plainDateOf(new Date(Date.parse(row.wake_at) - 1)) : null);
    const paused = row.state === 'SPECIAL_PROCEDURE' && !RUNS_ON.some((clock) => clock === row.clock);
    return {
      id: row.id,
      number: row.number,
      institutionName: row.institution_name,
      state: row.state,
      owner: row.owner_role,
      waiting: row.promised_on ? 'preReview' : 'case',
      clock: due && {
        id: row.promised_on ? 'pre_review' : String(row.clock),
        dueOn: due,
        workingDaysLeft:
          due >= today ? workingDaysBetween(today, due, time.calendar) : -workingDaysBetween(due, today, time.calendar),
        status: paused ? 'paused' : 'running',
        // a pre-review's day was promised to the applicant as it stands
        provisional: row.promised_on === null && row.provisional === true,
      },
      silence: row.clock !== null && SILENT.includes(row.clock) && row.clock in CLOCK_EVENTS,
    };
  });
  const last = rows[query.limit - 1];
  return {
    items,
    next: rows.length > query.limit && last ? Buffer.from(`${last.wake_at}|${last.id}`).toString('base64url') : null,
  };
}

function readKey(cursor: string): { at: string; id: string } {
  const [at = '', id = ''] = Buffer.from(cursor, 'base64url').toString('utf8').split('|');
  if (Number.isNaN(Date.parse(at)) || !/^[0-9a-f-]{36}$/.test(id)) throw new Refusal('CURSOR_INVALID');
  return { at, id };
}
