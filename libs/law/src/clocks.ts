import { cite, type Article } from './article.js';
import { addWorkingDays, restsOnUnannounced, type WorkingCalendar } from './calendar.js';
import type { Holder, Limit, Unit } from './clock-rules.js';
import { addDays, addMonths, addYears, compareDates, daysBetween, type PlainDate } from './plain-date.js';

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
  /** `extended`: days that an extension added (ALL 42). */
  kind: 'running' | 'excluded' | 'extended';
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

/** A decision limit made longer, once, by the one who may (ALL 42). */
export interface Extension {
  length: number;
  article: Article;
}

/**
 * The last day of a period, and why. The day after `startsOn` is day 1 (CPL 85 by analogy, catalogue P-23).
 * Working-day limits skip the excluded working days; month and calendar limits move by the excluded calendar days
 * (design 6.7). Overlapping exclusions count once, so that splitting one changes nothing.
 * @param asOf while an exclusion is still running it is taken to end on this day
 * @param extension makes the limit longer by so many of its own units
 */
export function deadline(
  limit: Limit,
  startsOn: PlainDate,
  calendar: WorkingCalendar,
  exclusions: readonly Exclusion[] = [],
  asOf?: PlainDate,
  extension?: Extension,
): Deadline {
  if (!extension) return plainDeadline(limit, startsOn, calendar, exclusions, asOf);
  const longer = { ...limit, length: limit.length + extension.length };
  const before = plainDeadline(limit, startsOn, calendar, exclusions, asOf);
  const after = plainDeadline(longer, startsOn, calendar, exclusions, asOf);
  const segments = after.segments.flatMap((segment) => splitAt(segment, before.dueOn, extension, calendar));
  return { ...after, segments };
}

/** The part of a running segment behind the old end is there by the extension. */
function splitAt(segment: Segment, end: PlainDate, { article }: Extension, calendar: WorkingCalendar): Segment[] {
  if (segment.kind !== 'running' || compareDates(segment.to, end) <= 0) return [segment];
  const extended = { ...segment, kind: 'extended' as const, article };
  if (compareDates(segment.from, end) > 0) return [extended];
  const first = addDays(end, 1);
  const counted = (from: PlainDate, to: PlainDate) => daysOf(from, to, segment.unit, calendar);
  return [
    { ...segment, to: end, days: counted(segment.from, end) },
    { ...extended, from: first, days: counted(first, segment.to) },
  ];
}

function plainDeadline(
  limit: Limit,
  startsOn: PlainDate,
  calendar: WorkingCalendar,
  exclusions: readonly Exclusion[],
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

/**
 * The last day on which something that must happen so long before an event is still in time, e.g. the application for
 * renewal thirty days before expiry (ALL 50(1)), the notice seven working days before a hearing (ALL 48(1)).
 */
export function latestDayBefore(
  { length, unit }: Pick<Limit, 'length' | 'unit'>,
  event: PlainDate,
  calendar: WorkingCalendar,
): PlainDate {
  switch (unit) {
    case 'working_day':
      return addWorkingDays(event, -length, calendar);
    case 'calendar_day':
      return addDays(event, -length);
    case 'month':
      return addMonths(event, -length);
    case 'year':
      return addYears(event, -length);
  }
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
  const segments: Segment[] = [];
  const push = (from: PlainDate, to: PlainDate, stopped?: ClosedExclusion) => {
    if (compareDates(from, to) > 0) return;
    segments.push({
      ...common,
      from,
      to,
      days: daysOf(from, to, common.unit, calendar),
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

/** The days from one day to another, both counted, in the unit of a segment. */
export function daysOf(from: PlainDate, to: PlainDate, unit: Unit, calendar: WorkingCalendar): number {
  if (unit !== 'working_day') return daysBetween(from, to) + 1;
  let days = 0;
  for (let day = from; compareDates(day, to) <= 0; day = addDays(day, 1)) if (calendar.isWorkingDay(day)) days += 1;
  return days;
}

/**
 * The last day on which a rectification may be reported: the promised day less the decision days (design 6.10), but
 * never less than so many working days after it was ordered: a late visit is not the applicant's fault.
 * @param days what the decision needs, and what a rectification gets at least (readings.rectificationDays)
 */
export function rectificationDueOn(
  promisedDueOn: PlainDate,
  days: { decision: number; rectification: number },
  calendar: WorkingCalendar,
  orderedOn: PlainDate,
): PlainDate {
  const planned = addWorkingDays(promisedDueOn, -days.decision, calendar);
  const least = addWorkingDays(orderedOn, days.rectification, calendar);
  return compareDates(planned, least) < 0 ? least : planned;
}
