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
} from './delivery.js';
import { correctionRequired, correctionSupplied, draft, received } from './intake.js';
import { vocabulary } from '../vocabulary.js';

/**
 * A licence that is applied for (行政许可): intake, review, legality review, decision, delivery. A matter says by which
 * limit it is decided, what its review looks at, what a grant does, and what follows the grant.
 */
export const licensing = <const Granting extends readonly GrantEffect[]>({
  granted: afterwards,
  ...of
}: Accepted<Granting> & {
  granted: typeof granted | typeof grantedToRegister | typeof grantedToRegisterEach | typeof grantedToWindUp;
}) =>
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
      GRANTED: afterwards,
      REFUSED: refused,
      ARCHIVED: archived,
      ...closings,
    },
  });
