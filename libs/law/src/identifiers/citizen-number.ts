import { compareDates, isPlainDate, type PlainDate } from '../plain-date.js';
import { refused, type IdentifierCheck } from './check.js';
import { isKnownProvince } from './regions.js';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = '10X98765432';

/**
 * 公民身份号码, GB 11643-1999: form, province, date of birth, check character.
 * @param today where given, nobody may be born after it
 */
export function checkCitizenNumber(number: string, today?: PlainDate): IdentifierCheck {
  if (!/^\d{17}[\dX]$/.test(number)) return refused('CITIZEN_NUMBER_FORM');
  if (!isKnownProvince(number)) return refused('CITIZEN_NUMBER_REGION');
  const born = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  if (!isPlainDate(born)) return refused('CITIZEN_NUMBER_DATE');
  if (today && compareDates(born, today) > 0) return refused('CITIZEN_NUMBER_FUTURE');
  return completeCitizenNumber(number.slice(0, 17)) === number ? { ok: true } : refused('CITIZEN_NUMBER_CHECK_DIGIT');
}

/** Seventeen digits with their check character: for numbers that demonstrations and tests invent. */
export function completeCitizenNumber(first17: string): string {
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(first17.charAt(i)), 0);
  return `${first17}${CHECKS.charAt(sum % 11)}`;
}

/** For every screen and document that does not need the whole number (PIPL 28). */
export function maskCitizenNumber(number: string): string {
  return number.length < 8
    ? '*'.repeat(number.length)
    : `${number.slice(0, 3)}${'*'.repeat(number.length - 7)}${number.slice(-4)}`;
}
