import type { Effect } from '../effects.js';
import { vocabulary } from '../vocabulary.js';
import { hearing } from './hearing.js';
import { expertise, openExpertise } from './special-procedure.js';

/** What a grant does beside being one. */
export type GrantEffect =
  | { type: 'register'; params: { change: Extract<Effect, { type: 'register' }>['change'] } }
  | { type: 'issue'; params: { document: Extract<Effect, { type: 'issue' }>['document'] } };

/**
 * Papers after the review. One that is revoked breaks the evidence; a good one in the place of the only broken one mends
 * it; one that has run out may be renewed. Where the evidence changes, a proposal that rested on it falls.
 */
const lateEvidence = [
  { guard: 'laneFailed', target: '#EXAMINED', actions: 'breakEvidence' },
  { guard: 'brokenPaperCured', target: '#EXAMINED', actions: 'mendEvidence' },
  { guard: 'paperRenewed', actions: 'keepEvidence' },
] as const;

/**
 * Lines that were told after deemed acceptance may be supplied until the decision (design 6.2): then the sheet is owed
 * again and the proposal that rested on them falls.
 */
const lateSupply = {
  guard: 'toldLinesSupplied',
  target: '#DEEMED_ACCEPTED',
  actions: ['forgetSheet', 'forgetProposal'],
} as const;

const proposeGrant = { guard: 'evidenceComplete', target: '#LEGALITY_REVIEW', actions: 'noteGrantProposal' } as const;
const others = {
  proposeRefusal: { guard: 'reasoned', target: '#LEGALITY_REVIEW', actions: 'noteRefusalProposal' },
  serveSpecialProcedureNotice: openExpertise,
  tellHearingRight: {
    guard: 'hearingRightUntold',
    target: 'hearing',
    actions: ['noteHearingRightTold', { type: 'issue', params: { document: 'hearingRightNotice' } }],
  },
} as const;
type Proposals = typeof others & { proposeGrant?: typeof proposeGrant };

const proposingOn = (on: Proposals) =>
  vocabulary.createStateConfig({
    id: 'EXAMINED',
    initial: 'proposing',
    on: {
      recordAttestation: [
        { guard: 'laneFailed', actions: 'breakEvidence' },
        { guard: 'brokenPaperCured', actions: 'mendEvidence' },
        { guard: 'paperRenewed', actions: 'keepEvidence' },
      ],
    },
    states: { proposing: { id: 'PROPOSING', meta: { owner: 'reviewer' }, on }, expertise, hearing },
  });

/**
 * 审查终结: the reviewer proposes on sealed evidence; nothing but a refusal can follow from lacking evidence. Experts and
 * a hearing come before the proposal: at a hearing the reviewer gives the evidence of the review (ALL 48(1)(4)).
 */
export const examined = proposingOn({ proposeGrant, ...others });

/** The same of a matter that policy approves to nobody: a refusal can be proposed and nothing else. */
export const examinedToRefuse = proposingOn(others);

/** 合法性审查: before every decision of this procedure, by a person who did not propose it. */
export const legalityReview = vocabulary.createStateConfig({
  id: 'LEGALITY_REVIEW',
  meta: { owner: 'legalReviewer' },
  on: {
    recordAttestation: lateEvidence,
    supplyUnmetLines: lateSupply,
    passLegality: { guard: 'notTheProposer', target: '#TO_DECIDE' },
    objectToProposal: [
      { guard: 'objectsToUnmetLines', target: '#DEEMED_ACCEPTED', actions: ['forgetProposal', 'noteObjected'] },
      { guard: 'mayObject', target: '#EXAMINED', actions: ['forgetProposal', 'noteObjected'] },
    ],
  },
});

const noGrant = { type: 'issue', params: { document: 'refusalDecision' } } as const;

const noted = ['noteGrant', 'forgetDeliberation'] as const;
const announced = { type: 'announce', params: { subject: 'grant' } } as const;
const held = {
  recordAttestation: lateEvidence,
  supplyUnmetLines: lateSupply,
  sendBackProposal: [
    { guard: 'sendsBackUnmetLines', target: '#DEEMED_ACCEPTED', actions: ['forgetProposal', 'noteSentBack'] },
    { guard: 'maySendBack', target: '#EXAMINED', actions: ['forgetProposal', 'noteSentBack'] },
  ],
} as const;
const refuse = {
  guard: 'refusalInOrder',
  target: '#REFUSED',
  actions: ['noteRefusal', 'forgetDeliberation', noGrant],
} as const;

/**
 * 决定: by a person who did not review (four eyes by person), grant or refusal with reasons, article and remedies. The
 * decider may send the proposal back once; after that they may depart from it, as far as the evidence allows.
 * @param granting what a grant does to the register and which papers it makes: the one thing in which matters differ
 */
export const toDecide = <const Granting extends readonly GrantEffect[]>(granting: Granting) =>
  vocabulary.createStateConfig({
    id: 'TO_DECIDE',
    meta: { owner: 'decisionMaker' },
    on: {
      ...held,
      grant: {
        guard: 'grantOnCuredLines',
        target: '#GRANTED',
        actions: [...noted, ...granting, announced],
      },
      refuse,
    },
  });

/** The same where what is asked for may be an end as well: granting that does something else. */
export const toDecideOrEnd = <
  const Granting extends readonly GrantEffect[],
  const Ending extends readonly GrantEffect[],
>(
  granting: Granting,
  ending: Ending,
) =>
  vocabulary.createStateConfig({
    id: 'TO_DECIDE',
    meta: { owner: 'decisionMaker' },
    on: {
      ...held,
      grant: [
        { guard: 'grantOfAnEnd', target: '#GRANTED', actions: [...noted, ...ending, announced] },
        { guard: 'grantOnCuredLines', target: '#GRANTED', actions: [...noted, ...granting, announced] },
      ],
      refuse,
    },
  });

/** The same of a matter that policy approves to nobody. */
export const toRefuse = vocabulary.createStateConfig({
  id: 'TO_DECIDE',
  meta: { owner: 'decisionMaker' },
  on: { ...held, refuse },
});
