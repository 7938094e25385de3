import { isPlainDate } from '../plain-date.js';
import type { IdentifierCheck } from './check.js';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = '10X98765432';

/** 公民身份号码, GB 11643-1999: form, date of birth, check character. */
export function checkCitizenNumber(number: string): IdentifierCheck {
  if (!/^[1-8]\d{16}[\dX]$/.test(number)) return { ok: false, code: 'CITIZEN_NUMBER_FORM' };
  const born = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  if (!isPlainDate(born)) return { ok: false, code: 'CITIZEN_NUMBER_DATE' };
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(number.charAt(i)), 0);
  return CHECKS.charAt(sum % 11) === number.charAt(17)
    ? { ok: true }
    : { ok: false, code: 'CITIZEN_NUMBER_CHECK_DIGIT' };
}

/** For every screen and document that does not need the whole number (PIPL 28). */
export function maskCitizenNumber(number: string): string {
  return number.length < 8
    ? '*'.repeat(number.length)
    : `${number.slice(0, 3)}${'*'.repeat(number.length - 7)}${number.slice(-4)}`;
}
