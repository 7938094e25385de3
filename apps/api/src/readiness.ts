import { replayClocks } from '../../../libs/cases/src/index.js';
import { outboxFigures } from '../../../libs/jobs/src/index.js';
import { machineNow, missingMigrations } from '../../../libs/platform/src/index.js';
import type { Tools } from './tools.js';

/** One thing that must be so, with the figures behind it. */
export interface Check {
  ok: boolean;
  [figure: string]: unknown;
}
export interface Readiness {
  ok: boolean;
  checks: Record<string, Check>;
  /** What is not as it must be, for whoever reads one line. */
  reason?: string;
}

/** Seconds after which something is late. A relay looks every quarter of a second and takes a lost row up after 45. */
export const LATE = { relay: 60, undelivered: 300, alarm: 300 } as const;
/** A database that does not answer within this time is not there. */
const PATIENCE_MS = 3_000;

/** Whether this process may be sent requests, check by check. */
export async function readinessOf(tools: Tools): Promise<Readiness> {
  const checks: Record<string, Check> = tools.pulse.stopping ? { stopping: { ok: false } } : {};
  checks['database'] = await answered(async () => {
    await tools.sql.query('select 1');
    return { ok: true };
  });
  if (checks['database'].ok) {
    const [migrations, outbox, clockReplay] = await Promise.all([
      answered(() => migrationsOf(tools)),
      answeredAll(() => outboxOf(tools), ['relayLag', 'oldestUndelivered']),
      answered(() => clocksOf(tools)),
    ]);
    Object.assign(checks, { migrations, ...outbox, clockReplay });
  }
  const wrong = Object.entries(checks).filter(([, { ok }]) => !ok);
  if (wrong.length === 0) return { ok: true, checks };
  return { ok: false, checks, reason: wrong.map(([name, check]) => inOneLine(name, check)).join('; ') };
}

async function migrationsOf({ sql }: Tools): Promise<Check> {
  const missing = await missingMigrations(sql);
  return { ok: missing.length === 0, missing };
}

async function outboxOf({ sql }: Tools): Promise<Record<string, Check>> {
  const { relayLagSeconds, oldestUndeliveredSeconds } = await outboxFigures(sql, new Date(machineNow()));
  return {
    relayLag: { ok: relayLagSeconds < LATE.relay, seconds: relayLagSeconds },
    oldestUndelivered: { ok: oldestUndeliveredSeconds < LATE.undelivered, seconds: oldestUndeliveredSeconds },
  };
}

async function clocksOf({ workshop, sql }: Tools): Promise<Check> {
  const replay = await replayClocks(workshop, sql, new Date(machineNow()));
  return { ok: replay.lateSeconds < LATE.alarm && replay.disagreeing === 0, ...replay };
}

/** A check that cannot be made has failed. */
const answered = (check: () => Promise<Check>): Promise<Check> => withinTime(check()).catch(() => ({ ok: false }));

const answeredAll = (
  check: () => Promise<Record<string, Check>>,
  names: readonly string[],
): Promise<Record<string, Check>> =>
  withinTime(check()).catch(() => Object.fromEntries(names.map((name) => [name, { ok: false }])));

async function withinTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer')), PATIENCE_MS);
  });
  return Promise.race([work, over]).finally(() => clearTimeout(timer));
}

const inOneLine = (name: string, { ok: _, ...figures }: Check): string =>
  [name, ...Object.entries(figures).map(([figure, value]) => `${figure}=${String(value)}`)].join(' ');
