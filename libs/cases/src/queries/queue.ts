import { plainDateOf, workingDaysBetween, type PlainDate, type WorkingCalendar } from '../../../law/src/index.js';
import { CLOCK_EVENTS, type RunningClockId } from '../../../procedures/src/index.js';
import type { Sql } from '../../../platform/src/index.js';
import type { Actor } from '../commands/command.js';
import { visibleTo } from './list.js';
import { fewNamed, isNamed } from './named.js';
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

interface Row {
  id: string;
  number: string | null;
  institution_name: string;
  state: string;
  owner_role: string;
  clock: RunningClockId | null;
  wake_at: string;
  provisional: boolean | null;
  promised_on: PlainDate | null;
}

interface QueueQuery {
  scope: 'mine' | 'all';
  q?: string;
  cursor?: string;
  limit: number;
}

/** Where a page ends: the wake time of its last case, and its id. */
interface Key {
  at: string;
  id: string;
}
interface Page extends Pick<QueueQuery, 'scope' | 'q'> {
  /** Those with the name that is searched for, where they are few. */
  few: readonly string[] | null;
  after: Key;
  wanted: number;
}

/** Where cases stand that nothing calls for: behind all others. */
const NEVER = '9999-01-01 00:00:00+00';
const BEFORE_ALL: Key = { at: '-infinity', id: '00000000-0000-0000-0000-000000000000' };

/**
 * Today's queue by legal risk: what runs out first stands first, not what came first. Keyset over (wake time, id).
 * @param scope `mine`: what waits for one of my roles; `all`: every open case that I may see
 */
export async function deskQueue(
  sql: Sql,
  actor: Actor,
  query: QueueQuery,
  time: { now: Date; calendar: WorkingCalendar },
): Promise<{ items: QueueItem[]; next: string | null }> {
  const after = query.cursor ? readKey(query.cursor) : BEFORE_ALL;
  const wanted = query.limit + 1;
  const few = query.q ? await fewNamed(sql, query.q) : null;
  const called = await calledFor(sql, actor, { ...query, few, after, wanted });
  const left = { ...query, few, after: after.at === NEVER ? after : BEFORE_ALL, wanted: wanted - called.length };
  // whose last alarm went between the two questions is in both answers
  const known = new Set(called.map(({ id }) => id));
  const rest = left.wanted > 0 ? (await uncalled(sql, actor, left)).filter(({ id }) => !known.has(id)) : [];
  const rows = [...called, ...rest];
  const last = rows[query.limit - 1];
  return {
    items: rows.slice(0, query.limit).map((row) => itemOf(row, time)),
    next: rows.length > query.limit && last ? writeKey(last.wake_at, last.id) : null,
  };
}

const COLUMNS = 'c.id, c.number, c.institution_name, c.state, c.owner_role, p.promised_on::text as promised_on';
const OPEN_PRE_REVIEW = 'p.case_id = c.id and p.sheet_id is null and p.overtaken_at is null';
const NO_ALARM = 'not exists (select 1 from timer t where t.case_id = c.id)';
/** The moment at which the promise of a pre-review had passed. */
const PROMISE_PASSED = `(p.promised_on + 1)::timestamp at time zone 'Asia/Shanghai'`;

/** Cases by their first alarm, read along its index; among them pre-reviews whose alarm has rung and whose answer is still owed. */
function calledFor(sql: Sql, actor: Actor, { scope, q, few, after, wanted }: Page): Promise<Row[]> {
  const parameters: unknown[] = [actor.accountId];
  const add = (value: unknown): string => `$${parameters.push(value)}`;
  const where = ['c.closed_at is null', visibleTo(actor)];
  if (scope === 'mine') where.push(isOnDeskOf(actor, add));
  if (q) where.push(isNamed(q, few, add));
  const at = add(after.at);
  const id = add(after.id);
  const most = add(wanted);
  return sql.query<Row>(
    `select id, number, institution_name, state, owner_role, promised_on, clock, provisional, wake_at::text as wake_at from (
       (select ${COLUMNS}, t.clock, t.provisional, t.wake_at
        from timer t join licensing_case c on c.id = t.case_id left join pre_review p on ${OPEN_PRE_REVIEW}
        where ${where.join(' and ')} and (t.wake_at, t.case_id) > (${at}::timestamptz, ${id}::uuid)
          and t.clock = (select clock from timer e where e.case_id = t.case_id order by wake_at, clock limit 1)
        order by t.wake_at, t.case_id limit ${most})
       union all
       (select ${COLUMNS}, null, null, ${PROMISE_PASSED} as wake_at
        from pre_review p join licensing_case c on ${OPEN_PRE_REVIEW}
        where ${where.join(' and ')} and (${PROMISE_PASSED}, c.id) > (${at}::timestamptz, ${id}::uuid) and ${NO_ALARM})
     ) as called order by called.wake_at, id limit ${most}`,
    parameters,
    'anew',
  );
}

/** Open cases that no alarm is set for. */
function uncalled(sql: Sql, actor: Actor, { scope, q, few, after, wanted }: Page): Promise<Row[]> {
  const parameters: unknown[] = [actor.accountId];
  const add = (value: unknown): string => `$${parameters.push(value)}`;
  const where = ['c.closed_at is null', visibleTo(actor)];
  if (scope === 'mine') where.push(isOnDeskOf(actor, add));
  if (q) where.push(isNamed(q, few, add));
  return sql.query<Row>(
    `select ${COLUMNS}, null as clock, null as provisional, '${NEVER}' as wake_at
     from licensing_case c left join pre_review p on ${OPEN_PRE_REVIEW}
     where ${where.join(' and ')} and ${NO_ALARM} and p.id is null and c.id > ${add(after.id)}::uuid
     order by c.id limit ${add(wanted)}`,
    parameters,
    'anew',
  );
}

/** A case `c`, with its open pre-review `p`, waits for a role of the actor. */
const isOnDeskOf = ({ roles }: Actor, add: (value: unknown) => string): string =>
  `(c.owner_role = any(${add(roles)})${roles.includes('windowClerk') ? ` or p.id is not null or ${LINES_WITH_CLERK}` : ''})`;

function itemOf(row: Row, time: { now: Date; calendar: WorkingCalendar }): QueueItem {
  const today = plainDateOf(time.now);
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
}

const writeKey = (at: string, id: string): string => Buffer.from(`${at}|${id}`).toString('base64url');

function readKey(cursor: string): Key {
  const [at = '', id = ''] = Buffer.from(cursor, 'base64url').toString('utf8').split('|');
  if (Number.isNaN(Date.parse(at)) || !/^[0-9a-f-]{36}$/.test(id)) throw new Refusal('CURSOR_INVALID');
  return { at, id };
}
