import { vocabulary } from '../vocabulary.js';

/**
 * A paper that is revoked after the review breaks the evidence: the proposal falls and must be made anew. One that has
 * run out may be replaced by a fresh one: the evidence stays as it is.
 */
const lateEvidence = [
  { guard: 'laneFailed', target: '#EXAMINED', actions: 'breakEvidence' },
  { guard: 'paperRenewed', actions: 'keepEvidence' },
] as const;

/** 审查终结: the reviewer proposes on sealed evidence; nothing but a refusal can follow from lacking evidence. */
export const examined = vocabulary.createStateConfig({
  id: 'EXAMINED',
  meta: { owner: 'reviewer' },
  on: {
    recordAttestation: [
      { guard: 'laneFailed', actions: 'breakEvidence' },
      { guard: 'paperRenewed', actions: 'keepEvidence' },
    ],
    proposeGrant: { guard: 'evidenceComplete', target: '#LEGALITY_REVIEW', actions: 'noteGrantProposal' },
    proposeRefusal: { guard: 'reasoned', target: '#LEGALITY_REVIEW', actions: 'noteRefusalProposal' },
  },
});

/** 合法性审查: before every decision of this procedure. */
export const legalityReview = vocabulary.createStateConfig({
  id: 'LEGALITY_REVIEW',
  meta: { owner: 'legalReviewer' },
  on: {
    recordAttestation: lateEvidence,
    passLegality: { target: '#TO_DECIDE' },
    objectToProposal: { guard: 'mayObject', target: '#EXAMINED', actions: ['forgetProposal', 'countObjection'] },
  },
});

/** 决定: by a person who did not review (four eyes by person), grant or refusal with reasons, article and remedies. */
export const toDecide = vocabulary.createStateConfig({
  id: 'TO_DECIDE',
  meta: { owner: 'decisionMaker' },
  on: {
    recordAttestation: lateEvidence,
    objectToProposal: { guard: 'mayObject', target: '#EXAMINED', actions: ['forgetProposal', 'countObjection'] },
    grant: {
      guard: 'grantInOrder',
      target: '#GRANTED',
      actions: [
        'noteGrant',
        'forgetDeliberation',
        { type: 'register', params: { change: 'openInstitution' } },
        { type: 'issue', params: { document: 'grantDecision' } },
        { type: 'issue', params: { document: 'licenceOriginal' } },
        { type: 'issue', params: { document: 'licenceDuplicate' } },
        { type: 'announce', params: { subject: 'grant' } },
      ],
    },
    refuse: {
      guard: 'refusalInOrder',
      target: '#REFUSED',
      actions: ['noteRefusal', 'forgetDeliberation', { type: 'issue', params: { document: 'refusalDecision' } }],
    },
  },
});
