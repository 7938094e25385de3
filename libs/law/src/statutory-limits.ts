import { cite, type Article } from './article.js';
import type { Unit } from './clocks.js';
import { plainDate, type PlainDate } from './plain-date.js';

/** Who may lengthen a limit once (ALL 42: the head of the agency; joint handling: the head of the same-level government). */
export type ExtensionApprover = 'head_of_agency' | 'head_of_government';
export interface LawExtension {
  length: number;
  unit: Unit;
  approver: ExtensionApprover;
}

/** What the law itself says about the length of one matter. */
export type LawLimit =
  | { kind: 'period'; length: number; unit: Unit; extension: LawExtension | null }
  | { kind: 'date'; date: 'before_expiry' | 'yearly' }
  | { kind: 'none' }
  | { kind: 'asMatter' };

export interface DatedLimit {
  /** The day from which this wording of the law has been in force. */
  since: PlainDate;
  article: Article;
  limit: LawLimit;
  /** Where the government orders joint handling (ALL 26(2)): the other limit that then applies. */
  joint?: { length: number; unit: Unit; extension: LawExtension; article: Article };
}

const row = (since: string, ref: string, limit: LawLimit): DatedLimit => ({
  since: plainDate(since),
  article: cite(ref),
  limit,
});
const period = (length: number, unit: Unit, extension: LawExtension | null = null): LawLimit => ({
  kind: 'period',
  length,
  unit,
  extension,
});

/** 自受理之日起三个月内 (PEL 17, 53(2), 55(2)); no extension exists. */
const threeMonths = (ref: string): DatedLimit => row('2018-12-29', ref, period(3, 'month'));
/** 二十个工作日, once longer by ten with the leave of the head of the agency (ALL 42(1), 82). */
const twentyDays = (ref: string): DatedLimit =>
  row('2019-04-23', ref, period(20, 'working_day', { length: 10, unit: 'working_day', approver: 'head_of_agency' }));
const unset = (since: string, ref: string): DatedLimit => row(since, ref, { kind: 'none' });

const JOINT: DatedLimit['joint'] = {
  length: 45,
  unit: 'working_day',
  extension: { length: 15, unit: 'working_day', approver: 'head_of_government' },
  article: cite('ALL 42(2)'),
};

/**
 * The statutory limit (法定时限) of every matter, oldest wording first. A pack that says something else does not load.
 * The numbers are law; that days and months of the Private Education Law are calendar ones is a reading (catalogue O-1).
 */
const LIMITS: Readonly<Record<string, readonly DatedLimit[]>> = {
  PREP: [row('2018-12-29', 'PEL 14(1)', period(30, 'calendar_day'))],
  'EST-FORMAL': [threeMonths('PEL 17')],
  'EST-DIRECT': [threeMonths('PEL 16, 17')],
  DIVISION: [threeMonths('PEL 53(2)')],
  MERGER: [threeMonths('PEL 53(2)')],
  'CHG-NAME': [twentyDays('ALL 42(1), 49')],
  'CHG-LEVEL': [threeMonths('PEL 55(2)')],
  'CHG-ADDR': [twentyDays('ALL 42(1), 82')],
  'CHG-SPONSOR': [twentyDays('ALL 42(1), 82')],
  'CHG-LEGALREP': [unset('2018-12-29', 'PEL 21(2)')],
  'CHG-PRINCIPAL': [unset('2018-12-29', 'PEL 24')],
  'FILE-GOV': [unset('2018-12-29', 'PEL 21(2)')],
  'TERM-VOL': [twentyDays('ALL 42(1), 82')],
  'TERM-INSOLV': [unset('2018-12-29', 'PEL 58(2)')],
  'TERM-REVOKE': [row('2021-01-22', 'PNL 60', period(90, 'calendar_day'))],
  LAPSE: [unset('2021-09-01', 'PER 50(3)')],
  RENEW: [row('2019-04-23', 'ALL 50(2)', { kind: 'date', date: 'before_expiry' })],
  REISSUE: [unset('2021-09-01', 'PER 22(3)')],
  ANNUAL: [row('1998-10-25', 'NGO 23', { kind: 'date', date: 'yearly' })],
  QUALITY: [unset('2018-12-29', 'PEL 41')],
  'ECC-RECOG': [unset('2025-06-01', 'PSL 30, 78')],
  'TRN-SUBJ': [threeMonths('PEL 17')],
  'TRN-NONSUBJ': [{ ...threeMonths('PEL 17'), joint: JOINT }],
  'TRN-CHG': [row('2018-12-29', 'PEL 53, 54, 55, 56', { kind: 'asMatter' })],
  REOPEN: [unset('2025-09-01', 'IDL 29, 40, 47')],
  'KG-INCL': [unset('2025-06-01', 'PSL 24(3)')],
  'FILE-AD': [unset('2018-12-29', 'PEL 42')],
};

/** Codes of all matters that the law of this library knows. */
export const MATTER_CODES: readonly string[] = Object.keys(LIMITS);

/**
 * What the law says about the length of a matter.
 * @param on the day in question; without it the newest wording
 * @returns undefined for a matter that the table does not know, or a day before its oldest wording
 */
export function lawLimitOf(code: string, on?: PlainDate): DatedLimit | undefined {
  return (LIMITS[code] ?? []).findLast(({ since }) => on === undefined || since <= on);
}
