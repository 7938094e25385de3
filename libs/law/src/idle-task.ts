import { workingDaysBetween, type WorkingCalendar } from './calendar.js';
import { compareDates, type PlainDate } from './plain-date.js';
import { STANDARD_READINGS, type Readings } from './readings.js';

/** What the log says of one act, as far as it tells whether a task moved. */
export interface Act {
  type: string;
  state: string;
  ownerRole: string;
  actorRole: string;
  legalDate: PlainDate;
  /** What exactly it was about, where one kind of act is due for several things, such as the lanes of a review. */
  about: string | null;
}

/**
 * The day on which a task moved last: the case came to another state or another desk, or something was done here for the
 * first time. Doing the same again moves nothing, and neither does a warning of the clock; else an empty act would be
 * enough to look busy.
 */
export function movedOn(acts: readonly Act[]): PlainDate | null {
  let moved: PlainDate | null = null;
  let before: Act | null = null;
  const done = new Set<string>();
  for (const act of acts) {
    const elsewhere = !before || before.state !== act.state || before.ownerRole !== act.ownerRole;
    if (elsewhere) done.clear();
    const what = `${act.type} ${act.about ?? ''}`;
    if (elsewhere || (act.actorRole !== 'system' && !done.has(what))) moved = act.legalDate;
    done.add(what);
    before = act;
  }
  return moved;
}

/** Working days without anything happening; a day counts when it is over, the day of the act itself does not. */
export function idleDays(moved: PlainDate, today: PlainDate, calendar: WorkingCalendar): number {
  return compareDates(today, moved) <= 0 ? 0 : workingDaysBetween(moved, today, calendar);
}

/** A task that has seen nothing happen for more working days than the county allows turns yellow (catalogue R-4(a)). */
export const isIdleTask = (days: number, readings: Pick<Readings, 'idleDays'> = STANDARD_READINGS): boolean =>
  days > readings.idleDays;
