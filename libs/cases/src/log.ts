import type { PlainDate } from '../../law/src/index.js';
import type { ActingRole, EventType } from '../../procedures/src/index.js';
import { canonicalJson, sha256, type Sql, type Transaction } from '../../platform/src/index.js';

/** Before the first event of a case. */
export const GENESIS = '0'.repeat(64);

/** One line of a case's log. `payload` holds references and commitments, never personal data. */
export interface LogEntry {
  case_id: string;
  seq: number;
  command_id: string | null;
  /** `carryOver`: not a step of the procedure but its exchange for a later one. */
  type: EventType | 'carryOver';
  state: string;
  actor_id: string | null;
  actor_role: ActingRole;
  owner_role: ActingRole;
  at: Date;
  legal_date: PlainDate;
  payload: Record<string, unknown>;
  machine_hash: string;
  pack_hash: string;
  prev_hash: string;
  hash: string;
}

export type NewEntry = Omit<LogEntry, 'hash'>;

/** The hash of an entry covers everything in it and the hash before it: no line can be changed, dropped or moved. */
export function hashOf(entry: NewEntry): string {
  return sha256(canonicalJson({ ...entry, at: entry.at.toISOString() }));
}

/** An entry with its hash, which closes it. */
export const sealed = (entry: NewEntry): LogEntry => ({ ...entry, hash: hashOf(entry) });

/** The columns of an entry, with its day as text. */
export const ENTRY_COLUMNS = `case_id, seq, command_id, type, state, actor_id, actor_role, owner_role, at,
  legal_date::text as legal_date, payload, machine_hash, pack_hash, prev_hash, hash`;

export async function entriesOf(sql: Sql, caseId: string): Promise<LogEntry[]> {
  return sql.query<LogEntry>(`select ${ENTRY_COLUMNS} from case_event where case_id = $1 order by seq`, [caseId]);
}

/** The first entry whose chain is broken, or null. */
export function brokenLink(entries: readonly LogEntry[]): LogEntry | null {
  let previous = GENESIS;
  for (const entry of entries) {
    const { hash, ...rest } = entry;
    if (entry.prev_hash !== previous || hashOf(rest) !== hash) return entry;
    previous = hash;
  }
  return null;
}

/**
 * Words of a step (reasons, opinions, names) are kept beside the log; the log holds only a salted commitment to them,
 * so that they can be erased without breaking the chain.
 */
export function keepWords(
  sql: Transaction,
  at: { caseId: string; seq: number; salt: string },
  words: Record<string, unknown>,
): string {
  sql.send('insert into event_words (case_id, seq, words, salt) values ($1, $2, $3, $4)', [
    at.caseId,
    at.seq,
    JSON.stringify(words),
    at.salt,
  ]);
  return sha256(at.salt + canonicalJson(words));
}

/** The words of a case's steps, by the number of the step. */
export async function wordsOf(sql: Sql, caseId: string): Promise<Map<number, Record<string, unknown>>> {
  const rows = await sql.query<{ seq: number; words: Record<string, unknown> }>(
    'select seq, words from event_words where case_id = $1',
    [caseId],
  );
  return new Map(rows.map(({ seq, words }) => [seq, words]));
}
