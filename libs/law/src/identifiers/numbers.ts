import type { PlainDate } from '../plain-date.js';
import type { IdentifierCheck } from './check.js';

/** Digit of the school level in a licence number (catalogue 7.3). */
export const SCHOOL_LEVELS = { secondary: 3, junior: 4, primary: 5, kindergarten: 6, tutoring: 7, other: 8 } as const;
export type SchoolLevel = keyof typeof SCHOOL_LEVELS;

/** 办学许可证编号: 教民1 + region + level + six-digit serial + 0 (assumption O-5, to be confirmed by the bureau). */
export function licenceNumber(region: string, level: SchoolLevel, serial: number): string {
  return `教民1${region}${SCHOOL_LEVELS[level]}${String(serial).padStart(6, '0')}0`;
}

/** 13 or 15 digits; the level digit is 1-8. */
export function checkLicenceNumber(number: string): IdentifierCheck {
  const [, digits] = /^教民(\d{13}|\d{15})号?$/.exec(number) ?? [];
  if (!digits) return { ok: false, code: 'LICENCE_NUMBER_FORM' };
  const level = digits.length === 13 ? digits.charAt(6) : digits.charAt(7);
  return /[1-8]/.test(level) ? { ok: true } : { ok: false, code: 'LICENCE_NUMBER_LEVEL' };
}

/** 发文字号, GB/T 9704: 机关代字〔年份〕序号号, no leading zero. */
export function noticeNumber(prefix: string, year: number, serial: number): string {
  return `${prefix}〔${year}〕${serial}号`;
}

/** 办件编号: region, day, serial of the day. */
export function caseNumber(region: string, on: PlainDate, serial: number): string {
  return `${region}-${on.replaceAll('-', '')}-${String(serial).padStart(4, '0')}`;
}
