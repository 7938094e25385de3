import type { WorkingCalendar } from './calendar.js';
import type { IntendedClosure } from './closure-form.js';
import { clockRules } from './clock-rules.js';
import { latestDayBefore } from './clocks.js';
import { twoThirds, type LicensedCondition } from './licensed-conditions.js';
import { compareDates, isPlainDate, type PlainDate } from './plain-date.js';
import type { Readings } from './readings.js';

/**
 * Whether an intended closure was announced six months ahead (PER 50(2)): before the planned day, or as a county may read
 * it before the day on which the closure is applied for (O-3).
 */
export function announcedInTime(
  { announcedOn, closingOn }: IntendedClosure,
  filedOn: PlainDate,
  calendar: WorkingCalendar,
  readings: Readings,
): boolean {
  const rule = clockRules(readings).closure_announce_before;
  const end = rule.start === 'filing' ? filedOn : closingOn;
  if (!isPlainDate(announcedOn) || !isPlainDate(end)) return false;
  return compareDates(announcedOn, latestDayBefore(rule, end, calendar)) <= 0;
}

/** 自行终止 (PEL 56(1), 57, 59; PER 26(2)); that it was announced in time is asked beside these, by the calendar. */
export const CLOSURE: readonly LicensedCondition[] = [
  twoThirds('PER 26(2)'),
  {
    code: 'PUPILS_NOT_PLACED',
    article: 'PEL 57',
    field: 'placement',
    met: ({ placement }) => placement.placed === placement.pupils,
  },
  {
    code: 'REFUNDS_NOT_SECURED',
    article: 'PEL 59(1)',
    field: 'refundsSecured',
    met: ({ refundsSecured }) => refundsSecured,
  },
];
