import type { MaterialLine } from '../../law/src/index.js';
import type { Sql } from '../../platform/src/index.js';
import { toldLines } from './demands.js';
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

/** Verdicts `v` on sheets `s`, with the steps `e` that entered them. */
const ON_SHEETS = `verdict v join verdict_sheet s on s.id = v.sheet_id
       left join case_event e on e.case_id = s.case_id and e.type = 'recordVerdicts' and e.payload->>'sheetId' = s.id::text`;
const LAST_FIRST = 's.made_at desc, e.seq desc nulls last, s.id';
const COLUMNS = 'v.sheet_id, s.purpose, v.line_id, v.verdict, v.reason, v.content_hash, s.made_at';

const STANDING = `select distinct on (v.line_id) ${COLUMNS} from ${ON_SHEETS}
     where s.case_id = $1 and s.purpose = $2 order by v.line_id, ${LAST_FIRST}`;

/** A verdict, and whether it is the last on its line for its purpose. */
export interface GivenVerdict extends StandingVerdict {
  stands: boolean;
}

/** Every verdict that was given in a case. @param caseId SQL of the case's id */
export const VERDICTS = (caseId: string): string =>
  `select ${COLUMNS}, row_number() over (partition by s.purpose, v.line_id order by ${LAST_FIRST}) = 1 as stands
     from ${ON_SHEETS} where s.case_id = ${caseId}`;

/** The last verdict on each line, of one purpose; of two sheets of one moment the later step of the log. */
export async function standingVerdicts(
  sql: Sql,
  caseId: string,
  purpose: StandingVerdict['purpose'],
): Promise<StandingVerdict[]> {
  return sql.query<StandingVerdict>(STANDING, [caseId, purpose]);
}

/** What was found ok on some sheet. */
export interface OkLine {
  line_id: string;
  content_hash: string | null;
}

const OK = `select distinct v.line_id, v.content_hash from verdict v join verdict_sheet s on s.id = v.sheet_id
     where s.case_id = $1 and v.verdict = 'ok'`;

/**
 * Lines that may not be called deficient any more: what stands behind them was found ok once, at pre-review (design 6.5)
 * or on any sheet (ALL 32(1)(4), 72(4)). What was ok stays ok, also when the applicant comes back to it.
 */
export async function boundOkLines(sql: Sql, file: CaseFile): Promise<string[]> {
  const found = await sql.query<OkLine>(OK, [file.row.id]);
  return boundAmong(found, file.lines, (line) => lineContentHash(line, file));
}

export const boundAmong = (
  found: readonly OkLine[],
  lines: readonly MaterialLine[],
  hashOf: (line: MaterialLine) => string | null,
): string[] =>
  lines
    .filter((line) => found.some(({ line_id, content_hash }) => line_id === line.id && content_hash === hashOf(line)))
    .map(({ id }) => id);

export interface UnmetLine {
  line: MaterialLine;
  reason: string;
  /** Something stood behind the line when it was found deficient. */
  handedIn: boolean;
  /** What stands behind it is not what was found deficient. */
  changed: boolean;
}

/** Lines of the last intake sheet that were found deficient; once some were told, only those (ALL 32(1)(4)). */
export async function unmetLines(sql: Sql, file: CaseFile): Promise<UnmetLine[]> {
  const verdicts = await standingVerdicts(sql, file.row.id, 'intake');
  const told = await toldLines(sql, file.row.id);
  return verdicts.flatMap(({ line_id, verdict, reason, content_hash }) => {
    const line = file.lines.find(({ id }) => id === line_id);
    if (!line || verdict !== 'deficient' || (told.size > 0 && !told.has(line_id))) return [];
    const changed = lineContentHash(line, file) !== content_hash;
    return [{ line, reason: reason ?? '', handedIn: content_hash !== null, changed }];
  });
}
