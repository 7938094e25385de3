import { accepted, onPaper } from '../fragments/accepted.js';
import { examined, toDecide } from '../fragments/decision.js';
import { archived, closings, refused } from '../fragments/delivery.js';
import { correctionRequired, correctionSupplied, draft, received } from '../fragments/intake.js';
import { vocabulary } from '../vocabulary.js';

const plain = accepted({ limit: 'establish_decision', inReview: onPaper, granting: [] });
const { examination } = plain.states;
const { proposeRefusal, serveSpecialProcedureNotice, tellHearingRight } = examined.states.proposing.on;
const { recordAttestation, supplyUnmetLines, sendBackProposal, refuse } = toDecide([]).on;

/**
 * Establishment of a subject tutoring institution (学科类校外培训机构设立): policy has frozen new ones (SJ). Nobody is kept
 * from asking: who insists gets a written answer with reasons, article and remedies (ALL 38(2)). No step grants here.
 */
export const subjectTutoringConfig = vocabulary.createStateConfig({
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
          ...plain,
          states: {
            ...plain.states,
            examination: {
              ...examination,
              states: {
                ...examination.states,
                EXAMINED: {
                  ...examined,
                  states: {
                    ...examined.states,
                    proposing: {
                      ...examined.states.proposing,
                      on: { proposeRefusal, serveSpecialProcedureNotice, tellHearingRight },
                    },
                  },
                },
                TO_DECIDE: {
                  id: 'TO_DECIDE',
                  meta: { owner: 'decisionMaker' },
                  on: { recordAttestation, supplyUnmetLines, sendBackProposal, refuse },
                },
              },
            },
          },
        },
      },
    },
    REFUSED: refused,
    ARCHIVED: archived,
    ...closings,
  },
});
