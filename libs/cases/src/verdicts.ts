import type { MaterialLine } from '../../law/src/index.js';
import type { Sql } from '../../platform/src/index.js';
import { lineContentHash, type CaseFile } from './file-of-case.js';

export interface StandingVerdict {
  sheet_id: string;
  purpose: 'intake' | 'pre_review';
  line_id: string;
  verdict: 'ok' | 'deficient' | 'notApplicable';
  reason: string | null;
  content_hash: string | null;
  made_at: Date;
}

/** The last verdict on each line, of one purpose. */
export async function standingVerdicts(
  sql: Sql,
  caseId: string,
  purpose: StandingVerdict['purpose'],
): Promise<StandingVerdict[]> {
  return sql.query<StandingVerdict>(
    `select distinct on (v.line_id) v.sheet_id, s.purpose, v.line_id, v.verdict, v.reason, v.content_hash, s.made_at
     from verdict v join verdict_sheet s on s.id = v.sheet_id
     where s.case_id = $1 and s.purpose = $2 order by v.line_id, s.made_at desc, s.id`,
    [caseId, purpose],
  );
}

/**
 * Lines that may not be called deficient any more: found ok at pre-review (design 6.5) or on an earlier sheet
 * (ALL 32(1)(4), 72(4)), and unchanged since.
 */
export async function boundOkLines(sql: Sql, file: CaseFile): Promise<string[]> {
  const verdicts = [
    ...(await standingVerdicts(sql, file.row.id, 'pre_review')),
    ...(await standingVerdicts(sql, file.row.id, 'intake')),
  ];
  return file.lines
    .filter((line) => {
      const now = lineContentHash(line, file);
      return verdicts.some(
        ({ line_id, verdict, content_hash }) => line_id === line.id && verdict === 'ok' && content_hash === now,
      );
    })
    .map(({ id }) => id);
}

/** Lines of the last intake sheet that were found deficient, and whether what stands behind them has changed since. */
export async function unmetLines(
  sql: Sql,
  file: CaseFile,
): Promise<{ line: MaterialLine; reason: string; changed: boolean }[]> {
  const verdicts = await standingVerdicts(sql, file.row.id, 'intake');
  return verdicts.flatMap(({ line_id, verdict, reason, content_hash }) => {
    const line = file.lines.find(({ id }) => id === line_id);
    if (!line || verdict !== 'deficient') return [];
    return [{ line, reason: reason ?? '', changed: lineContentHash(line, file) !== content_hash }];
  });
}
