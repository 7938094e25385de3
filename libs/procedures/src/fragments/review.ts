import { vocabulary } from '../vocabulary.js';

/**
 * The joint site check (联合踏勘, ALL 26, 34): one visit, three departments, each result signed by two of its own.
 * A failed result is rectified and looked at again by other officers, at most twice; a visit that cannot take place is
 * arranged anew, for the departments that have not signed yet. The region has no final state on
 * purpose: a parallel state is "done" also when a region ends in failure, and a grant must never rest on that.
 */
export const siteCheck = vocabulary.createStateConfig({
  initial: 'toArrange',
  states: {
    toArrange: {
      meta: { owner: 'reviewer' },
      on: {
        arrangeSiteCheck: {
          guard: 'siteCheckDue',
          target: 'visiting',
          actions: { type: 'issue', params: { document: 'siteCheckNotice' } },
        },
        concludeReview: { guard: 'reviewMayEnd', target: '#EXAMINED', actions: 'sealEvidence' },
      },
    },
    visiting: {
      meta: { owner: 'educationInspector' },
      always: [
        {
          guard: 'siteAllPassed',
          target: 'passed',
          actions: { type: 'issue', params: { document: 'siteCheckRecord' } },
        },
        {
          guard: 'siteFailedWithReCheckLeft',
          target: 'rectifying',
          actions: [
            { type: 'issue', params: { document: 'siteCheckRecord' } },
            { type: 'issue', params: { document: 'rectificationNotice' } },
          ],
        },
        {
          guard: 'siteFailedForGood',
          target: 'failed',
          actions: { type: 'issue', params: { document: 'siteCheckRecord' } },
        },
      ],
      on: {
        recordAttestation: { guard: 'siteResultSigned', actions: 'noteAttestation' },
        rearrangeSiteCheck: {
          guard: 'teamComplete',
          actions: { type: 'issue', params: { document: 'siteCheckNotice' } },
        },
      },
    },
    rectifying: {
      meta: { owner: 'sponsor', clocks: ['rectification_period'] },
      on: {
        reportRectified: { target: 'reCheckToArrange' },
        expireRectification: { target: 'failed' },
      },
    },
    reCheckToArrange: {
      meta: { owner: 'reviewer' },
      on: {
        arrangeReCheck: {
          guard: 'otherOfficers',
          target: 'visiting',
          actions: ['countReCheck', 'reopenFailedSiteLanes', { type: 'issue', params: { document: 'reCheckNotice' } }],
        },
      },
    },
    passed: {
      meta: { owner: 'reviewer' },
      on: { concludeReview: { guard: 'reviewMayEnd', target: '#EXAMINED', actions: 'sealEvidence' } },
    },
    failed: {
      meta: { owner: 'reviewer' },
      on: { concludeReview: { guard: 'noSpecialProcedureOpen', target: '#EXAMINED', actions: 'sealEvidence' } },
    },
  },
});

/** A review without a visit: it ends when every look-up and paper has its result. */
export const review = vocabulary.createStateConfig({
  meta: { owner: 'reviewer' },
  on: { concludeReview: { guard: 'lanesSettled', target: '#EXAMINED', actions: 'sealEvidence' } },
});

/** Hygiene evaluation, fire and structure papers, name look-up: obtained by the bureau (design 6.14), recorded by staff. */
export const papers = vocabulary.createStateConfig({
  on: { recordAttestation: { guard: 'paperAttested', actions: 'noteAttestation' } },
});
