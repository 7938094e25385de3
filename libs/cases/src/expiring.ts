import type { Sql } from '../../platform/src/index.js';
import type { Workshop } from './workshop.js';
import { lightOfTask, openTasks } from './supervision/lights.js';

/** How far ahead is looked, in days of the calendar, and how many alarms at most are looked at. */
export const EXPIRING_DAYS = 5;
const AT_MOST = 500;

/**
 * The clocks that run out within five days, counted by clock and by the light of their case (`none` where nothing is
 * promised). The nearest five hundred are looked at.
 */
export async function expiringClocks(
  workshop: Workshop,
  sql: Sql,
): Promise<{ clock: string; signal: string; count: number }[]> {
  const rows = await sql.query<{ case_id: string; clock: string }>(
    `select case_id, clock from timer where wake_at <= $1::timestamptz + make_interval(days => $2) order by wake_at limit $3`,
    [workshop.clock.now(), EXPIRING_DAYS, AT_MOST],
  );
  const lights = await lightsOf(workshop, sql, [...new Set(rows.map(({ case_id }) => case_id))]);
  const counts = new Map<string, { clock: string; signal: string; count: number }>();
  for (const { case_id, clock } of rows) {
    const signal = lights.get(case_id) ?? 'none';
    const one = counts.get(`${clock} ${signal}`) ?? { clock, signal, count: 0 };
    one.count += 1;
    counts.set(`${clock} ${signal}`, one);
  }
  return [...counts.values()];
}

async function lightsOf(workshop: Workshop, sql: Sql, caseIds: readonly string[]): Promise<Map<string, string>> {
  const calendar = await workshop.calendars.inForce(sql);
  const lights = new Map<string, string>();
  for (const task of await openTasks(sql, 'c.id = any($1::uuid[])', [caseIds])) {
    const light = await lightOfTask(workshop, sql, task, calendar);
    if (light) lights.set(task.id, light.signal);
  }
  return lights;
}
