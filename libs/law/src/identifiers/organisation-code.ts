import { refused, type IdentifierCheck } from './check.js';

const CHARACTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

/** 组织机构代码, GB 11714: eight characters and their check character; positions 9-17 of a unified credit code. */
export function checkOrganisationCode(code: string): IdentifierCheck {
  if (!/^[0-9A-Z]{8}[0-9X]$/.test(code)) return refused('ORGANISATION_CODE_FORM');
  return completeOrganisationCode(code.slice(0, 8)) === code ? { ok: true } : refused('ORGANISATION_CODE_CHECK_DIGIT');
}

/** Eight characters with their check character; 10 is written X, 11 is written 0. */
export function completeOrganisationCode(first8: string): string {
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * CHARACTERS.indexOf(first8.charAt(i)), 0);
  const check = 11 - (sum % 11);
  return `${first8}${check === 10 ? 'X' : check % 11}`;
}
