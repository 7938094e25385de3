import { isPeriod, type PackLimits, type Period, type StatutoryPeriod } from './pack.js';

/** The limits of a matter that is applied for and decided. */
export interface RunningLimits {
  promised: Period;
  internal: NonNullable<PackLimits['internal']>;
}

/**
 * The promise on which the clocks of a case run.
 * @throws Error when the pack promises nothing: such a matter has no procedure with these clocks
 */
export function runningLimits({ promised, internal }: PackLimits): RunningLimits {
  if (!promised || !internal) throw new Error('this matter has no promise that a case could run on');
  return { promised, internal };
}

/**
 * The statutory limit of a matter that must be decided within a period.
 * @throws Error when the law sets a date or nothing: such a matter has no procedure with this clock
 */
export function statutoryPeriod({ statutory }: PackLimits): StatutoryPeriod {
  if (!isPeriod(statutory)) throw new Error('this matter has no statutory period that a case could run on');
  return statutory;
}
