import { vocabulary } from '../vocabulary.js';

const open = ['noteSpecialProcedure', { type: 'issue', params: { document: 'specialProcedureNotice' } }] as const;
const end = { type: 'issue', params: { document: 'specialProcedureEndNotice' } } as const;

/**
 * Appraisal (鉴定, ALL 45) beside the review, whose structural lane it answers: opened only by a served written notice,
 * once. While it is open the decision clocks stand still, but never beyond the day the notice announced: then it lapses
 * and the clocks run on.
 */
export const specialProcedure = vocabulary.createStateConfig({
  meta: { grounds: ['appraisal'] },
  initial: 'closed',
  states: {
    closed: {
      on: { serveSpecialProcedureNotice: { guard: 'appraisalAvailable', target: 'open', actions: open } },
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

/**
 * Testing and expert review (检测、专家评审, ALL 45; PER 18): on what the review has found, before anything is proposed;
 * each once, under the same rules of time.
 */
export const expertise = vocabulary.createStateConfig({
  tags: ['SPECIAL_PROCEDURE'],
  meta: { owner: 'reviewer', clocks: ['appraisal'], grounds: ['testing', 'expert_review'] },
  on: {
    endSpecialProcedure: {
      guard: 'groundIsOpen',
      target: '#PROPOSING',
      actions: ['noteSpecialProcedureOver', end],
    },
    lapseSpecialProcedure: { target: '#PROPOSING', actions: 'noteSpecialProcedureOver' },
  },
});

/** The step that opens testing or an expert review. */
export const openExpertise = { guard: 'expertiseAvailable', target: 'expertise', actions: open } as const;
