import { vocabulary } from '../vocabulary.js';

/** What is being written; it becomes an application by its submission and by nothing else. */
export const draft = vocabulary.createStateConfig({
  meta: { owner: 'sponsor' },
  on: {
    submit: {
      guard: 'conditionsMet',
      target: 'PENDING',
      actions: ['noteLanes', { type: 'issue', params: { document: 'receipt' } }],
    },
    discardDraft: { target: 'DISCARDED' },
  },
});

/**
 * Tolerant acceptance (容缺受理, catalogue V-05…V-09): only tolerable lines are missing and the applicant has signed to
 * supply them. It is acceptance, so that every clock runs; it is the notice, so that no correction notice follows.
 */
const tolerantAcceptance = {
  signCommitment: {
    guard: 'mayCommit',
    actions: ['noteCommitted', { type: 'issue', params: { document: 'commitment' } }],
  },
  acceptTolerantly: {
    guard: 'tolerantAcceptanceDue',
    target: ['#IN_REVIEW', '#linesWithApplicant'],
    actions: ['countCorrectionNotice', { type: 'issue', params: { document: 'tolerantAcceptanceNotice' } }],
  },
} as const;

/**
 * Intake (收件与受理, ALL 32): five outcomes, one correction notice, silence counts as acceptance.
 * Targets outside the fragment are addressed by id, so that each procedure places them.
 */
export const received = vocabulary.createStateConfig({
  meta: { owner: 'windowClerk', clocks: ['correction_or_acceptance'] },
  on: {
    ...tolerantAcceptance,
    recordVerdicts: { guard: 'sheetOpen', actions: 'noteSheet' },
    declineAsNotRequired: { guard: 'reasoned', target: '#NOT_REQUIRED' },
    declineAsNotCompetent: { guard: 'reasoned', target: '#NOT_COMPETENT' },
    issueCorrectionNotice: {
      guard: 'correctionNoticeDue',
      target: '#CORRECTION_REQUIRED',
      actions: ['countCorrectionNotice', { type: 'issue', params: { document: 'correctionNotice' } }],
    },
    accept: {
      guard: 'sheetOk',
      target: '#IN_REVIEW',
      actions: { type: 'issue', params: { document: 'acceptanceNotice' } },
    },
    takeAsAccepted: {
      target: '#DEEMED_ACCEPTED',
      actions: [
        'forgetCommitment',
        { type: 'issue', params: { document: 'deemedAcceptanceNotice' } },
        { type: 'supervise', params: { matter: 'deemedAcceptance' } },
      ],
    },
  },
});

/** 待补正: the applicant's turn; the local period is configuration, its end discontinues the case. */
export const correctionRequired = vocabulary.createStateConfig({
  id: 'CORRECTION_REQUIRED',
  meta: { owner: 'sponsor', clocks: ['correction_period'] },
  on: {
    supplyCorrections: { guard: 'allSupplied', target: '#CORRECTION_SUPPLIED', actions: 'forgetSheet' },
    expireCorrectionPeriod: { target: '#DISCONTINUED' },
  },
});

/** Everything asked for was supplied: the bureau must accept (ALL 32(1)(5)) or repeat what is still unmet, never more. */
export const correctionSupplied = vocabulary.createStateConfig({
  id: 'CORRECTION_SUPPLIED',
  meta: { owner: 'windowClerk', clocks: ['correction_or_acceptance'] },
  on: {
    ...tolerantAcceptance,
    recordVerdicts: { guard: 'sheetOpen', actions: 'noteSheet' },
    remind: {
      guard: 'sheetDeficient',
      target: '#CORRECTION_REQUIRED',
      actions: { type: 'issue', params: { document: 'reminder' } },
    },
    accept: {
      guard: 'sheetOk',
      target: '#IN_REVIEW',
      actions: { type: 'issue', params: { document: 'acceptanceNotice' } },
    },
    takeAsAccepted: {
      target: '#DEEMED_ACCEPTED',
      actions: [
        'forgetCommitment',
        { type: 'issue', params: { document: 'deemedAcceptanceNotice' } },
        { type: 'supervise', params: { matter: 'deemedAcceptance' } },
      ],
    },
  },
});

/**
 * 视为受理: accepted by silence. The sheet is still owed; unmet main lines are told once, may be supplied until the
 * decision, and refuse only if still unmet then (design 6.2). No correction notice exists from here on.
 */
export const deemedAccepted = vocabulary.createStateConfig({
  id: 'DEEMED_ACCEPTED',
  initial: 'sheetOwed',
  on: {
    recordVerdicts: { actions: 'noteSheet' },
    supplyUnmetLines: { guard: 'toldLinesSupplied', target: '.sheetOwed', actions: 'forgetSheet' },
    beginReview: { guard: 'mainLinesOk', target: '#IN_REVIEW' },
    proposeRefusal: {
      guard: 'linesStillUnmet',
      target: '#LEGALITY_REVIEW',
      actions: 'noteRefusalProposal',
    },
  },
  states: {
    sheetOwed: {
      meta: { owner: 'windowClerk' },
      on: {
        tellUnmetLines: {
          guard: 'unmetLinesToTell',
          target: 'linesOwed',
          actions: ['noteUnmetLinesTold', { type: 'issue', params: { document: 'unmetLinesNotice' } }],
        },
      },
    },
    linesOwed: { meta: { owner: 'sponsor' } },
  },
});
