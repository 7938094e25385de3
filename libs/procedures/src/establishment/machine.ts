import { correctionRequired, correctionSupplied, deemedAccepted, draft, received } from '../fragments/intake.js';
import { papers, siteCheck } from '../fragments/review.js';
import { specialProcedure } from '../fragments/special-procedure.js';
import { examined, legalityReview, toDecide } from '../fragments/decision.js';
import { archived, closings, grantedToRegister, refused } from '../fragments/delivery.js';
import { tolerance } from '../fragments/tolerance.js';
import { vocabulary } from '../vocabulary.js';

/**
 * Direct formal establishment (直接申请正式设立, PEL 16, 17, 18): from the draft to the archived file.
 * Silence grants nothing here; the two decision clocks run through everything between acceptance and decision.
 */
export const establishmentConfig = vocabulary.createStateConfig({
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
          meta: { clocks: ['promised_decision', 'establish_decision'] },
          on: {
            markPromiseMissed: { actions: { type: 'supervise', params: { matter: 'promiseMissed' } } },
            markLimitMissed: { actions: { type: 'supervise', params: { matter: 'limitMissed' } } },
          },
          states: {
            examination: {
              initial: 'IN_REVIEW',
              states: {
                DEEMED_ACCEPTED: deemedAccepted,
                IN_REVIEW: {
                  id: 'IN_REVIEW',
                  type: 'parallel',
                  entry: 'closeIntake',
                  states: { siteCheck, papers, specialProcedure },
                },
                EXAMINED: examined,
                LEGALITY_REVIEW: legalityReview,
                TO_DECIDE: toDecide([
                  { type: 'register', params: { change: 'openInstitution' } },
                  { type: 'issue', params: { document: 'grantDecision' } },
                  { type: 'issue', params: { document: 'licenceOriginal' } },
                  { type: 'issue', params: { document: 'licenceDuplicate' } },
                ]),
              },
            },
            tolerance,
          },
        },
      },
    },
    GRANTED: grantedToRegister,
    REFUSED: refused,
    ARCHIVED: archived,
    ...closings,
  },
});
