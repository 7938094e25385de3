import { addDays, endOfDay, plainDate, type PlainDate } from '../../law/src/index.js';
import type { Transaction } from '../../platform/src/index.js';
import type { CaseClock } from './clocks.js';

/** The alarms of a case, one a running clock: its name, when it wakes, and whether that may still move. */
export interface Alarms {
  clocks: string[];
  wakeAt: Date[];
  provisional: boolean[];
}

export function alarmsFor(clocks: readonly CaseClock[]): Alarms {
  const running = clocks.filter(({ status }) => status === 'running' || status === 'paused');
  return {
    clocks: running.map(({ id }) => id),
    wakeAt: running.map(({ deadline, status }) => wakeAt(deadline.dueOn, status)),
    provisional: running.map(({ deadline }) => deadline.provisional),
  };
}

/**
 * Parts of a `with`: set the alarm of every running clock of a case; a clock that no longer runs loses its alarm. That of a
 * pre-review is its own.
 */
export const ALARMS_SET = (caseId: string, clocks: string, wakes: string, provisional: string): string => `
  wanted as (select * from unnest(${clocks}::text[], ${wakes}::timestamptz[], ${provisional}::boolean[]) as w (clock, wake_at, provisional)),
  gone as (delete from timer where case_id = ${caseId} and clock <> 'pre_review' and clock not in (select clock from wanted)),
  alarms as (
    insert into timer (case_id, clock, wake_at, provisional) select ${caseId}, clock, wake_at, provisional from wanted
    on conflict (case_id, clock) do update set wake_at = excluded.wake_at, provisional = excluded.provisional)`;

/** Sets the alarms of a case that has not moved. */
export function setTimers(sql: Transaction, caseId: string, clocks: readonly CaseClock[]): void {
  const { clocks: names, wakeAt: wakes, provisional } = alarmsFor(clocks);
  sql.send(`with ${ALARMS_SET('$1::uuid', '$2', '$3', '$4')} select 1`, [caseId, names, wakes, provisional]);
}

/** When a running clock must wake its case, whatever is stored. */
export const alarmsOf = (clocks: readonly CaseClock[]): { clock: string; wakeAt: Date }[] =>
  clocks
    .filter(({ status }) => status === 'running')
    .map(({ id, deadline, status }) => ({ clock: id, wakeAt: wakeAt(deadline.dueOn, status) }));

/** A paused clock is looked at again a day later at the earliest: its end moves with every day of the pause. */
const wakeAt = (dueOn: PlainDate, status: CaseClock['status']): Date =>
  endOfDay(status === 'paused' ? addDays(plainDate(dueOn), 1) : dueOn);
