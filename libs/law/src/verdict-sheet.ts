import { askedBesideIn } from './asked-beside.js';
import { paperWordIn, vaguePhraseIn } from './wording.js';

/** A reason asks for something else than its own line. */
export const ASKS_BESIDE_LINE = 'ASKS_BESIDE_LINE';

export type VerdictValue = 'ok' | 'deficient' | 'notApplicable';

export interface LineVerdict {
  lineId: string;
  verdict: VerdictValue;
  reason?: string;
}

export interface SheetJudgement {
  fact: 'ok' | 'deficient' | 'incomplete';
  missing: string[];
  problems: { lineId: string; code: string; params?: Record<string, string> }[];
}

/** What is known of the lines before a sheet is judged. */
export interface SheetLines {
  applicable: readonly string[];
  conditional: readonly string[];
  boundOk: readonly string[];
  lookups?: readonly string[];
  forms?: readonly string[];
  told?: ReadonlyMap<string, string>;
  /** Published names, by id. */
  names: ReadonlyMap<string, string>;
}

/**
 * Judges a verdict sheet (核验意见): it is complete only when every applicable line carries one verdict, every
 * deficiency a plain reason, and nothing that was found ok before and is unchanged is called deficient now.
 * @param applicable ids of the lines that apply to this case; others may only be `notApplicable` or left out
 * @param lookups ids that the bureau looks up itself: what it does not find there is never asked of the applicant (design 6.14)
 * @param boundOk ids found ok earlier whose content has not changed since
 * @param forms ids that are filled in online: no copy of them is asked for (ONL 7)
 * @param told ids that were told and have not changed since, with what was told: nothing is added to it
 */
export function judgeVerdictSheet(lines: SheetLines, verdicts: readonly LineVerdict[]): SheetJudgement {
  const problems: SheetJudgement['problems'] = [];
  const seen = new Map<string, LineVerdict>();
  for (const verdict of verdicts) {
    const { lineId } = verdict;
    if (seen.has(lineId)) problems.push({ lineId, code: 'VERDICT_TWICE' });
    seen.set(lineId, verdict);
    const applies = lines.applicable.includes(lineId);
    if (!applies && !lines.conditional.includes(lineId)) problems.push({ lineId, code: 'LINE_UNKNOWN' });
    else problems.push(...judgeLine(verdict, applies, lines));
  }
  const missing = lines.applicable.filter((lineId) => !seen.has(lineId));
  if (missing.length > 0 || problems.length > 0) return { fact: 'incomplete', missing, problems };
  const deficient = verdicts.some(({ verdict }) => verdict === 'deficient');
  return { fact: deficient ? 'deficient' : 'ok', missing, problems };
}

function judgeLine(
  { lineId, verdict, reason }: LineVerdict,
  applies: boolean,
  lines: SheetLines,
): SheetJudgement['problems'] {
  if (verdict === 'notApplicable') return applies ? [{ lineId, code: 'LINE_APPLIES' }] : [];
  if (!applies) return [{ lineId, code: 'LINE_DOES_NOT_APPLY' }];
  if (verdict !== 'deficient') return [];
  if (lines.lookups?.includes(lineId)) return [{ lineId, code: 'LINE_IS_OURS' }];
  if (lines.boundOk.includes(lineId)) return [{ lineId, code: 'BOUND_BY_EARLIER_VERDICT' }];
  if (!reason || reason.trim().length < 4) return [{ lineId, code: 'REASON_MISSING' }];
  const told = lines.told?.get(lineId);
  if (told !== undefined) return told === reason ? [] : [{ lineId, code: 'REASON_ADDED', params: { told } }];
  return wordingProblems(lineId, reason, lines);
}

/** A reason is plain, asks for nothing but its line, and for no paper where a field has to be put right (ALL 32(1)(4), ONL 7). */
function wordingProblems(lineId: string, reason: string, { forms, names }: SheetLines): SheetJudgement['problems'] {
  const vague = vaguePhraseIn(reason);
  if (vague) return [{ lineId, code: 'REASON_VAGUE', params: { phrase: vague } }];
  const paper = forms?.includes(lineId) ? paperWordIn(reason) : null;
  if (paper) return [{ lineId, code: 'FORM_LINE_ASKS_PAPER', params: { phrase: paper } }];
  const beside = askedBesideIn(reason, names.get(lineId) ?? '');
  return beside ? [{ lineId, code: ASKS_BESIDE_LINE, params: { phrase: beside } }] : [];
}
