import type { Sql } from '../../../platform/src/index.js';

/** So many names are few: their cases are gathered and sorted. Of more, the first that are wanted come soon in any order. */
const FEW = 1000;

/**
 * Part of a Chinese name: bigrams for two characters (a trigram index cannot serve them), trigrams from three on.
 * The pattern is checked as well, for both indexes only narrow down.
 */
export function nameCondition(column: string, q: string, add: (value: unknown) => string): string {
  const pattern = `${column} like ${add(`%${q.replace(/[\\%_]/g, '\\$&')}%`)}`;
  if (q.length !== 2) return pattern;
  return `${pattern} and bigrams(${column}) @> ${add([q])}::text[]`;
}

/**
 * The cases with a part of a name where they are few, else null. How rare a word is decides how a page is best found, and
 * the planner knows it only of words that are common: it took one of three names for one of hundreds, and read all cases.
 */
export async function fewNamed(sql: Sql, q: string): Promise<readonly string[] | null> {
  const parameters: unknown[] = [];
  const add = (value: unknown): string => `$${parameters.push(value)}`;
  const rows = await sql.query<{ case_id: string }>(
    `select n.case_id from case_name n where ${nameCondition('n.name', q, add)} limit ${add(FEW + 1)}`,
    parameters,
    'anew',
  );
  return rows.length > FEW ? null : rows.map(({ case_id }) => case_id);
}

/** Cases `c` with a part of a name. @param few what `fewNamed` found */
export const isNamed = (q: string, few: readonly string[] | null, add: (value: unknown) => string): string =>
  few
    ? `c.id = any(${add(few)}::uuid[])`
    : `c.id in (select n.case_id from case_name n where ${nameCondition('n.name', q, add)})`;
