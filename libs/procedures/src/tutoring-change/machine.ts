import { accepted, onSite } from '../fragments/accepted.js';
import { toDecide } from '../fragments/decision.js';
import { archived, closings, publication, refused, serviceSteps } from '../fragments/delivery.js';
import { correctionRequired, correctionSupplied, draft, received } from '../fragments/intake.js';
import { windingUp } from '../fragments/winding-up.js';
import { vocabulary } from '../vocabulary.js';

const plain = accepted({ limit: 'decision_default', extensible: true, inReview: onSite, granting: [] });
const { examination } = plain.states;
const { recordAttestation, supplyUnmetLines, sendBackProposal, refuse } = toDecide([]).on;
const announced = { type: 'announce', params: { subject: 'grant' } } as const;

/** 决定: a change enters the register and prints the licence anew; an end puts the institution into closing. */
const deciding = vocabulary.createStateConfig({
  id: 'TO_DECIDE',
  meta: { owner: 'decisionMaker' },
  on: {
    recordAttestation,
    supplyUnmetLines,
    sendBackProposal,
    grant: [
      {
        guard: 'grantOfAnEnd',
        target: '#GRANTED',
        actions: [
          'noteGrant',
          'forgetDeliberation',
          { type: 'register', params: { change: 'closeInstitution' } },
          { type: 'issue', params: { document: 'closureDecision' } },
          announced,
        ],
      },
      {
        guard: 'grantOnCuredLines',
        target: '#GRANTED',
        actions: [
          'noteGrant',
          'forgetDeliberation',
          { type: 'register', params: { change: 'changeTutoring' } },
          { type: 'issue', params: { document: 'changeDecision' } },
          { type: 'issue', params: { document: 'licenceOriginal' } },
          { type: 'issue', params: { document: 'licenceDuplicate' } },
          announced,
        ],
      },
    ],
    refuse,
  },
});

/** Served and published; then a change is over, and an end is wound up. */
const granted = vocabulary.createStateConfig({
  id: 'GRANTED',
  type: 'parallel',
  states: {
    service: { initial: 'issuing', states: { ...serviceSteps('licence', 'served'), served: { type: 'final' } } },
    publication,
  },
  onDone: [{ guard: 'endIsAsked', target: '#WINDING_UP' }, { target: '#ARCHIVED' }],
});

/**
 * Change and closure of a tutoring institution (校外培训机构变更、终止, PEL 55, 56, 59, 65): one matter for what schools
 * have several for. A move opens every fact of the premises; a name rests on what is on record; an end on the open cases
 * of the other departments, and it is wound up as that of a school is.
 */
export const tutoringChangeConfig = vocabulary.createStateConfig({
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
            examination: { ...examination, states: { ...examination.states, TO_DECIDE: deciding } },
          },
        },
      },
    },
    GRANTED: granted,
    REFUSED: refused,
    WINDING_UP: windingUp,
    ARCHIVED: archived,
    ...closings,
  },
});
