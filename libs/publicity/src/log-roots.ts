import { addDays, compareDates, endOfDay, plainDate, plainDateOf, type PlainDate } from '../../law/src/index.js';
import { sha256, type Sql } from '../../platform/src/index.js';

/** Merkle root over hex leaves; one leaf is its own root, none gives the hash of nothing. */
export function merkleRoot(leaves: readonly string[]): string {
  if (leaves.length === 0) return sha256('');
  let level = [...leaves];
  while (level.length > 1) {
    const above: string[] = [];
    for (let i = 0; i < level.length; i += 2) above.push(sha256(`${level[i]}${level[i + 1] ?? level[i]}`));
    level = above;
  }
  return level[0] ?? sha256('');
}

/** A command that began before midnight may be kept a little after it; its day is closed only when that is over. */
const SETTLING_MS = 10 * 60_000;

/** The first day that is not closed yet. */
export const settledDay = (now: Date): PlainDate => plainDateOf(new Date(now.getTime() - SETTLING_MS));

/** 存证根: the heads of all case chains at the end of each finished day, written once. Catches up after an outage. */
export async function rollLogRoots(sql: Sql, now: Date): Promise<PlainDate[]> {
  const settled = settledDay(now);
  const [first] = await sql.query<{ day: string | null }>(
    `select coalesce((select max(day) + 1 from log_root), (select (min(at) at time zone 'Asia/Shanghai')::date from case_event))::text as day`,
  );
  if (!first?.day) return [];
  const done: PlainDate[] = [];
  for (let day = plainDate(first.day); compareDates(day, settled) < 0; day = addDays(day, 1)) {
    const heads = await sql.query<{ hash: string }>(
      'select distinct on (case_id) hash from case_event where at < $1 order by case_id, seq desc',
      [endOfDay(day)],
    );
    await sql.query(
      'insert into log_root (day, root, heads, computed_at) values ($1, $2, $3, $4) on conflict (day) do nothing',
      [day, merkleRoot(heads.map(({ hash }) => hash).sort()), heads.length, now],
    );
    done.push(day);
  }
  return done;
}

export async function listLogRoots(sql: Sql): Promise<{ day: string; root: string; heads: number }[]> {
  return sql.query('select day::text as day, root, heads from log_root order by day desc limit 100');
}
