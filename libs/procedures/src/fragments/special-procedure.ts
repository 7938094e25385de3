import { vocabulary } from '../vocabulary.js';

/**
 * Special procedure (特别程序, ALL 45): opened only by its served written notice, each ground once. While it is open the
 * decision clocks stand still, but never beyond the day the notice announced: then it lapses and the clocks run on.
 */
export const specialProcedure = vocabulary.createStateConfig({
  initial: 'closed',
  states: {
    closed: {
      on: {
        serveSpecialProcedureNotice: {
          guard: 'specialProcedureAvailable',
          target: 'open',
          actions: ['noteSpecialProcedure', { type: 'issue', params: { document: 'specialProcedureNotice' } }],
        },
      },
    },
    open: {
      id: 'specialProcedureOpen',
      tags: ['SPECIAL_PROCEDURE'],
      meta: { owner: 'reviewer', clocks: ['appraisal'] },
      on: {
        endSpecialProcedure: {
          target: 'closed',
          actions: ['noteAppraisalResult', { type: 'issue', params: { document: 'specialProcedureEndNotice' } }],
        },
        lapseSpecialProcedure: { target: 'closed' },
      },
    },
  },
});
