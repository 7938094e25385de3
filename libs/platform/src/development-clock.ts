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

/**
 * Forward only, whichever process it is asked of: the row decides, and two moves at once cannot undo each other.
 * @throws Refusal CLOCK_BACKWARDS
 */
export async function moveDevelopmentClock(sql: Sql, clock: SystemClock, to: Date): Promise<void> {
  const offset = to.getTime() - machineNow();
  const [moved] = await sql.query(
    'update development_clock set offset_ms = $1, moved_at = now() where id = 1 and offset_ms <= $1 returning offset_ms',
    [offset],
  );
  if (!moved) throw new Refusal('CLOCK_BACKWARDS');
  clock.follow(offset);
}

/** Milliseconds between two looks; a move is seen everywhere within a second. */
const LOOK_EVERY_MS = 300;

/**
 * Follows the moves that other processes make. A look that fails is made again: the database may be restarting.
 * @returns ends it, after the look that is under way
 */
export function followDevelopmentClock(sql: Sql, clock: SystemClock): () => Promise<void> {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let looking: Promise<void> = Promise.resolve();
  const look = async (): Promise<void> => {
    const [row] = await sql.query<{ offset_ms: string }>('select offset_ms from development_clock where id = 1');
    if (row) clock.follow(Number(row.offset_ms));
  };
  const later = (): void => {
    if (!stopped)
      timer = setTimeout(
        () =>
          (looking = look()
            .catch(() => undefined)
            .finally(later)),
        LOOK_EVERY_MS,
      );
  };
  later();
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await looking;
  };
}
