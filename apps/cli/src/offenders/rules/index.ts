import type { Offender } from '../offence.js';
import { supervision } from './6-supervision.js';

/** The offenders, by the number of the rule that each tries to break. */
export const OFFENDERS: readonly Offender[] = [supervision];
