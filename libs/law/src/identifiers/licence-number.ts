import { LawError } from '../law-error.js';
import { STANDARD_READINGS, type Readings } from '../readings.js';
import { refused, type IdentifierCheck, type Parsed } from './check.js';
import { isKnownRegion, regionOf } from './regions.js';

/** Digit of the school level in a licence number (catalogue 7.3). */
export const SCHOOL_LEVELS = {
  higher: 1,
  otherHigher: 2,
  secondary: 3,
  junior: 4,
  primary: 5,
  kindergarten: 6,
  tutoring: 7,
  other: 8,
} as const;
export type SchoolLevel = keyof typeof SCHOOL_LEVELS;

export interface LicenceNumber {
  /** 13 as since 2004, 15 as on current licences (the first and the last digit are an assumption, O-5). */
  digits: 13 | 15;
  region: string;
  level: SchoolLevel;
  serial: number;
}

/**
 * 办学许可证编号: 教民 + first digit + region + level + six-digit serial + last digit.
 * @param ends the two digits whose meaning is open (O-5, readings.licenceNumber)
 * @throws LawError REGION_UNKNOWN, or LICENCE_NUMBER_SERIAL outside 1-999999
 */
export function licenceNumber(
  region: string,
  level: SchoolLevel,
  serial: number,
  { first, last }: Readings['licenceNumber'] = STANDARD_READINGS.licenceNumber,
): string {
  if (!Number.isInteger(serial) || serial < 1 || serial > 999_999) throw new LawError('LICENCE_NUMBER_SERIAL');
  return `教民${first}${regionOf(region).code}${SCHOOL_LEVELS[level]}${String(serial).padStart(6, '0')}${last}`;
}

/** The parts of 教民…(号). No digit of it checks the others: a slip inside the serial cannot be seen. */
export function parseLicenceNumber(text: string): Parsed<LicenceNumber> {
  const [, digits] = /^教民(\d{13}|\d{15})号?$/.exec(text) ?? [];
  if (!digits) return refused('LICENCE_NUMBER_FORM');
  const core = digits.length === 15 ? digits.slice(1, 14) : digits;
  const region = core.slice(0, 6);
  if (!isKnownRegion(region)) return refused('LICENCE_NUMBER_REGION');
  const level = levelOf(Number(core.charAt(6)));
  if (!level) return refused('LICENCE_NUMBER_LEVEL');
  return { ok: true, value: { digits: digits.length === 15 ? 15 : 13, region, level, serial: Number(core.slice(7)) } };
}

const levelOf = (digit: number): SchoolLevel | undefined =>
  (Object.keys(SCHOOL_LEVELS) as SchoolLevel[]).find((level) => SCHOOL_LEVELS[level] === digit);

export function checkLicenceNumber(text: string): IdentifierCheck {
  const parsed = parseLicenceNumber(text);
  return parsed.ok ? { ok: true } : parsed;
}

/**
 * The licence number in what somebody typed, whatever stands around its 13 or 15 digits; null where there is none.
 * Its parts are not checked, so that every number that was ever given can be looked up.
 */
export function licenceNumberIn(typed: string): string | null {
  const [digits] = /(?<!\d)(?:\d{13}|\d{15})(?!\d)/.exec(typed.normalize('NFKC').replace(/\s/g, '')) ?? [];
  return digits ? `教民${digits}` : null;
}
