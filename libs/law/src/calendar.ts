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

/** Working days (工作日): weekdays that are not days off, and make-up days (调休). ALL 82. */
export function workingCalendar(years: readonly CalendarYear[], version: string): WorkingCalendar {
  const off = new Set(years.flatMap(({ daysOff }) => daysOff));
  const makeUp = new Set(years.flatMap(({ makeUpDays }) => makeUpDays));
  const announced = new Set(years.filter(({ notice }) => notice !== null).map(({ year }) => year));
  return {
    version,
    isWorkingDay: (date) => makeUp.has(date) || (!off.has(date) && weekdayOf(date) !== 0 && weekdayOf(date) !== 6),
    isProvisional: (date) => !announced.has(Number(date.slice(0, 4))),
  };
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

/** 国务院办公厅关于 2025、2026 年部分节假日安排的通知; checked against two public data sets (catalogue 7.9). */
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

export const officialCalendar = (): WorkingCalendar => workingCalendar(OFFICIAL_YEARS, '2026.1');
