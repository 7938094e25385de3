import { cite, type Article } from './article.js';
import { clockRules, EXTENSIONS, type ExtensionRule, type LegalClockId, type Unit } from './clock-rules.js';
import { plainDate, type PlainDate } from './plain-date.js';
import { STANDARD_READINGS, type Readings } from './readings.js';

/** Who may lengthen a limit once (ALL 42: the head of the agency; joint handling: the head of the same-level government). */
export type ExtensionApprover = ExtensionRule['approver'];
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
const unset = (since: string, ref: string): DatedLimit => row(since, ref, { kind: 'none' });

/** Limits as the clocks of a county have them (clock-rules.ts), each with the extension that its clock knows. */
function limitsOf(rules: ReturnType<typeof clockRules>) {
  const extensionOf = (id: LegalClockId): LawExtension | null => {
    const known = EXTENSIONS[id];
    if (!known) return null;
    const { length, unit } = rules[known.by];
    return { length, unit, approver: known.approver };
  };
  const ofClock = (since: string, id: LegalClockId, ref: string): DatedLimit => {
    const { length, unit } = rules[id];
    return row(since, ref, { kind: 'period', length, unit, extension: extensionOf(id) });
  };
  return {
    ofClock,
    /** 自受理之日起三个月内 (PEL 17, 53(2), 55(2)); no extension exists. */
    threeMonths: (ref: string): DatedLimit => ofClock('2018-12-29', 'establish_decision', ref),
    /** 二十个工作日, once longer by ten with the leave of the head of the agency (ALL 42(1), 82). */
    twentyDays: (ref: string): DatedLimit => ofClock('2019-04-23', 'decision_default', ref),
    joint: {
      length: rules.decision_joint.length,
      unit: rules.decision_joint.unit,
      extension: extensionOf('decision_joint') as LawExtension,
      article: cite('ALL 42(2)'),
    } satisfies DatedLimit['joint'],
  };
}

/**
 * The statutory limit (法定时限) of every matter, oldest wording first. A pack that says something else does not load.
 * The numbers are law; that days and months of the Private Education Law are calendar ones is a reading (O-1), and so is
 * which law limits the changes of name, sponsor and address (O-2).
 */
function tableOf(readings: Readings): Readonly<Record<string, readonly DatedLimit[]>> {
  const { ofClock, threeMonths, twentyDays, joint } = limitsOf(clockRules(readings));
  const change = (ref: string): DatedLimit =>
    readings.nameSponsorAddress === 'licensing_law' ? twentyDays(ref) : threeMonths('PEL 55(2)');
  return {
    PREP: [ofClock('2018-12-29', 'prep_decision', 'PEL 14(1)')],
    'EST-FORMAL': [threeMonths('PEL 17')],
    'EST-DIRECT': [threeMonths('PEL 16, 17')],
    DIVISION: [ofClock('2018-12-29', 'division_merger_decision', 'PEL 53(2)')],
    MERGER: [ofClock('2018-12-29', 'division_merger_decision', 'PEL 53(2)')],
    'CHG-NAME': [change('ALL 42(1), 49')],
    'CHG-LEVEL': [ofClock('2018-12-29', 'level_category_decision', 'PEL 55(2)')],
    'CHG-ADDR': [change('ALL 42(1), 82')],
    'CHG-SPONSOR': [change('ALL 42(1), 82')],
    'CHG-LEGALREP': [unset('2018-12-29', 'PEL 21(2)')],
    'CHG-PRINCIPAL': [unset('2018-12-29', 'PEL 24')],
    'FILE-GOV': [unset('2018-12-29', 'PEL 21(2)')],
    'TERM-VOL': [twentyDays('ALL 42(1), 82')],
    'TERM-INSOLV': [unset('2018-12-29', 'PEL 58(2)')],
    'TERM-REVOKE': [ofClock('2021-01-22', 'penalty_decision', 'PNL 60')],
    LAPSE: [unset('2021-09-01', 'PER 50(3)')],
    RENEW: [row('2019-04-23', 'ALL 50(2)', { kind: 'date', date: 'before_expiry' })],
    REISSUE: [unset('2021-09-01', 'PER 22(3)')],
    ANNUAL: [row('1998-10-25', 'NGO 23', { kind: 'date', date: 'yearly' })],
    QUALITY: [unset('2018-12-29', 'PEL 41')],
    'ECC-RECOG': [unset('2025-06-01', 'PSL 30, 78')],
    'TRN-SUBJ': [threeMonths('PEL 17')],
    'TRN-NONSUBJ': [{ ...threeMonths('PEL 17'), joint }],
    'TRN-CHG': [row('2018-12-29', 'PEL 53, 54, 55, 56', { kind: 'asMatter' })],
    REOPEN: [unset('2025-09-01', 'IDL 29, 40, 47')],
    'KG-INCL': [unset('2025-06-01', 'PSL 24(3)')],
    'FILE-AD': [unset('2018-12-29', 'PEL 42')],
  };
}

const STANDARD_TABLE = tableOf(STANDARD_READINGS);

/** Codes of all matters that the law of this library knows. */
export const MATTER_CODES: readonly string[] = Object.keys(STANDARD_TABLE);

/**
 * What the law says about the length of a matter.
 * @param on the day in question; without it the newest wording
 * @param readings how the county reads it
 * @returns undefined for a matter that the table does not know, or a day before its oldest wording
 */
export function lawLimitOf(code: string, on?: PlainDate, readings = STANDARD_READINGS): DatedLimit | undefined {
  const table = readings === STANDARD_READINGS ? STANDARD_TABLE : tableOf(readings);
  return (table[code] ?? []).findLast(({ since }) => on === undefined || since <= on);
}
