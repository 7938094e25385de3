import { addDays, compareDates, plainDate, weekdayOf, type PlainDate } from './plain-date.js';

/** One year as the State Council announced it; `notice` null: not announced, weekends only, everything provisional. */
export interface CalendarYear {
  year: number;
  notice: string | null;
  daysOff: readonly PlainDate[];
  makeUpDays: readonly PlainDate[];
}

export interface WorkingCalendar {
  readonly version: string;
  isWorkingDay(date: PlainDate): boolean;
  /** True for a day of a year without an official notice. */
  isProvisional(date: PlainDate): boolean;
}

/** A day that a government of the place sets by itself, such as a festival of an ethnic area (HOL 4). */
export interface LocalDay {
  /** Administrative division, six digits: 150000 is the whole region, 150200 the city, 150203 the district. */
  region: string;
  day: PlainDate;
  kind: 'dayOff' | 'workingDay';
  reason: string;
  documentNumber: string;
}

/**
 * Working days (工作日): weekdays that are not days off, and make-up days (调休). ALL 82.
 * @param local days set for this very place (HOL 4); they go before what holds everywhere
 */
export function workingCalendar(
  years: readonly CalendarYear[],
  version: string,
  local: readonly Pick<LocalDay, 'day' | 'kind'>[] = [],
): WorkingCalendar {
  const off = new Set(years.flatMap(({ daysOff }) => daysOff));
  const makeUp = new Set(years.flatMap(({ makeUpDays }) => makeUpDays));
  const announced = new Set(years.filter(({ notice }) => notice !== null).map(({ year }) => year));
  const here = new Map(local.map(({ day, kind }) => [day, kind]));
  const everywhere = (date: PlainDate): boolean => makeUp.has(date) || (!off.has(date) && !isWeekend(date));
  return {
    version,
    isWorkingDay: (date) => (here.has(date) ? here.get(date) === 'workingDay' : everywhere(date)),
    isProvisional: (date) => !announced.has(yearOf(date)),
  };
}

export const yearOf = (date: PlainDate): number => Number(date.slice(0, 4));
export const isWeekend = (date: PlainDate): boolean => weekdayOf(date) % 6 === 0;

/**
 * Whether a date may still move: it was found by counting working days, and one of the days looked at, from the first
 * to the last, lies in a year without an official notice. The last day alone does not tell.
 */
export function restsOnUnannounced(first: PlainDate, last: PlainDate, calendar: WorkingCalendar): boolean {
  for (let year = yearOf(first); year <= yearOf(last); year += 1) {
    if (calendar.isProvisional(`${year}-01-01` as PlainDate)) return true;
  }
  return false;
}

/** Working days after `from` up to and including `to`. */
export function workingDaysBetween(from: PlainDate, to: PlainDate, calendar: WorkingCalendar): number {
  let count = 0;
  for (let day = addDays(from, 1); compareDates(day, to) <= 0; day = addDays(day, 1)) {
    if (calendar.isWorkingDay(day)) count += 1;
  }
  return count;
}

/** The n-th working day after a day; n may be negative. */
export function addWorkingDays(from: PlainDate, n: number, calendar: WorkingCalendar): PlainDate {
  const step = n < 0 ? -1 : 1;
  let day = from;
  for (let left = Math.abs(n); left > 0;) {
    day = addDays(day, step);
    if (calendar.isWorkingDay(day)) left -= 1;
  }
  return day;
}

const days = (year: number, list: string): PlainDate[] => list.split(' ').map((day) => plainDate(`${year}-${day}`));

/**
 * What a new database starts with: 国务院办公厅关于 2025、2026 年部分节假日安排的通知; checked against two public data sets
 * (catalogue 7.9). Later years are entered by the administrator and live in the database. Whoever changes this list
 * changes `SEED_CALENDAR` too: a version never means two things.
 */
export const OFFICIAL_YEARS: readonly CalendarYear[] = [
  {
    year: 2025,
    notice: '国办发明电〔2024〕12号',
    daysOff: days(
      2025,
      '01-01 01-28 01-29 01-30 01-31 02-01 02-02 02-03 02-04 04-04 04-05 04-06 05-01 05-02 05-03 05-04 05-05 ' +
        '05-31 06-01 06-02 10-01 10-02 10-03 10-04 10-05 10-06 10-07 10-08',
    ),
    makeUpDays: days(2025, '01-26 02-08 04-27 09-28 10-11'),
  },
  {
    year: 2026,
    notice: '国办发明电〔2025〕7号',
    daysOff: days(
      2026,
      '01-01 01-02 01-03 02-15 02-16 02-17 02-18 02-19 02-20 02-21 02-22 02-23 04-04 04-05 04-06 05-01 05-02 05-03 ' +
        '05-04 05-05 06-19 06-20 06-21 09-25 09-26 09-27 10-01 10-02 10-03 10-04 10-05 10-06 10-07',
    ),
    makeUpDays: days(2026, '01-04 02-14 02-28 05-09 09-20 10-10'),
  },
];

export const SEED_CALENDAR = '2026.1';

export const officialCalendar = (): WorkingCalendar => workingCalendar(OFFICIAL_YEARS, SEED_CALENDAR);
