import type pg from 'pg';
import type { Statement } from '../../apps/cli/src/queries/statements.js';
import { sendable } from '../../apps/cli/src/queries/text.js';

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
  'Index Cond'?: string;
  Plans?: Plan[];
}

/** Asks the planner about every text that the code can send, without values, as a prepared statement is planned. */
export async function fullReadings(client: pg.Client, statements: readonly Statement[]): Promise<FullReading[]> {
  const large = await largeTables(client);
  const found: FullReading[] = [];
  for (const { place, text } of statements)
    for (const one of sendable(text).filter(hasPlan))
      for (const table of readAsAWhole(await planOf(client, place, one)))
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

async function largeTables(client: pg.Client): Promise<Set<string>> {
  const { rows } = await client.query<{ relname: string }>(
    `select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and reltuples > $1`,
    [FEW_ROWS],
  );
  return new Set(rows.map(({ relname }) => relname));
}

/** A scan of a table, or of an index from end to end; one that stops at a limit reads a part. */
function readAsAWhole(plan: Plan, limited = false): string[] {
  const type = plan['Node Type'];
  const whole = type === 'Seq Scan' || (/^Index (Only )?Scan/.test(type) && !plan['Index Cond'] && !limited);
  const within = limited || type === 'Limit';
  const deeper = (plan.Plans ?? []).flatMap((one) => readAsAWhole(one, type === 'Sort' ? false : within));
  return [...(whole && plan['Relation Name'] ? [plan['Relation Name']] : []), ...deeper];
}
