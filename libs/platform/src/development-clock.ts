import { Refusal } from './refusal.js';
import { machineNow, type SystemClock } from './clock.js';
import type { Sql } from './database/connection.js';

/** Where a new data folder starts: Monday 2 March 2026, nine o'clock in Shanghai (design 6.21). */
const BEGINNING = Date.parse('2026-03-02T09:00:00+08:00');

/** Takes the offset from the database; on a new one, puts it there. */
export async function readDevelopmentClock(sql: Sql, clock: SystemClock): Promise<void> {
  const [row] = await sql.query<{ offset_ms: string }>(
    `insert into development_clock (id, offset_ms) values (1, $1)
     on conflict (id) do update set offset_ms = development_clock.offset_ms returning offset_ms`,
    [BEGINNING - machineNow()],
  );
  clock.begin(Number(row?.offset_ms ?? 0));
}

/** @throws Refusal CLOCK_BACKWARDS */
export async function moveDevelopmentClock(sql: Sql, clock: SystemClock, to: Date): Promise<void> {
  await readDevelopmentClock(sql, clock);
  if (to < clock.now()) throw new Refusal('CLOCK_BACKWARDS');
  await sql.query('update development_clock set offset_ms = $1, moved_at = now() where id = 1', [
    to.getTime() - machineNow(),
  ]);
  clock.begin(to.getTime() - machineNow());
}
