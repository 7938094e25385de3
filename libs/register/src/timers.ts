import { endOfDay, type PlainDate } from '../../law/src/index.js';
import type { Sql } from '../../platform/src/index.js';
import { startAnnualTimer } from './annual-timers.js';

/**
 * When to look at an institution again: the end of its licence or of its preparation. One alarm each; null takes it off.
 * Whoever has a licence is looked at each year as well.
 */
export async function setInstitutionTimer(sql: Sql, institutionId: string, lastDay: PlainDate | null): Promise<void> {
  if (lastDay === null) {
    await sql.query('delete from institution_timer where institution_id = $1', [institutionId]);
    return;
  }
  await sql.query(
    `insert into institution_timer (institution_id, wake_at) values ($1, $2)
     on conflict (institution_id) do update set wake_at = excluded.wake_at`,
    [institutionId, endOfDay(lastDay)],
  );
  await startAnnualTimer(sql, institutionId);
}
