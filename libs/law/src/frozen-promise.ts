import type { WorkingCalendar } from './calendar.js';
import type { Limit } from './clock-rules.js';
import { deadline } from './clocks.js';
import { compareDates, type PlainDate } from './plain-date.js';

/**
 * A promise as it stands against the day that was told at acceptance (catalogue R-2): it can only become earlier. Where
 * other days off would move it later, the promise is shortened until it ends on the day told or before.
 * @param toldOn the day told at acceptance; null for a case accepted before such days were kept
 */
export function frozenPromise(
  limit: Limit,
  startsOn: PlainDate,
  toldOn: PlainDate | null,
  calendar: WorkingCalendar,
): Limit {
  if (!toldOn) return limit;
  for (let length = limit.length; length > 1; length -= 1) {
    const kept = { ...limit, length };
    if (compareDates(deadline(kept, startsOn, calendar).dueOn, toldOn) <= 0) return kept;
  }
  return { ...limit, length: 1 };
}
