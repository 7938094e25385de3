import { plainDateOf, type WorkingCalendar } from '../../../law/src/index.js';
import { DECISION_LIMITS } from '../../../procedures/src/index.js';
import type { Sql } from '../../../platform/src/index.js';
import { clocksOf } from '../clocks.js';
import type { Workshop } from '../workshop.js';
import type { PackShelf } from '../pack-shelf.js';
import type { LogEntry } from '../log.js';
import { lightOf, type Light } from './light.js';

export type LoggedStep = Pick<
  LogEntry,
  'seq' | 'type' | 'state' | 'owner_role' | 'actor_role' | 'legal_date' | 'payload'
>;

/** An open case with its log, as far as its light needs it. */
export interface OpenTask {
  id: string;
  number: string;
  institutionName: string;
  owner: string;
  pack_hash: string;
  machine_hash: string;
  last_hash: string;
  log: LoggedStep[];
}

/** What decides the colour: the promise, and the limits of the law beyond it. */
const CLOCKS: readonly string[] = ['promised_decision', 'filing_check', ...DECISION_LIMITS, 'renewal_decision'];

/** Submitted cases that are not closed, with their logs. */
export const openTasks = (sql: Sql, where: string, parameters: readonly unknown[]): Promise<OpenTask[]> =>
  sql.query<OpenTask>(
    `select c.id, c.number, c.institution_name as "institutionName", c.owner_role as owner, c.pack_hash, c.machine_hash,
       c.last_hash, e.log
     from licensing_case c cross join lateral (select jsonb_agg(jsonb_build_object('seq', seq, 'type', type, 'state', state,
       'owner_role', owner_role, 'actor_role', actor_role, 'legal_date', legal_date, 'payload', payload) order by seq) as log
       from case_event where case_id = c.id) e
     where c.closed_at is null and c.number is not null and ${where}`,
    parameters,
  );

/** No light for a case of a chart that does not run here any more.
 * @param calendar the one in force */
export async function lightOfTask(
  workshop: Workshop,
  sql: Sql,
  task: OpenTask,
  calendar: WorkingCalendar,
): Promise<Light | null> {
  const matter = await workshop.shelf.runningUnder(sql, task);
  if (!matter) return null;
  const { pack, procedure } = matter;
  const today = plainDateOf(workshop.clock.now());
  const known = procedure.clocks.filter((id) => CLOCKS.includes(id));
  const clocks = clocksOf(task.log, known, { pack, known, calendar, asOf: today, closed: false });
  return lightOf(task.log, clocks, { calendar, today, closed: false, readings: workshop.shelf.readings });
}

/** A case as far as its light follows from it: its log, by the hash of the last step, and the charts that it is under. */
type Lit = Pick<OpenTask, 'id' | 'pack_hash' | 'machine_hash' | 'last_hash'>;

/** Lights that are kept; when there are more, all are worked out anew. */
const MOST = 10_000;
const memories = new WeakMap<PackShelf, Map<string, Light | null>>();

/**
 * The lights of running cases. A log up to a hash, a calendar and a day have one light for ever: what was worked out
 * before is kept, and only the logs of other cases are read.
 */
export async function lightsOf(
  workshop: Workshop,
  sql: Sql,
  cases: readonly Lit[],
  version?: string,
): Promise<Map<string, Light | null>> {
  if (cases.length === 0) return new Map();
  const calendar = version ? await workshop.calendars.at(sql, version) : await workshop.calendars.inForce(sql);
  const memory = memories.get(workshop.shelf) ?? new Map<string, Light | null>();
  memories.set(workshop.shelf, memory);
  const asOf = `${calendar.version} ${plainDateOf(workshop.clock.now())}`;
  const keyOf = ({ id, last_hash, pack_hash, machine_hash }: Lit): string =>
    `${asOf} ${id} ${last_hash} ${pack_hash} ${machine_hash}`;
  const lights = new Map<string, Light | null>();
  const unknown = cases.filter((one) => {
    const known = memory.get(keyOf(one));
    if (known !== undefined) lights.set(one.id, known);
    return known === undefined;
  });
  if (unknown.length === 0) return lights;
  for (const task of await openTasks(sql, 'c.id = any($1::uuid[])', [unknown.map(({ id }) => id)])) {
    const light = await lightOfTask(workshop, sql, task, calendar);
    if (memory.size >= MOST) memory.clear();
    memory.set(keyOf(task), light);
    lights.set(task.id, light);
  }
  return lights;
}

/** A page of cases, each with its light: one more question to the database for the whole page. */
export async function lit<T extends { id: string }>(
  workshop: Workshop,
  sql: Sql,
  page: { items: T[]; next: string | null },
): Promise<{ items: (T & { light: Light | null })[]; next: string | null }> {
  const tasks = await openTasks(sql, 'c.id = any($1::uuid[])', [page.items.map(({ id }) => id)]);
  const calendar = await workshop.calendars.inForce(sql);
  const lights = new Map<string, Light | null>();
  for (const task of tasks) lights.set(task.id, await lightOfTask(workshop, sql, task, calendar));
  return { ...page, items: page.items.map((item) => ({ ...item, light: lights.get(item.id) ?? null })) };
}
