import type { Sql } from '../../platform/src/index.js';
import { alarmsOf } from './alarms.js';
import { openFile } from './file-of-case.js';
import type { Workshop } from './workshop.js';

/** Whether what wakes the system up agrees with what the law says of the logs. */
export interface ClockReplay {
  /** Alarms that have gone off and that nobody has answered. */
  due: number;
  /** For how long the oldest of them could have been answered, in seconds of the machine. */
  lateSeconds: number;
  /** Cases whose clocks were reckoned again from their log, with the calendar in force. */
  reckoned: number;
  /** How many of them have an alarm missing or standing later than their clock ends. */
  disagreeing: number;
}

/** How many cases are reckoned again at each look: those whose alarms come next. */
const SAMPLE = 3;

/**
 * Reckons the next clocks again from their logs and compares them with the alarms that are stored, and looks for alarms
 * that have gone off in vain. An alarm is late since it was due, or since the development clock leapt over it.
 */
export async function replayClocks(workshop: Workshop, sql: Sql, machineNow: Date): Promise<ClockReplay> {
  const now = workshop.clock.now();
  const [late] = await sql.query<{ due: string; oldest: Date | null; moved: Date | null }>(
    `select count(*) as due, min(wake_at) as oldest, (select moved_at from development_clock) as moved
     from (select wake_at from timer where wake_at <= $1 order by wake_at limit 1000) t`,
    [now],
  );
  const sample = (await recalculating(sql)) ? [] : await nextCases(sql, now);
  let disagreeing = 0;
  for (const caseId of sample) if (!(await agrees(workshop, sql, caseId))) disagreeing += 1;
  return {
    due: Number(late?.due ?? 0),
    lateSeconds: late?.oldest ? lateness(late.oldest, now, workshop.demo ? late.moved : null, machineNow) : 0,
    reckoned: sample.length,
    disagreeing,
  };
}

/** While a new calendar is being spread over the cases, their alarms are allowed to be those of before. */
async function recalculating(sql: Sql): Promise<boolean> {
  const rows = await sql.query(`select 1 from outbox where done_at is null and topic = 'recomputeTimers' limit 1`);
  return rows.length > 0;
}

async function nextCases(sql: Sql, now: Date): Promise<string[]> {
  const rows = await sql.query<{ case_id: string }>(
    `select case_id from timer where wake_at > $1 and clock <> 'pre_review' order by wake_at limit $2`,
    [now, SAMPLE],
  );
  return [...new Set(rows.map(({ case_id }) => case_id))];
}

async function agrees(workshop: Workshop, sql: Sql, caseId: string): Promise<boolean> {
  const file = await openFile(sql, caseId, workshop).catch(() => null);
  if (!file) return false;
  const stored = await sql.query<{ clock: string; wake_at: Date }>(
    'select clock, wake_at from timer where case_id = $1',
    [caseId],
  );
  // one that goes off too early is set anew then: so those of clocks whose pause is over since their last step
  return alarmsOf(file.clocks).every(({ clock, wakeAt }) =>
    stored.some((one) => one.clock === clock && one.wake_at <= wakeAt),
  );
}

function lateness(oldest: Date, now: Date, moved: Date | null, machineNow: Date): number {
  const sinceDue = now.getTime() - oldest.getTime();
  const sinceLeap = moved ? machineNow.getTime() - moved.getTime() : Infinity;
  return Math.max(0, Math.round(Math.min(sinceDue, sinceLeap) / 1000));
}
