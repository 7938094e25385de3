import type { Offender } from '../offence.js';
import { tolerance } from './4-tolerance.js';
import { specialProcedures } from './7-special-procedures.js';

/** The offenders, by the number of the rule that each tries to break. */
export const OFFENDERS: readonly Offender[] = [tolerance, specialProcedures];
