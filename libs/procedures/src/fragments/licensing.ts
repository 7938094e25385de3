import { accepted, type Accepted } from './accepted.js';
import type { GrantEffect } from './decision.js';
import {
  archived,
  closings,
  refused,
  type granted,
  type grantedToRegister,
  type grantedToRegisterEach,
  type grantedToWindUp,
  type grantedToWindUpAnEnd,
} from './delivery.js';
import { correctionRequired, correctionSupplied, draft, received } from './intake.js';
import { vocabulary } from '../vocabulary.js';
import type { windingUp } from './winding-up.js';

/** What one matter says of itself: its way to the decision, and what follows a grant. */
interface Licensing<Granting, Ending> extends Accepted<Granting, Ending> {
  /** Absent: nothing is granted. */
  granted?:
    | typeof granted
    | typeof grantedToRegister
    | typeof grantedToRegisterEach
    | typeof grantedToWindUp
    | typeof grantedToWindUpAnEnd;
  /** What is left to do after the grant of an end. */
  windingUp?: typeof windingUp;
}

/**
 * A licence that is applied for (行政许可): intake, review, legality review, decision, delivery. A matter says by which
 * limit it is decided, what its review looks at, what a grant does, and what follows the grant.
 */
export const licensing = <const Granting extends readonly GrantEffect[], const Ending extends readonly GrantEffect[]>({
  granted: afterwards,
  windingUp: toWindUp,
  ...of
}: Licensing<Granting, Ending>) =>
  vocabulary.createStateConfig({
    initial: 'DRAFT',
    states: {
      DRAFT: draft,
      PENDING: {
        initial: 'RECEIVED',
        on: { withdraw: { target: 'WITHDRAWN' } },
        states: {
          RECEIVED: received,
          CORRECTION_REQUIRED: correctionRequired,
          CORRECTION_SUPPLIED: correctionSupplied,
          ACCEPTED: accepted(of),
        },
      },
      ...(afterwards ? { GRANTED: afterwards } : {}),
      REFUSED: refused,
      ...(toWindUp ? { WINDING_UP: toWindUp } : {}),
      ARCHIVED: archived,
      ...closings,
    },
  });
