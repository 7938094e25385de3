import { cite, type Article } from './article.js';
import { addWorkingDays, restsOnUnannounced, type WorkingCalendar } from './calendar.js';
import { addDays, addMonths, addYears, compareDates, daysBetween, type PlainDate } from './plain-date.js';

export type Unit = 'working_day' | 'calendar_day' | 'month' | 'year';
export type Holder = 'bureau' | 'applicant' | 'health' | 'market' | 'expert' | 'registrar';

/** The closed list of ALL 45: only these stop a decision clock. */
export const EXCLUDED_GROUNDS = [
  'hearing',
  'tender',
  'auction',
  'inspection',
  'testing',
  'quarantine',
  'appraisal',
  'expert_review',
] as const;
export type ExcludedGround = (typeof EXCLUDED_GROUNDS)[number];

export type ClockId =
  | 'pre_review'
  | 'correction_or_acceptance'
  | 'correction_period'
  | 'promised_decision'
  | 'establish_decision'
  | 'rectification_period'
  | 'appraisal'
  | 'serve_licence'
  | 'publish_licence_decision'
  | 'registration_follow_up'
  | 'reconsideration'
  | 'litigation';

export interface Limit {
  length: number;
  unit: Unit;
  /** `next`: a last day that is a day off moves to the next working day. Only for the applicant's periods (CPL 85 by analogy). */
  roll: 'none' | 'next';
  article: Article;
  holder: Holder;
}

/** The clocks whose length no county may set. Those of the pack stand in the pack. */
export const CLOCK_RULES = {
  correction_or_acceptance: rule(5, 'working_day', 'none', 'ALL 32(1)(4), 82', 'bureau'),
  serve_licence: rule(10, 'working_day', 'none', 'ALL 44, 82', 'bureau'),
  publish_licence_decision: rule(7, 'working_day', 'none', 'SGS', 'bureau'),
  registration_follow_up: rule(30, 'calendar_day', 'next', 'NGO 15', 'applicant'),
  reconsideration: rule(60, 'calendar_day', 'next', 'ARL 20', 'applicant'),
  litigation: rule(6, 'month', 'next', 'APL 46', 'applicant'),
} as const satisfies Partial<Record<ClockId, Limit>>;

function rule(length: number, unit: Unit, roll: 'none' | 'next', ref: string, holder: Holder): Limit {
  return { length, unit, roll, article: cite(ref), holder };
}

/** Time that does not count (ALL 45). `to` is inclusive; null: still running. */
export interface Exclusion {
  ground: ExcludedGround;
  from: PlainDate;
  to: PlainDate | null;
}

export interface Segment {
  from: PlainDate;
  to: PlainDate;
  days: number;
  unit: Unit;
  kind: 'running' | 'excluded';
  holder: Holder;
  ground?: ExcludedGround;
  article: Article;
  calendarVersion: string;
}

export interface Deadline {
  dueOn: PlainDate;
  provisional: boolean;
  paused: boolean;
  segments: Segment[];
}

/**
 * The last day of a period, and why. The day after `startsOn` is day 1 (CPL 85 by analogy, catalogue P-23).
 * Working-day limits skip the excluded working days; month and calendar limits move by the excluded calendar days
 * (design 6.7). Overlapping exclusions count once, so that splitting one changes nothing.
 * @param asOf while an exclusion is still running it is taken to end on this day
 */
export function deadline(
  limit: Limit,
  startsOn: PlainDate,
  calendar: WorkingCalendar,
  exclusions: readonly Exclusion[] = [],
  asOf?: PlainDate,
): Deadline {
  const closed = mergeExclusions(exclusions, asOf).filter(({ to }) => compareDates(to, startsOn) > 0);
  const raw =
    limit.unit === 'working_day'
      ? dueByWorkingDays(limit, startsOn, calendar, closed)
      : dueByCalendar(limit, startsOn, closed);
  const dueOn = limit.roll === 'next' && !calendar.isWorkingDay(raw) ? addWorkingDays(raw, 1, calendar) : raw;
  return {
    dueOn,
    provisional:
      limit.unit === 'working_day'
        ? restsOnUnannounced(addDays(startsOn, 1), dueOn, calendar)
        : limit.roll === 'next' && restsOnUnannounced(raw, dueOn, calendar),
    paused: exclusions.some(({ from, to }) => to === null && (!asOf || compareDates(from, asOf) <= 0)),
    segments: segmentsOf(limit, startsOn, dueOn, calendar, closed),
  };
}

interface ClosedExclusion {
  ground: ExcludedGround;
  from: PlainDate;
  to: PlainDate;
}

