import { LawError } from '../law-error.js';
import { isPlainDate, type PlainDate } from '../plain-date.js';
import { refused, type Parsed } from './check.js';
import { isKnownRegion } from './regions.js';

export interface CaseNumber {
  region: string;
  on: PlainDate;
  serial: number;
}

/**
 * 办件编号: region, day, serial of the day.
 * @throws LawError CASE_NUMBER_SERIAL below 1
 */
export function caseNumber(region: string, on: PlainDate, serial: number): string {
  if (!Number.isInteger(serial) || serial < 1) throw new LawError('CASE_NUMBER_SERIAL');
  return `${region}-${on.replaceAll('-', '')}-${String(serial).padStart(4, '0')}`;
}

export function parseCaseNumber(text: string): Parsed<CaseNumber> {
  const [, region = '', year, month, day, digits = ''] =
    /^(\d{6})-(\d{4})(\d{2})(\d{2})-(\d{4}|[1-9]\d{4,8})$/.exec(text) ?? [];
  if (!region) return refused('CASE_NUMBER_FORM');
  if (!isKnownRegion(region)) return refused('CASE_NUMBER_REGION');
  const on = `${year}-${month}-${day}`;
  if (!isPlainDate(on)) return refused('CASE_NUMBER_DATE');
  const serial = Number(digits);
  return serial > 0 ? { ok: true, value: { region, on, serial } } : refused('CASE_NUMBER_SERIAL');
}
