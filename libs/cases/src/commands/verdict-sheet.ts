import {
  ASKS_BESIDE_LINE,
  judgeVerdictSheet,
  type LineVerdict,
  type MaterialLine,
  type SheetLines,
} from '../../../law/src/index.js';
import { Refusal, type Sql, type Transaction } from '../../../platform/src/index.js';
import { lineContentHash, type CaseFile } from '../file-of-case.js';
import { cureDayToday } from '../tolerated.js';
import { toldLines } from '../demands.js';
import { boundOkLines, unmetLines } from '../verdicts.js';

/** A verdict on a line as it was seen: `seen` is the content hash on the officer's screen. */
export interface SeenVerdict extends LineVerdict {
  seen?: string;
}

/**
 * Judges a complete sheet, at intake or pre-review alike (ALL 32(1)(4)). A line that changed while the officer was
 * reading is not judged: the officer is told so and looks again. Once lines were told, only those hold a case up.
 * @param accepted after acceptance only main lines count: a secondary one stops nothing any more (design 6.2)
 * @throws Refusal SHEET_INCOMPLETE with every fault at once
 */
export async function judgeSheet(
  sql: Sql,
  file: CaseFile,
  verdicts: readonly SeenVerdict[],
  accepted = false,
): Promise<'ok' | 'tolerable' | 'deficient'> {
  const told = await toldLines(sql, file.row.id);
  const sheet = judgeVerdictSheet(await sheetLines(sql, file, told), verdicts);
  const moved = verdicts.filter(({ lineId, seen }) => seen !== undefined && seen !== contentHashOf(lineId, file));
  const fields = [
    ...sheet.missing.map((field) => ({ field, code: 'VERDICT_MISSING' })),
    ...sheet.problems.map(({ lineId, code, params }) => ({ field: lineId, code, params })),
    ...moved.map(({ lineId }) => ({ field: lineId, code: 'LINE_CHANGED' })),
  ];
  if (sheet.fact === 'incomplete' || moved.length > 0)
    throw new Refusal('SHEET_INCOMPLETE', { article: 'ALL 32(1)(4)', fields, ...linesInstead(file, fields) });
  const counting = file.lines.filter(
    ({ id, role }) => (!accepted || role === 'main') && (told.size === 0 || told.has(id)),
  );
  if (counting.every(({ id }) => !verdicts.some((one) => one.lineId === id && one.verdict === 'deficient')))
    return 'ok';
  return !accepted && tolerable(file, verdicts) ? 'tolerable' : 'deficient';
}

/** Where a reason asks for something beside its line: the lines that may be asked for, to choose from. */
export const linesInstead = (
  { lines }: CaseFile,
  faults: readonly { code: string }[],
): { lines?: ReturnType<typeof linesToAskFor> } =>
  faults.some(({ code }) => code === ASKS_BESIDE_LINE) ? { lines: linesToAskFor(lines) } : {};

/** What a notice may ask for: papers and fields, nothing that the bureau looks up or makes itself. */
export const linesToAskFor = (lines: CaseFile['lines']): { lineId: string; nameZh: string; nameEn: string }[] =>
  lines
    .filter(({ source }) => source === 'upload' || source === 'form')
    .map(({ id, nameZh, nameEn }) => ({ lineId: id, nameZh, nameEn }));

/** What the law wants to know of the lines; of what was told and is as it was, the words that were told. */
async function sheetLines(sql: Sql, file: CaseFile, told: ReadonlySet<string>): Promise<SheetLines> {
  const from = (source: MaterialLine['source']): string[] =>
    file.lines.filter((line) => line.source === source).map(({ id }) => id);
  const standing = told.size > 0 ? await unmetLines(sql, file) : [];
  return {
    applicable: file.lines.map(({ id }) => id),
    conditional: file.pack.materials.filter(({ condition }) => condition).map(({ id }) => id),
    boundOk: await boundOkLines(sql, file),
    lookups: from('lookup'),
    forms: from('form'),
    names: namesOf(file.lines),
    told: new Map(standing.filter(({ changed }) => !changed).map(({ line, reason }) => [line.id, reason])),
  };
}

export const namesOf = (lines: CaseFile['lines']): Map<string, string> =>
  new Map(lines.map(({ id, nameZh }) => [id, nameZh]));

/** Whether everything that is missing may be supplied after acceptance (design 6.6). */
const tolerable = (file: CaseFile, verdicts: readonly SeenVerdict[]): boolean => {
  const missing = verdicts.filter(({ verdict }) => verdict === 'deficient').map(({ lineId }) => lineId);
  return (
    cureDayToday(
      file,
      file.lines.filter(({ id }) => missing.includes(id)),
    ) !== null
  );
};

/** A sheet with one row a line, each tied to what was looked at. */
export function writeSheet(
  sql: Transaction,
  file: CaseFile,
  sheet: { id: string; purpose: 'intake' | 'pre_review'; accountId: string | null },
  verdicts: readonly SeenVerdict[],
): void {
  sql.send('insert into verdict_sheet (id, case_id, purpose, account_id, made_at) values ($1, $2, $3, $4, $5)', [
    sheet.id,
    file.row.id,
    sheet.purpose,
    sheet.accountId,
    file.now,
  ]);
  sql.send(
    `insert into verdict (sheet_id, line_id, verdict, reason, content_hash)
     select $1, * from unnest($2::text[], $3::text[], $4::text[], $5::text[])`,
    [
      sheet.id,
      verdicts.map(({ lineId }) => lineId),
      verdicts.map(({ verdict }) => verdict),
      verdicts.map(({ reason }) => reason ?? null),
      verdicts.map(({ lineId }) => contentHashOf(lineId, file)),
    ],
  );
}

function contentHashOf(lineId: string, file: CaseFile): string | null {
  const line = file.lines.find(({ id }) => id === lineId);
  return line ? lineContentHash(line, file) : null;
}
