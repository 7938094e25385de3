import { vocabulary } from '../vocabulary.js';

const late = { markHearingLate: { actions: { type: 'supervise', params: { matter: 'hearingLate' } } } } as const;
const recordHearing = {
  guard: 'byTheChair',
  target: 'recordToConfirm',
  actions: { type: 'issue', params: { document: 'hearingRecord' } },
} as const;

/**
 * Hearing (听证, ALL 47, 48): the applicant and the interested parties are told of the right; who asks for it within five
 * days gets it within twenty; notice seven days before; a chair who did not review; a record that is read and signed.
 * Its days do not count (ALL 45), from the notice to the day that it announces and not beyond.
 */
export const hearing = vocabulary.createStateConfig({
  meta: { grounds: ['hearing'] },
  initial: 'rightTold',
  states: {
    rightTold: {
      meta: { owner: 'reviewer', clocks: ['hearing_request'] },
      on: { requestHearing: { target: 'toArrange' }, lapseHearingRequest: { target: '#PROPOSING' } },
    },
    toArrange: {
      meta: { owner: 'reviewer', clocks: ['hearing_held'] },
      on: {
        serveHearingNotice: {
          guard: 'chairIndependent',
          target: 'announced',
          actions: { type: 'issue', params: { document: 'hearingNotice' } },
        },
        ...late,
      },
    },
    announced: {
      id: 'hearingAnnounced',
      tags: ['SPECIAL_PROCEDURE'],
      meta: { owner: 'hearingChair', clocks: ['hearing_held', 'appraisal'] },
      on: { recordHearing, lapseSpecialProcedure: { target: 'overdue' }, ...late },
    },
    /** The announced day has passed without a record: the clocks run again, the hearing is still owed. */
    overdue: { meta: { owner: 'hearingChair', clocks: ['hearing_held'] }, on: { recordHearing, ...late } },
    recordToConfirm: {
      meta: { owner: 'hearingChair' },
      on: {
        confirmHearingRecord: { target: '#PROPOSING', actions: 'noteHearingHeld' },
        closeHearingRecord: { guard: 'recordClosedByChair', target: '#PROPOSING', actions: 'noteHearingHeld' },
      },
    },
  },
});
