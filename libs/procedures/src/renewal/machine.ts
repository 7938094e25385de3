import { correctionRequired, correctionSupplied, deemedAccepted, draft, received } from '../fragments/intake.js';
import { papers, review } from '../fragments/review.js';
import { examined, legalityReview, toDecide } from '../fragments/decision.js';
import { archived, closings, granted, refused } from '../fragments/delivery.js';
import { tolerance } from '../fragments/tolerance.js';
import { vocabulary } from '../vocabulary.js';

/**
 * Renewal of the licence (延续, ALL 50; PER 22(2)): decided before the licence expires. Where the school applied thirty
 * days ahead and heard nothing by that day, the licence is renewed by law: the one place where silence grants.
 */
export const renewalConfig = vocabulary.createStateConfig({
  initial: 'DRAFT',
  states: {
    DRAFT: draft,
    PENDING: {
      initial: 'RECEIVED',
      meta: { clocks: ['renewal_decision'] },
      on: {
        withdraw: { target: 'WITHDRAWN' },
        reachExpiry: [
          {
            guard: 'renewalDeemed',
            target: '#GRANTED',
            actions: [
              'noteGrant',
              'closeIntake',
              'forgetDeliberation',
              { type: 'register', params: { change: 'renewLicence' } },
              { type: 'issue', params: { document: 'deemedRenewalCertificate' } },
              { type: 'issue', params: { document: 'licenceOriginal' } },
              { type: 'issue', params: { document: 'licenceDuplicate' } },
              { type: 'announce', params: { subject: 'grant' } },
              { type: 'supervise', params: { matter: 'deemedRenewal' } },
            ],
          },
          { actions: { type: 'supervise', params: { matter: 'limitMissed' } } },
        ],
      },
      states: {
        RECEIVED: received,
        CORRECTION_REQUIRED: correctionRequired,
        CORRECTION_SUPPLIED: correctionSupplied,
        ACCEPTED: {
          type: 'parallel',
          meta: { clocks: ['promised_decision'] },
          on: { markPromiseMissed: { actions: { type: 'supervise', params: { matter: 'promiseMissed' } } } },
          states: {
            examination: {
              initial: 'IN_REVIEW',
              states: {
                DEEMED_ACCEPTED: deemedAccepted,
                IN_REVIEW: { id: 'IN_REVIEW', type: 'parallel', entry: 'closeIntake', states: { review, papers } },
                EXAMINED: examined,
                LEGALITY_REVIEW: legalityReview,
                TO_DECIDE: toDecide([
                  { type: 'register', params: { change: 'renewLicence' } },
                  { type: 'issue', params: { document: 'renewalDecision' } },
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
    GRANTED: granted,
    REFUSED: refused,
    ARCHIVED: archived,
    ...closings,
  },
});
