import { setTimeout as pause } from 'node:timers/promises';
import type { ChaosDatabase } from '../faults/database.js';
import type { Fleet } from '../faults/fleet.js';

/** What the system still has to do. */
const OWED = `
  select 'row ' || id || ' of the outbox: ' || topic || ', ' || attempts || ' attempts, ' || coalesce(last_error, '') as what
  from outbox where done_at is null
  union all select 'alarm ' || t.what || ' that has gone off' from (
    select 'of case ' || case_id || ' (' || clock || ')' as what, wake_at from timer
    union all select 'of institution ' || institution_id, wake_at from institution_timer
    union all select 'of the report of ' || institution_id, wake_at from annual_timer
    union all select 'of appointment ' || appointment_id, wake_at from appointment_timer
    union all select 'of ticket ' || ticket_id, wake_at from ticket_timer) t
  where t.wake_at <= (select now() + make_interval(secs => offset_ms / 1000.0) from development_clock)`;

/** Nothing that is released waits longer than this for a job that was lost. */
const LONGEST_MS = 240_000;

/**
 * Waits until everybody is ready and nothing is owed any more.
 * @param hurry lets time pass for what was released to a process that was killed, as if one had waited
 * @returns what is still owed after all
 */
export async function untilQuiet(database: ChaosDatabase, fleet: Fleet, hurry: boolean): Promise<string[]> {
  const until = performance.now() + LONGEST_MS;
  let quiet = 0;
  for (;;) {
    if (hurry)
      await database.query(
        `update outbox set released_at = released_at - interval '1 minute' where done_at is null and released_at > now() - interval '20 seconds' and released_at < now() - interval '2 seconds'`,
      );
    const owed = await database.query<{ what: string }>(OWED).catch(() => [{ what: 'the database does not answer' }]);
    const ready = owed.length === 0 && (await fleet.ready());
    quiet = ready ? quiet + 1 : 0;
    // twice, for what was done last may have put out something new
    if (quiet === 2 || performance.now() > until)
      return owed.map(({ what }) => what).concat(ready ? [] : ['not ready']);
    await pause(250);
  }
}
