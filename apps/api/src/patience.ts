import { setTimeout as pause } from 'node:timers/promises';
import { isDatabaseAway } from '../../../libs/platform/src/index.js';

/** How long a process that starts waits for its database. */
const PATIENCE_MS = 60_000;
const AGAIN_AFTER_MS = 250;

/** Time as the machine counts it from some beginning, in milliseconds, and a way to let it pass. */
interface Waiting {
  now(): number;
  pause(ms: number): Promise<unknown>;
}
const ON_THE_MACHINE: Waiting = { now: () => performance.now(), pause };

/** A step of the start is tried again while the database is away: it may be restarting. Anything else is said at once. */
export async function patiently<T>(step: () => Promise<T>, waiting = ON_THE_MACHINE): Promise<T> {
  const until = waiting.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await step();
    } catch (error) {
      if (!isDatabaseAway(error) || waiting.now() > until) throw error;
    }
    await waiting.pause(AGAIN_AFTER_MS);
  }
}
