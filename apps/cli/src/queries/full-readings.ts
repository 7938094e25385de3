import type pg from 'pg';
import type { Statement } from './statements.js';
import { sendable } from './text.js';

/** A table that a statement reads from the first row to the last. */
export interface FullReading {
  place: string;
  table: string;
  text: string;
}

/** A table with fewer rows may be read as a whole. */
const FEW_ROWS = 1_000;

interface Plan {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Index Cond'?: string;
  Plans?: Plan[];
}

/** Asks the planner about every text that the code can send, without values, as a prepared statement is planned. */
export async function fullReadings(client: pg.Client, statements: readonly Statement[]): Promise<FullReading[]> {
  const large = await namesOf(client, `relkind = 'r' and reltuples > ${FEW_ROWS}`);
  const partial = await namesOf(client, 'oid in (select indexrelid from pg_index where indpred is not null)');
  const found: FullReading[] = [];
  for (const { place, text } of statements)
    for (const one of sendable(text).filter(hasPlan))
      for (const table of readAsAWhole(await planOf(client, place, one), partial))
        if (large.has(table)) found.push({ place, table, text: one });
  return found;
}

const hasPlan = (text: string): boolean => /^\s*(select|insert|update|delete|with)\b/i.test(text);

async function planOf(client: pg.Client, place: string, text: string): Promise<Plan> {
  try {
    const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
      `explain (generic_plan, format json) ${text}`,
    );
    const [row] = rows;
    if (!row) throw new Error('no plan');
    return row['QUERY PLAN'][0].Plan;
  } catch (error) {
    throw new Error(`${place}: ${(error as Error).message}\n${text}`);
  }
}

async function namesOf(client: pg.Client, condition: string): Promise<Set<string>> {
  const { rows } = await client.query<{ relname: string }>(
    `select relname from pg_class where relnamespace = 'public'::regnamespace and ${condition}`,
  );
  return new Set(rows.map(({ relname }) => relname));
}

/**
 * Tables that are read to the end: themselves, or through an index from end to end. An index of a part of the rows is
 * made for that part, and one that stops at a limit reads no more than it gives.
 */
function readAsAWhole(plan: Plan, partial: ReadonlySet<string>, limited = false): string[] {
  const type = plan['Node Type'];
  const isEndToEnd = /^Index (Only )?Scan/.test(type) && !plan['Index Cond'] && !limited;
  const whole = type === 'Seq Scan' || (isEndToEnd && !partial.has(plan['Index Name'] ?? ''));
  const within = type !== 'Sort' && (limited || type === 'Limit');
  const deeper = (plan.Plans ?? []).flatMap((one) => readAsAWhole(one, partial, within));
  return [...(whole && plan['Relation Name'] ? [plan['Relation Name']] : []), ...deeper];
}
