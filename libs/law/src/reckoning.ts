import { cite, type Article } from './article.js';
import { addWorkingDays, workingDaysBetween, type WorkingCalendar } from './calendar.js';
import { deadline, type Limit, type Unit } from './clocks.js';
import { addDays, addMonths, addYears, compareDates, daysBetween, type PlainDate } from './plain-date.js';

/** A period that anybody may ask about. A negative length counts backwards: so long before a day (ALL 50(1)). */
export interface Period {
  from: PlainDate;
  length: number;
  unit: Unit;
  roll: Limit['roll'];
  /** Time that does not count (ALL 45), both ends inclusive; only for a period that runs forwards. */
  exclusions: readonly { from: PlainDate; to: PlainDate }[];
}

/** The longest period, in each unit about ten years. */
export const LONGEST_PERIOD: Readonly<Record<Unit, number>> = {
  working_day: 3660,
  calendar_day: 3660,
  month: 120,
  year: 10,
};

export interface ReckonedSegment {
  from: PlainDate;
  to: PlainDate;
  days: number;
  unit: Unit;
  kind: 'running' | 'excluded';
  article: Article;
  calendarVersion: string;
}

export interface Reckoned {
  dueOn: PlainDate;
  /** A day that matters lies in a year whose days off are not announced yet. */
  provisional: boolean;
  segments: ReckonedSegment[];
}

/** The last day of a period and why: with the same count as every clock of a case. */
export function reckon(period: Period, calendar: WorkingCalendar): Reckoned {
  return period.length < 0 ? before(period, calendar) : after(period, calendar);
}

/** Working days are those of ALL 82; other units count as in procedure law (CPL 85 by analogy, catalogue P-23). */
const countedBy = (unit: Unit): Article => cite(unit === 'working_day' ? 'ALL 82' : 'CPL 85');

function after({ from, length, unit, roll, exclusions }: Period, calendar: WorkingCalendar): Reckoned {
  const limit: Limit = { length, unit, roll, article: countedBy(unit), holder: 'applicant' };
  const stopped = exclusions.map((span) => ({ ...span, ground: 'hearing' as const }));
  const { dueOn, segments } = deadline(limit, from, calendar, stopped);
  return {
    dueOn,
    provisional:
      unit === 'working_day'
        ? isProvisionalWithin(addDays(from, 1), dueOn, calendar)
        : roll === 'next' && calendar.isProvisional(dueOn),
    // whoever asks names neither a holder nor a ground of the law
    segments: segments.map(({ holder: _, ground: _ground, ...segment }) => segment),
  };
}

function before({ from, length, unit }: Period, calendar: WorkingCalendar): Reckoned {
  const dueOn = back(from, length, unit, calendar);
  const last = addDays(from, -1);
  const working = unit === 'working_day';
  return {
    dueOn,
    provisional: working && isProvisionalWithin(dueOn, last, calendar),
    segments: [
      {
        from: dueOn,
        to: last,
        days: working ? workingDaysBetween(addDays(dueOn, -1), last, calendar) : daysBetween(dueOn, from),
        unit: working ? unit : 'calendar_day',
        kind: 'running',
        article: countedBy(unit),
        calendarVersion: calendar.version,
      },
    ],
  };
}

function back(from: PlainDate, length: number, unit: Unit, calendar: WorkingCalendar): PlainDate {
  switch (unit) {
    case 'working_day':
      return addWorkingDays(from, length, calendar);
    case 'calendar_day':
      return addDays(from, length);
    case 'month':
      return addMonths(from, length);
    case 'year':
      return addYears(from, length);
  }
}

/** A year is announced as a whole, so that one day of each is enough. */
function isProvisionalWithin(from: PlainDate, to: PlainDate, calendar: WorkingCalendar): boolean {
  for (let day = from; compareDates(day, to) < 0; day = addYears(day, 1)) if (calendar.isProvisional(day)) return true;
  return calendar.isProvisional(to);
}
