import { setTimeout as pause } from 'node:timers/promises';
import { isDatabaseAway } from '../../../libs/platform/src/index.js';

/** How long a process that starts waits for its database. */
const PATIENCE_MS = 60_000;
const AGAIN_AFTER_MS = 250;

/** A step of the start is tried again while the database is away: it may be restarting. Anything else is said at once. */
export async function patiently<T>(step: () => Promise<T>): Promise<T> {
  const until = performance.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await step();
    } catch (error) {
      if (!isDatabaseAway(error) || performance.now() > until) throw error;
    }
    await pause(AGAIN_AFTER_MS);
  }
}
