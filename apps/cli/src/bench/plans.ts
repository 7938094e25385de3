import pg from 'pg';
import { projectRoot } from '../../../../libs/platform/src/project-root.js';
import type { BenchServer } from './server.js';

/** What the planner does with every statement of the code, on tables that are really large. */
export interface Plans {
  n: number;
  statements: number;
  /** Statements that read a large table to its end, and nobody said why they may. */
  unexplained: { place: string; table: string; text: string }[];
}

/** @param n cases */
export async function plansOn(server: BenchServer, n: number, tell: (what: string) => void): Promise<Plans> {
  // the compiler is a tool of development; no other part of the bench needs it
  const { HOLES } = await import('../queries/book.js');
  const { fullReadings } = await import('../queries/full-readings.js');
  const { MAY_READ_ALL, MAY_READ_ALL_OF_MANY } = await import('../queries/may-read-all.js');
  const { statementsOf } = await import('../queries/statements.js');
  const explained = { ...MAY_READ_ALL, ...MAY_READ_ALL_OF_MANY };
  const { superuserUrl } = await server.seeded(n, tell);
  const statements = statementsOf(projectRoot()).statements.filter(({ place }) => !(place in HOLES));
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  const found = await fullReadings(client, statements).finally(() => client.end());
  return { n, statements: statements.length, unexplained: found.filter(({ place }) => !(place in explained)) };
}

/** `bench --plans [--json]`. @returns 1 where a statement reads a large table to its end */
export function tellPlans({ n, statements, unexplained }: Plans, json: boolean): number {
  const lines = unexplained.map(({ place, table, text }) => `${place} reads all of ${table}: ${oneLine(text)}`);
  if (json) process.stdout.write(`${JSON.stringify({ n, statements, unexplained })}\n`);
  else process.stdout.write([`${statements} statements on ${n} cases`, ...lines, ''].join('\n'));
  return unexplained.length > 0 ? 1 : 0;
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