function mergeExclusions(exclusions: readonly Exclusion[], asOf?: PlainDate): ClosedExclusion[] {
  const closed = exclusions
    .map(({ ground, from, to }) => ({ ground, from, to: to ?? (asOf && compareDates(asOf, from) > 0 ? asOf : from) }))
    .filter(({ from, to }) => compareDates(from, to) <= 0)
    .sort((a, b) => compareDates(a.from, b.from));
  const merged: ClosedExclusion[] = [];
  for (const next of closed) {
    const last = merged.at(-1);
    if (
      last &&
      compareDates(next.from, addDays(last.to, 1)) <= 0 &&
      (last.ground === next.ground || compareDates(next.from, last.to) <= 0)
    ) {
      if (compareDates(next.to, last.to) > 0) last.to = next.to;
    } else merged.push({ ...next });
  }
  return merged;
}

const isExcluded = (day: PlainDate, closed: readonly ClosedExclusion[]): boolean =>
  closed.some(({ from, to }) => compareDates(from, day) <= 0 && compareDates(day, to) <= 0);

function dueByWorkingDays(
  limit: Limit,
  startsOn: PlainDate,
  calendar: WorkingCalendar,
  closed: readonly ClosedExclusion[],
): PlainDate {
  let day = startsOn;
  for (let left = limit.length; left > 0;) {
    day = addDays(day, 1);
    if (calendar.isWorkingDay(day) && !isExcluded(day, closed)) left -= 1;
  }
  return day;
}

function dueByCalendar(limit: Limit, startsOn: PlainDate, closed: readonly ClosedExclusion[]): PlainDate {
  const plain =
    limit.unit === 'month'
      ? addMonths(startsOn, limit.length)
      : limit.unit === 'year'
        ? addYears(startsOn, limit.length)
        : addDays(startsOn, limit.length);
  let dueOn = plain;
  for (const { from, to } of closed) {
    if (compareDates(from, dueOn) > 0) break;
    const first = compareDates(from, startsOn) > 0 ? from : addDays(startsOn, 1);
    dueOn = addDays(dueOn, daysBetween(first, to) + 1);
  }
  return dueOn;
}

function segmentsOf(
  limit: Limit,
  startsOn: PlainDate,
  dueOn: PlainDate,
  calendar: WorkingCalendar,
  closed: readonly ClosedExclusion[],
): Segment[] {
  const common = {
    unit: limit.unit === 'working_day' ? limit.unit : ('calendar_day' as const),
    calendarVersion: calendar.version,
  };
  const count = (from: PlainDate, to: PlainDate): number => {
    if (common.unit === 'calendar_day') return daysBetween(from, to) + 1;
    let days = 0;
    for (let day = from; compareDates(day, to) <= 0; day = addDays(day, 1)) if (calendar.isWorkingDay(day)) days += 1;
    return days;
  };
  const segments: Segment[] = [];
  const push = (from: PlainDate, to: PlainDate, stopped?: ClosedExclusion) => {
    if (compareDates(from, to) > 0) return;
    segments.push({
      ...common,
      from,
      to,
      days: count(from, to),
      kind: stopped ? 'excluded' : 'running',
      holder: stopped ? 'expert' : limit.holder,
      ...(stopped ? { ground: stopped.ground } : {}),
      article: stopped ? cite('ALL 45') : limit.article,
    });
  };
  let day = addDays(startsOn, 1);
  for (const stopped of closed) {
    if (compareDates(stopped.from, dueOn) > 0) break;
    const from = compareDates(stopped.from, day) > 0 ? stopped.from : day;
    push(day, addDays(from, -1));
    push(from, stopped.to, stopped);
    day = addDays(stopped.to, 1);
  }
  push(day, dueOn);
  return segments;
}

/** Working days that a rectification gets at least, however late it was ordered (assumption). */
export const MIN_RECTIFICATION_DAYS = 3;

/**
 * The last day on which a rectification may be reported: the promised day less the decision days (design 6.10), but
 * never less than three working days after it was ordered: a late visit is not the applicant's fault.
 */
export function rectificationDueOn(
  promisedDueOn: PlainDate,
  decisionDays: number,
  calendar: WorkingCalendar,
  orderedOn: PlainDate,
): PlainDate {
  const planned = addWorkingDays(promisedDueOn, -decisionDays, calendar);
  const least = addWorkingDays(orderedOn, MIN_RECTIFICATION_DAYS, calendar);
  return compareDates(planned, least) < 0 ? least : planned;
}
