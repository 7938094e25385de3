import type { Sql } from '../../platform/src/index.js';

/**
 * The material lines that this case was told of, by the one notice, by a tolerant acceptance or after a deemed one. Once there are some, there
 * will be no others: nothing else may be called unmet, and a reminder repeats these (ALL 32(1)(4)).
 */
export async function toldLines(sql: Sql, caseId: string): Promise<ReadonlySet<string>> {
  const rows = await sql.query<{ line_id: string }>(
    `select line_id from demand where case_id = $1 and kind in ('proof', 'correction')`,
    [caseId],
  );
  return new Set(rows.map(({ line_id }) => line_id));
}
