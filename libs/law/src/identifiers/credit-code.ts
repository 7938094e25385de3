import { refused, type IdentifierCheck } from './check.js';
import { checkOrganisationCode, completeOrganisationCode } from './organisation-code.js';

const CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
/** Registering department and category of the body: the first two characters. */
const KINDS: ReadonlySet<string> = new Set(
  ('11 12 13 19 21 29 31 32 33 34 35 39 41 49 51 52 53 54 55 59 ' + '61 62 69 71 72 79 81 89 91 92 93 A1 N1 Y1').split(
    ' ',
  ),
);

/** 统一社会信用代码, GB 32100-2015: character set, kind, check character, and that of the organisation code within. */
export function checkCreditCode(code: string): IdentifierCheck {
  if (!/^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(code)) return refused('CREDIT_CODE_FORM');
  if (!KINDS.has(code.slice(0, 2))) return refused('CREDIT_CODE_KIND');
  if (code.charAt(17) !== checkCharacter(code)) return refused('CREDIT_CODE_CHECK_DIGIT');
  return checkOrganisationCode(code.slice(8, 17)).ok ? { ok: true } : refused('CREDIT_CODE_ORGANISATION');
}

function checkCharacter(code: string): string {
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * CHARACTERS.indexOf(code.charAt(i)), 0);
  return CHARACTERS.charAt((31 - (sum % 31)) % 31);
}

/** The first sixteen characters with both check characters, whatever follows them: for numbers that demonstrations and tests invent. */
export function completeCreditCode(first16: string): string {
  const first17 = `${first16.slice(0, 8)}${completeOrganisationCode(first16.slice(8, 16))}`;
  return `${first17}${checkCharacter(first17)}`;
}

/** 52, 12: a non-profit school registered with civil affairs or as a public institution (INS 6); 91: a company registered with market regulation (PEL 19; GB 32100). */
export const registrarMatches = (creditCode: string, nature: 'non_profit' | 'for_profit' | undefined): boolean =>
  (nature === 'for_profit' ? ['91'] : ['52', '12']).some((kind) => creditCode.startsWith(kind));
