import type { AnnualRecord } from './annual.js';
import { compareDates, plainDate, type PlainDate } from './plain-date.js';

/** What the register says of a school, and which years it has reported on. */
export interface Reporting {
  state: string;
  nature: string;
  /** The first day of its first licence; null where it never had one. */
  licensedFrom: PlainDate | null;
  annual?: readonly AnnualRecord[];
  /** Years of reports that were filed and are in hand or entered. */
  filed: readonly number[];
}

/** 年度检查: the year that a school reports on, and the last day for it. */
export interface AnnualDuty {
  year: number;
  dueOn: PlainDate;
  late: boolean;
}

const GOES_ON: readonly string[] = ['LICENSED_PENDING_REGISTRATION', 'OPERATING'];

/** 每年3月31日前 (NGO 23): the last day of the report on the year before. */
export const annualReportBy = (year: number): PlainDate => plainDate(`${year + 1}-03-31`);

/**
 * What a school still owes of its report on the year that is over; null where it owes nothing. Only non-profit schools,
 * which are registered as private non-enterprise units, have a day set by law (NGO 23); the bureau's own schedule for the
 * others sets nobody late here. A school reports on a year in which it had a licence.
 */
export function annualDuty(
  { state, nature, licensedFrom, annual = [], filed }: Reporting,
  today: PlainDate,
): AnnualDuty | null {
  const year = Number(today.slice(0, 4)) - 1;
  if (!GOES_ON.includes(state) || nature !== 'non_profit' || !licensedFrom) return null;
  if (Number(licensedFrom.slice(0, 4)) > year) return null;
  if (filed.includes(year) || annual.some((one) => one.year === year)) return null;
  const dueOn = annualReportBy(year);
  return { year, dueOn, late: compareDates(today, dueOn) > 0 };
}

/** The last day of the report that comes next; at its end is looked whether it is there. */
export function nextAnnualLook(today: PlainDate): PlainDate {
  const thisYear = annualReportBy(Number(today.slice(0, 4)) - 1);
  return compareDates(today, thisYear) <= 0 ? thisYear : annualReportBy(Number(today.slice(0, 4)));
}
