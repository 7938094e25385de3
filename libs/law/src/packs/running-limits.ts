import type { Period, PackLimits, StatutoryPeriod } from './pack.js';
import { isPeriod } from './pack.js';

/** The limits of a matter that is applied for and decided within a period. */
export interface RunningLimits {
  promised: Period;
  statutory: StatutoryPeriod;
  internal: NonNullable<PackLimits['internal']>;
}

/**
 * The limits on which the clocks of a case run.
 * @throws Error when the pack promises nothing or is bound to a date: such a matter has no procedure with these clocks
 */
export function runningLimits({ promised, statutory, internal }: PackLimits): RunningLimits {
  if (!promised || !internal || !isPeriod(statutory))
    throw new Error('this matter has no limits that a case could run on');
  return { promised, statutory, internal };
}
