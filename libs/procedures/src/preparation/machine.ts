import { correctionRequired, correctionSupplied, deemedAccepted, draft, received } from '../fragments/intake.js';
import { papers, review } from '../fragments/review.js';
import { examined, legalityReview, toDecide } from '../fragments/decision.js';
import { archived, closings, granted, refused } from '../fragments/delivery.js';
import { tolerance } from '../fragments/tolerance.js';
import { vocabulary } from '../vocabulary.js';

/**
 * Preparation (筹设, PEL 13, 14): thirty days, no visit. A grant opens an entry in the register that ends after three
 * years by itself, unless a formal application came in time; no pupil may be enrolled meanwhile (PER 17(2)).
 */
export const preparationConfig = vocabulary.createStateConfig({
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
        ACCEPTED: {
          type: 'parallel',
          meta: { clocks: ['promised_decision', 'prep_decision'] },
          on: {
            markPromiseMissed: { actions: { type: 'supervise', params: { matter: 'promiseMissed' } } },
            markLimitMissed: { actions: { type: 'supervise', params: { matter: 'limitMissed' } } },
          },
          states: {
            examination: {
              initial: 'IN_REVIEW',
              states: {
                DEEMED_ACCEPTED: deemedAccepted,
                IN_REVIEW: { id: 'IN_REVIEW', type: 'parallel', entry: 'closeIntake', states: { review, papers } },
                EXAMINED: examined,
                LEGALITY_REVIEW: legalityReview,
                TO_DECIDE: toDecide([
                  { type: 'register', params: { change: 'openPreparation' } },
                  { type: 'issue', params: { document: 'preparationApproval' } },
                ]),
              },
            },
            tolerance,
          },
        },
      },
    },
    GRANTED: granted,
    REFUSED: refused,
    ARCHIVED: archived,
    ...closings,
  },
});
