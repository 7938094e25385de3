import { whole, type Check } from './establishment-form.js';
import type { PlainDate } from './plain-date.js';

/** 年检结论: what the annual inspection finds of a year. None of them touches the licence (BER 39). */
export const ANNUAL_RESULTS = ['passed', 'mostly', 'failed'] as const;
export type AnnualResult = (typeof ANNUAL_RESULTS)[number];

/** What the register keeps of an inspected year. */
export interface AnnualRecord {
  year: number;
  result: AnnualResult;
}

/** What a school says that reports on a year; everything else is in its report. */
export interface AnnualForm {
  /** The year that is over and reported on (NGO 23). */
  annualYear: number;
}

export const ANNUAL_FIELDS: { readonly [F in keyof AnnualForm]: Check } = { annualYear: whole(2017, 2100) };

/** A year is reported on when it is over (NGO 23). */
export const isYearOver = (year: number, on: PlainDate): boolean => year < Number(on.slice(0, 4));
