import type { Offender } from '../offence.js';
import { decisionRoom } from './8-decision-room.js';
import { recusal } from './9-recusal.js';

/** The offenders, by the number of the rule that each tries to break. */
export const OFFENDERS: readonly Offender[] = [decisionRoom, recusal];
