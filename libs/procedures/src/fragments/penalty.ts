import { vocabulary } from '../vocabulary.js';
import { hearing } from './hearing.js';

const dropped = {
  guard: 'dropInOrder',
  target: '#NO_PENALTY',
  actions: ['forgetDeliberation', { type: 'issue', params: { document: 'noPenaltyNotice' } }],
} as const;

/**
 * 行政处罚程序 (PNL 42, 44, 54, 57, 58, 60, 63, 64): two officers investigate; the party is told what is intended, why, and
 * that it may answer and be heard; another person looks at the legality; the head decides after discussion, by reasons that
 * name the article. Ninety days from the filing of the case, and nothing but a decision ends it.
 */
export const penalty = vocabulary.createStateConfig({
  id: 'PENALTY',
  initial: 'INVESTIGATING',
  meta: { clocks: ['penalty_decision'] },
  on: { markLimitMissed: { actions: { type: 'supervise', params: { matter: 'limitMissed' } } } },
  states: {
    INVESTIGATING: {
      meta: { owner: 'reviewer' },
      on: { recordInvestigation: { guard: 'twoInvestigators', target: 'TELLING' }, dropPenalty: dropped },
    },
    TELLING: {
      meta: { owner: 'reviewer' },
      on: {
        tellHearingRight: {
          guard: 'hearingRightUntold',
          target: 'HEARING',
          actions: ['noteHearingRightTold', { type: 'issue', params: { document: 'hearingRightNotice' } }],
        },
      },
    },
    HEARING: hearing,
    PROPOSING: {
      id: 'PROPOSING',
      meta: { owner: 'reviewer' },
      on: { proposePenalty: { guard: 'reasoned', target: 'LEGALITY_REVIEW' } },
    },
    LEGALITY_REVIEW: {
      meta: { owner: 'legalReviewer' },
      on: {
        passLegality: { guard: 'notTheProposer', target: 'TO_DECIDE' },
        objectToProposal: { guard: 'mayObject', target: 'PROPOSING', actions: 'noteObjected' },
      },
    },
    TO_DECIDE: {
      meta: { owner: 'decisionMaker' },
      on: {
        sendBackProposal: { guard: 'maySendBack', target: 'PROPOSING', actions: 'noteSentBack' },
        imposeRevocation: {
          guard: 'revocationInOrder',
          target: '#REVOKED',
          actions: [
            'forgetDeliberation',
            { type: 'register', params: { change: 'revokeLicence' } },
            { type: 'issue', params: { document: 'penaltyDecision' } },
            { type: 'announce', params: { subject: 'revocation' } },
          ],
        },
        dropPenalty: dropped,
      },
    },
  },
});

const lateService = { remindService: { actions: { type: 'supervise', params: { matter: 'serviceLate' } } } } as const;
const recorded = [
  { type: 'recordService', params: { of: 'decision' } },
  { type: 'issue', params: { document: 'serviceRecord' } },
] as const;

/** 送达 (PNL 61): within seven days, by post or where the party agreed electronically; nobody is sent for. */
export const penaltyService = (served: string) =>
  ({
    issuing: {
      meta: { owner: 'system', clocks: ['serve_penalty'] },
      on: { confirmIssued: { target: 'issued' }, ...lateService },
    },
    issued: {
      meta: { owner: 'registrar', clocks: ['serve_penalty'] },
      on: {
        serve: [
          { guard: 'servedElectronically', target: served, actions: recorded },
          { guard: 'postedByCourier', target: 'posted' },
        ],
        ...lateService,
      },
    },
    posted: {
      meta: { owner: 'registrar', clocks: ['serve_penalty'] },
      on: {
        recordDelivery: { target: served, actions: recorded },
        recordReturn: { target: 'issued' },
        ...lateService,
      },
    },
  }) as const;
