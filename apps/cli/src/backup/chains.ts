import type pg from 'pg';
import { brokenLink, ENTRY_COLUMNS, GENESIS, type LogEntry } from '../../../../libs/cases/src/index.js';
import { sha256 } from '../../../../libs/platform/src/index.js';
import type { ChainsEntry } from './manifest.js';

export interface Chains extends ChainsEntry {
  /** The list of heads, as it is written. */
  text: string;
  /** The first thing that is wrong, in words; null when every chain holds. */
  broken: string | null;
}

const BATCH = 2000;

/** Works out every chain again, link by link, and where each case ends. Inside a transaction. */
export async function chainsOf(client: pg.ClientBase): Promise<Chains> {
  const heads: string[] = [];
  let [entries, broken]: [number, string | null] = [0, null];
  for await (const chain of everyChain(client)) {
    const wrong = brokenLink(chain);
    if (wrong) broken ??= `case_event: the chain of case ${wrong.case_id} is broken at entry ${wrong.seq}`;
    const head = chain.at(-1);
    if (head) heads.push(`${head.case_id} ${head.seq} ${head.hash}\n`);
    entries += chain.length;
  }
  const text = heads.join('');
  return { cases: heads.length, entries, heads: sha256(text), text, broken: broken ?? (await astray(client)) };
}

async function* everyChain(client: pg.ClientBase): AsyncGenerator<LogEntry[]> {
  await client.query(
    `declare every_entry no scroll cursor for select ${ENTRY_COLUMNS} from case_event order by case_id, seq`,
  );
  let chain: LogEntry[] = [];
  for (;;) {
    const { rows } = await client.query<LogEntry>(`fetch ${BATCH} from every_entry`);
    for (const entry of rows) {
      if (chain[0] && chain[0].case_id !== entry.case_id) {
        yield chain;
        chain = [];
      }
      chain.push(entry);
    }
    if (rows.length < BATCH) break;
  }
  if (chain.length > 0) yield chain;
  await client.query('close every_entry');
}

/** A case that does not stand where its log ends. */
async function astray(client: pg.ClientBase): Promise<string | null> {
  const { rows } = await client.query<{ id: string }>(
    `select c.id from licensing_case c
     left join lateral (select e.hash from case_event e where e.case_id = c.id order by e.seq desc limit 1) head on true
     where c.last_hash is distinct from coalesce(head.hash, $1) limit 1`,
    [GENESIS],
  );
  return rows[0] ? `licensing_case: case ${rows[0].id} does not stand where its log ends` : null;
}
