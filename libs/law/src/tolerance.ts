import { addWorkingDays, workingDaysBetween, type WorkingCalendar } from './calendar.js';
import { compareDates, type PlainDate } from './plain-date.js';

/** What the end of a cure period does: 终止办理 (catalogue V-07), or a refusal where a county says so. */
export const CURE_FAILURES = ['discontinue', 'refuse'] as const;
export type CureFailure = (typeof CURE_FAILURES)[number];

/** What tolerance looks at in a line of a material list. */
export interface TolerableLine {
  id: string;
  role: 'main' | 'secondary' | 'voluntary';
  tolerable: boolean;
  cureDays: number | null;
}

/**
 * Whether everything that is missing may be supplied after acceptance (容缺受理, catalogue V-05): something is missing, and
 * every missing line is a secondary one that the published list marks as tolerable.
 */
export function mayBeTolerated(missing: readonly TolerableLine[]): boolean {
  return missing.length > 0 && missing.every((line) => line.role === 'secondary' && line.tolerable && cureDaysOf(line));
}

const cureDaysOf = ({ cureDays }: TolerableLine): number => cureDays ?? 0;

/**
 * The last day on which tolerated lines may be supplied (catalogue V-06): the longest of their periods, in working days
 * from acceptance, but never later than the promised day less the days that the decision needs (design 6.6).
 * @param decisionDays working days that the pack keeps for the decision itself
 * @returns null where that leaves no day after acceptance: then nothing can be tolerated
 */
export function cureDayOf(
  lines: readonly TolerableLine[],
  {
    acceptedOn,
    promisedDueOn,
    decisionDays,
  }: { acceptedOn: PlainDate; promisedDueOn: PlainDate; decisionDays: number },
  calendar: WorkingCalendar,
): PlainDate | null {
  const longest = addWorkingDays(acceptedOn, Math.max(...lines.map(cureDaysOf)), calendar);
  const latest = addWorkingDays(promisedDueOn, -decisionDays, calendar);
  const day = compareDates(longest, latest) < 0 ? longest : latest;
  return compareDates(day, acceptedOn) > 0 ? day : null;
}

/** A stretch in which supplied lines lay with the clerk; `to` null: they still lie there. */
export interface WithClerk {
  from: PlainDate;
  to: PlainDate | null;
}

/**
 * The cure day as it stands: the working days that supplied lines lay with the clerk are given back to the applicant, who
 * cannot work on them meanwhile (our reading; the period itself is not the law's but the list's).
 */
export function cureDayWith(
  cureDay: PlainDate,
  waits: readonly WithClerk[],
  asOf: PlainDate,
  calendar: WorkingCalendar,
): PlainDate {
  const lost = waits.reduce((days, { from, to }) => days + workingDaysBetween(from, to ?? asOf, calendar), 0);
  return lost === 0 ? cureDay : addWorkingDays(cureDay, lost, calendar);
}
