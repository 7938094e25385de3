import { cite, type Article } from './article.js';
import { restsOnUnannounced, type WorkingCalendar } from './calendar.js';
import type { Limit, Unit } from './clock-rules.js';
import { daysOf, deadline, latestDayBefore } from './clocks.js';
import { addDays, type PlainDate } from './plain-date.js';

/** A period that anybody may ask about. A negative length counts backwards: so long before a day (ALL 50(1)). */
export interface AskedPeriod {
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
export function reckon(period: AskedPeriod, calendar: WorkingCalendar): Reckoned {
  return period.length < 0 ? before(period, calendar) : after(period, calendar);
}

/** Working days are those of ALL 82; other units count as in procedure law (CPL 85 by analogy, catalogue P-23). */
const countedBy = (unit: Unit): Article => cite(unit === 'working_day' ? 'ALL 82' : 'CPL 85');

function after({ from, length, unit, roll, exclusions }: AskedPeriod, calendar: WorkingCalendar): Reckoned {
  const limit: Limit = { length, unit, roll, article: countedBy(unit), holder: 'applicant' };
  const stopped = exclusions.map((span) => ({ ...span, ground: 'hearing' as const }));
  const { dueOn, provisional, segments } = deadline(limit, from, calendar, stopped);
  return {
    dueOn,
    provisional,
    // whoever asks names neither a holder nor a ground of the law
    segments: segments.map(({ holder: _, ground: _ground, kind, ...segment }) => ({
      ...segment,
      kind: kind === 'excluded' ? kind : 'running',
    })),
  };
}

function before({ from, length, unit }: AskedPeriod, calendar: WorkingCalendar): Reckoned {
  const dueOn = latestDayBefore({ length: -length, unit }, from, calendar);
  const last = addDays(from, -1);
  const counted = unit === 'working_day' ? unit : 'calendar_day';
  return {
    dueOn,
    provisional: unit === 'working_day' && restsOnUnannounced(dueOn, last, calendar),
    segments: [
      {
        from: dueOn,
        to: last,
        days: daysOf(dueOn, last, counted, calendar),
        unit: counted,
        kind: 'running',
        article: countedBy(unit),
        calendarVersion: calendar.version,
      },
    ],
  };
}
