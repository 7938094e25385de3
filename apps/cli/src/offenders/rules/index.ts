import type { Offender } from '../offence.js';
import { oneNotice } from './1-one-notice.js';
import { closedList } from './2-closed-list.js';
import { bindingPreReview } from './3-binding-pre-review.js';
import { tolerance } from './4-tolerance.js';
import { trips } from './5-trips.js';
import { supervision } from './6-supervision.js';
import { specialProcedures } from './7-special-procedures.js';
import { decisionRoom } from './8-decision-room.js';
import { recusal } from './9-recusal.js';
import { coSignature } from './10-co-signature.js';

/** The offenders, by the number of the rule that each tries to break. */
export const OFFENDERS: readonly Offender[] = [
  oneNotice,
  closedList,
  bindingPreReview,
  tolerance,
  trips,
  supervision,
  specialProcedures,
  decisionRoom,
  recusal,
  coSignature,
];
