import { cureDayOf, mayBeTolerated, plainDate, type CureFailure, type PlainDate } from '../../law/src/index.js';
import { canonicalJson, sha256, type Sql } from '../../platform/src/index.js';
import { promisedIfAccepted } from './clocks.js';
import type { CaseFile } from './file-of-case.js';
import { unmetLines } from './verdicts.js';

/** What an applicant signs for (承诺书): exactly these lines, until this day, and what follows if not. */
export interface CommitmentText {
  lines: { lineId: string; nameZh: string; reason: string }[];
  cureOn: PlainDate;
  consequence: CureFailure;
}
export interface Offer extends CommitmentText {
  sheetId: string;
  contentHash: string;
}

/** The commitment that would be signed today on the standing sheet; null where nothing can be tolerated. */
export async function offerOf(sql: Sql, file: CaseFile): Promise<Offer | null> {
  const missing = await unmetLines(sql, file);
  const cureOn = cureDayToday(
    file,
    missing.map(({ line }) => line),
  );
  const sheetId = file.log.findLast(({ type }) => type === 'recordVerdicts')?.payload['sheetId'];
  if (!cureOn || typeof sheetId !== 'string') return null;
  const text: CommitmentText = {
    lines: missing.map(({ line, reason }) => ({ lineId: line.id, nameZh: line.nameZh, reason })),
    cureOn,
    consequence: file.pack.toleranceFailure,
  };
  return { ...text, sheetId, contentHash: sha256(canonicalJson({ case: file.row.id, sheetId, ...text })) };
}

/** The cure day of a case that is accepted tolerantly on its file's day; null where the lines or the days do not allow it. */
export function cureDayToday({ pack, calendar, today }: CaseFile, missing: CaseFile['lines']): PlainDate | null {
  const { promised, internal } = pack.limits;
  if (!promised || !internal || !mayBeTolerated(missing)) return null;
  const promisedDueOn = promisedIfAccepted(today, pack.limits, calendar);
  return cureDayOf(missing, { acceptedOn: today, promisedDueOn, decisionDays: internal.decision }, calendar);
}

/** The day that a tolerant acceptance set; it moves only by the days that lines lay with the clerk. */
export const cureDaySet = ({ log }: Pick<CaseFile, 'log'>): PlainDate | null => {
  const day = log.find(({ type }) => type === 'acceptTolerantly')?.payload['cureOn'];
  return typeof day === 'string' ? plainDate(day) : null;
};
