import { isWeekend, yearOf, type CalendarYear, type LocalDay } from './calendar.js';
import { addDays, compareDates, isPlainDate, type PlainDate } from './plain-date.js';

/** One year as an administrator enters it: ranges as the notice has them, and the local days of the year. */
export interface YearEntry {
  year: number;
  /** Number of the State Council's notice (发文字号); null: not announced yet. */
  notice: string | null;
  daysOff: readonly { from: string; to: string }[];
  makeUpDays: readonly string[];
  localDays: readonly (Omit<LocalDay, 'day'> & { day: string })[];
}

export interface EntryFault {
  field: string;
  code: string;
}

export const FIRST_YEAR = 2000;
export const LAST_YEAR = 2100;
/** More days off than any year ever had: a slip of the pen, not a notice. */
export const MAX_DAYS_OFF = 60;

/** Everything that is wrong with an entry, each at its own field. Empty: it can be adopted. */
export function faultsOfYear(entry: YearEntry, county: string): EntryFault[] {
  const { year, notice, daysOff, makeUpDays, localDays } = entry;
  const faults: EntryFault[] = [];
  const fault = (field: string, code: string): void => void faults.push({ field, code });
  if (!Number.isInteger(year) || year < FIRST_YEAR || year > LAST_YEAR) fault('year', 'NUMBER_RANGE');
  const silent = notice === null ? daysOff.length + makeUpDays.length > 0 : notice.trim() === '';
  if (silent) fault('notice', 'NOTICE_NUMBER_MISSING');
  const off = new Set<string>();
  daysOff.forEach(({ from, to }, i) => {
    const wrong = [faultOfDay(from, year), faultOfDay(to, year)];
    if (wrong[0]) fault(`daysOff[${i}].from`, wrong[0]);
    if (wrong[1]) fault(`daysOff[${i}].to`, wrong[1]);
    if (wrong[0] || wrong[1] || !isPlainDate(from) || !isPlainDate(to)) return;
    if (compareDates(from, to) > 0) return fault(`daysOff[${i}].to`, 'RANGE_REVERSED');
    const days = daysOfRange({ from, to });
    if (days.some((day) => off.has(day))) fault(`daysOff[${i}].from`, 'DAY_TWICE');
    days.forEach((day) => off.add(day));
  });
  if (off.size > MAX_DAYS_OFF) fault('daysOff', 'TOO_MANY_DAYS_OFF');
  makeUpDays.forEach((day, i) => {
    const code =
      faultOfDay(day, year) ??
      (makeUpDays.indexOf(day) < i
        ? 'DAY_TWICE'
        : off.has(day)
          ? 'DAY_OFF_AND_MAKE_UP'
          : isWeekend(day as PlainDate)
            ? null
            : 'MAKE_UP_ON_WEEKDAY');
    if (code) fault(`makeUpDays[${i}]`, code);
  });
  localDays.forEach(({ region, day, reason, documentNumber }, i) => {
    const at = `localDays[${i}]`;
    const wrong = faultOfDay(day, year);
    const twice = localDays.findIndex((other) => other.region === region && other.day === day) < i;
    if (wrong ?? twice) fault(`${at}.day`, wrong ?? 'DAY_TWICE');
    if (!reaches(region, county)) fault(`${at}.region`, 'REGION_ELSEWHERE');
    if (reason.trim() === '') fault(`${at}.reason`, 'FIELD_MISSING');
    if (documentNumber.trim() === '') fault(`${at}.documentNumber`, 'FIELD_MISSING');
  });
  return faults;
}

function faultOfDay(day: string, year: number): string | null {
  if (!isPlainDate(day)) return 'DAY_UNKNOWN';
  return yearOf(day) === year ? null : 'DAY_OUTSIDE_YEAR';
}

/** Whether what a region sets holds in a county: 150200 reaches 150203, 150100 does not. */
export function reaches(region: string, county: string): boolean {
  if (!/^[1-9]\d{5}$/.test(region)) return false;
  return county.startsWith(region.replace(/(?:00){0,2}$/, ''));
}

/** The local days that hold in a county; where two levels speak about one day, the nearer one counts. */
export function localDaysIn(county: string, all: readonly LocalDay[]): LocalDay[] {
  const here = all.filter(({ region }) => reaches(region, county));
  return here
    .sort((a, b) => (a.region < b.region ? -1 : a.region > b.region ? 1 : compareDates(a.day, b.day)))
    .filter(({ day }, i, sorted) => sorted.findLastIndex((other) => other.day === day) === i);
}

/** The days of a range, both ends with it. */
export function daysOfRange({ from, to }: { from: PlainDate; to: PlainDate }): PlainDate[] {
  const days: PlainDate[] = [];
  for (let day = from; compareDates(day, to) <= 0; day = addDays(day, 1)) days.push(day);
  return days;
}

/** An entry without faults as a year of the calendar, its days in order. */
export function calendarYearOf({ year, notice, daysOff, makeUpDays }: YearEntry): CalendarYear {
  return {
    year,
    notice: notice?.trim() ?? null,
    daysOff: daysOff.flatMap((range) => daysOfRange(range as { from: PlainDate; to: PlainDate })).sort(compareDates),
    makeUpDays: ([...makeUpDays] as PlainDate[]).sort(compareDates),
  };
}
