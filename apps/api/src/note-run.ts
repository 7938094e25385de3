import type { JobRun } from '../../../libs/jobs/src/index.js';
import { safeError, type Log } from '../../../libs/platform/src/index.js';
import type { Pulse } from './pulse.js';

/** One line and one figure a job. */
export const noteRun =
  (log: Log, pulse: Pulse) =>
  ({ job, outboxId, caseId, seconds, error }: JobRun): void => {
    const outcome = error === undefined ? 'done' : 'failed';
    pulse.jobs.observe({ job, outcome }, seconds);
    const line = { job, outboxId, caseId, ms: Math.round(seconds * 1000), outcome };
    if (error === undefined) log.info(line, 'job');
    else log.error({ ...line, error: safeError(error) }, 'job');
  };
