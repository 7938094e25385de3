import { setTimeout as pause } from 'node:timers/promises';

/** How long a process that starts waits for its database. */
const PATIENCE_MS = 60_000;
const AGAIN_AFTER_MS = 250;

/** Connections that ended or were refused, and a server that is starting or stopping (PostgreSQL, class 57P). */
const AWAY = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', '57P01', '57P02', '57P03'];

/** A step of the start is tried again while the database is away: it may be restarting. Anything else is said at once. */
export async function patiently<T>(step: () => Promise<T>): Promise<T> {
  const until = performance.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await step();
    } catch (error) {
      if (!isAway(error) || performance.now() > until) throw error;
    }
    await pause(AGAIN_AFTER_MS);
  }
}

function isAway(error: unknown): boolean {
  const { driverError } = error as { driverError?: unknown };
  const { code, message = '' } = (driverError ?? error) as { code?: string; message?: string };
  return AWAY.includes(code ?? '') || message.startsWith('Connection terminated');
}
