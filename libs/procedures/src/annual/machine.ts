import { archived, closings, publication, serviceSteps } from '../fragments/delivery.js';
import { correctionRequired, draft } from '../fragments/intake.js';
import { vocabulary } from '../vocabulary.js';

const late = { markPromiseMissed: { actions: { type: 'supervise', params: { matter: 'promiseMissed' } } } } as const;
const clerk = { owner: 'windowClerk', clocks: ['filing_check'] } as const;
const begun = { guard: 'sheetOk', target: 'INSPECTING', actions: 'closeIntake' } as const;
const sheet = { recordVerdicts: { guard: 'sheetOpen', actions: 'noteSheet' } } as const;

/** The result is entered, told and published; whatever it is, the licence stays (BER 39). */
const concluded = [
  { type: 'register', params: { change: 'recordAnnual' } },
  { type: 'issue', params: { document: 'annualConclusion' } },
  { type: 'announce', params: { subject: 'annual' } },
] as const;

/**
 * Annual inspection (年度检查, PER 47(1); NGO 23): the school reports on itself; the bureau looks at the report and at what
 * the last joint checks found; what is wrong is put right first. A fail is a ticket for the bureau and nothing more: from
 * here no way leads to the licence (BER 39).
 */
export const annualConfig = vocabulary.createStateConfig({
  initial: 'DRAFT',
  states: {
    DRAFT: draft,
    PENDING: {
      initial: 'RECEIVED',
      on: { withdraw: { target: 'WITHDRAWN' }, ...late },
      states: {
        RECEIVED: {
          meta: clerk,
          on: {
            ...sheet,
            beginInspection: begun,
            declineAsNotRequired: { guard: 'reasoned', target: '#NOT_REQUIRED' },
            declineAsNotCompetent: { guard: 'reasoned', target: '#NOT_COMPETENT' },
            issueCorrectionNotice: {
              guard: 'correctionNoticeDue',
              target: '#CORRECTION_REQUIRED',
              actions: ['countCorrectionNotice', { type: 'issue', params: { document: 'correctionNotice' } }],
            },
          },
        },
        CORRECTION_REQUIRED: correctionRequired,
        CORRECTION_SUPPLIED: {
          id: 'CORRECTION_SUPPLIED',
          meta: clerk,
          on: {
            ...sheet,
            beginInspection: begun,
            remind: {
              guard: 'sheetDeficient',
              target: '#CORRECTION_REQUIRED',
              actions: { type: 'issue', params: { document: 'reminder' } },
            },
          },
        },
        INSPECTING: {
          meta: { owner: 'reviewer', clocks: ['filing_check'] },
          on: {
            recordAttestation: { guard: 'paperAttested', actions: 'noteAttestation' },
            orderRectification: {
              guard: 'rectificationDue',
              target: 'RECTIFYING',
              actions: ['countReCheck', { type: 'issue', params: { document: 'rectificationNotice' } }],
            },
            concludeInspection: [
              { guard: 'yearPassed', target: '#CONCLUDED', actions: concluded },
              { guard: 'yearMostlyPassed', target: '#CONCLUDED', actions: concluded },
              {
                guard: 'yearFailed',
                target: '#CONCLUDED',
                actions: [...concluded, { type: 'supervise', params: { matter: 'annualFailed' } }],
              },
            ],
          },
        },
        RECTIFYING: {
          meta: { owner: 'sponsor', clocks: ['filing_check', 'annual_rectification'] },
          on: { reportRectified: { target: 'INSPECTING' }, expireRectification: { target: 'INSPECTING' } },
        },
      },
    },
    CONCLUDED: {
      id: 'CONCLUDED',
      type: 'parallel',
      states: {
        service: { initial: 'issuing', states: { ...serviceSteps('decision', 'served'), served: { type: 'final' } } },
        publication,
      },
      onDone: { target: '#ARCHIVED' },
    },
    ARCHIVED: archived,
    ...closings,
  },
});
