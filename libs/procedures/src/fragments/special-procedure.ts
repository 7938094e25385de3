import { vocabulary } from '../vocabulary.js';

const open = ['noteSpecialProcedure', { type: 'issue', params: { document: 'specialProcedureNotice' } }] as const;
const end = { type: 'issue', params: { document: 'specialProcedureEndNotice' } } as const;

/**
 * Testing and appraisal (检测、鉴定, ALL 45) beside the review: opened only by a served written notice, each ground once.
 * While one is open the decision clocks stand still, but never beyond the day the notice announced: then it lapses and
 * the clocks run on.
 */
export const specialProcedure = vocabulary.createStateConfig({
  meta: { grounds: ['testing', 'appraisal'] },
  initial: 'closed',
  states: {
    closed: {
      on: { serveSpecialProcedureNotice: { guard: 'specialProcedureAvailable', target: 'open', actions: open } },
    },
    open: {
      id: 'specialProcedureOpen',
      tags: ['SPECIAL_PROCEDURE'],
      meta: { owner: 'reviewer', clocks: ['appraisal'] },
      on: {
        endSpecialProcedure: {
          guard: 'groundIsOpen',
          target: 'closed',
          actions: ['noteAppraisalResult', 'noteSpecialProcedureOver', end],
        },
        lapseSpecialProcedure: { target: 'closed', actions: 'noteSpecialProcedureOver' },
      },
    },
  },
});

/** Expert review (专家评审, ALL 45; PER 18): on what the review has found, before anything is proposed. */
export const expertReview = vocabulary.createStateConfig({
  tags: ['SPECIAL_PROCEDURE'],
  meta: { owner: 'reviewer', clocks: ['appraisal'], grounds: ['expert_review'] },
  on: {
    endSpecialProcedure: {
      guard: 'groundIsOpen',
      target: '#PROPOSING',
      actions: ['noteSpecialProcedureOver', end],
    },
    lapseSpecialProcedure: { target: '#PROPOSING', actions: 'noteSpecialProcedureOver' },
  },
});

/** The step that opens an expert review. */
export const openExpertReview = { guard: 'expertReviewAvailable', target: 'expertReview', actions: open } as const;
