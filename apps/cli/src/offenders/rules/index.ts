import type { Offender } from '../offence.js';
import { trips } from './5-trips.js';

/** The offenders, by the number of the rule that each tries to break. */
export const OFFENDERS: readonly Offender[] = [trips];
