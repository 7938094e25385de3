import { vocabulary } from '../vocabulary.js';
import type { Effect } from '../effects.js';
import type { GrantEffect } from './decision.js';
import { archived, closings, publication, serviceSteps } from './delivery.js';
import { correctionRequired, draft } from './intake.js';

/** What is done when a filing is entered: to the register, on paper, and, where the matter says so, in public. */
type EnteringEffect =
  GrantEffect | { type: 'announce'; params: { subject: Extract<Effect, { type: 'announce' }>['subject'] } };

/** What can become of a filing while it is checked, corrected or not. */
const checked = <const Entering extends readonly EnteringEffect[]>(entering: Entering) =>
  ({
    markPromiseMissed: { actions: { type: 'supervise', params: { matter: 'promiseMissed' } } },
    recordVerdicts: { guard: 'sheetOpen', actions: 'noteSheet' },
    enterFiling: {
      guard: 'sheetOk',
      target: '#FILED',
      actions: ['closeIntake', ...entering, { type: 'issue', params: { document: 'filingNotice' } }],
    },
    returnFiling: {
      guard: 'reasoned',
      target: '#NOT_FILED',
      actions: ['closeIntake', { type: 'issue', params: { document: 'notFiledNotice' } }],
    },
  }) as const;

/** What the end of a filing serves: the notice that it was entered, or why it was not. */
const served = (id: 'FILED' | 'NOT_FILED') =>
  vocabulary.createStateConfig({ id, initial: 'issuing', states: serviceSteps('decision', '#ARCHIVED') });

/** Entered: the notice is served. */
const filed = served('FILED');

/** Entered, and announced as well: the notice is served and the announcement appears, in any order. */
export const filedAndAnnounced = vocabulary.createStateConfig({
  id: 'FILED',
  type: 'parallel',
  states: {
    service: { initial: 'issuing', states: { ...serviceSteps('licence', 'served'), served: { type: 'final' } } },
    publication,
  },
  onDone: { target: '#ARCHIVED' },
});

/**
 * 备案: told to the bureau, not applied for. Nothing is approved (PEL 21(2), 24; BER 39): what is whole and lawful is
 * entered, what is not lawful goes back with its reasons, and nothing else can become of it. No silence of the Licensing
 * Law speaks here; the bureau's own promise runs from the day on which everything is there.
 */
export const filing = <const Entering extends readonly EnteringEffect[]>(
  entering: Entering,
  afterwards: typeof filed | typeof filedAndAnnounced = filed,
) =>
  vocabulary.createStateConfig({
    initial: 'DRAFT',
    states: {
      DRAFT: draft,
      PENDING: {
        initial: 'RECEIVED',
        on: { withdraw: { target: 'WITHDRAWN' } },
        states: {
          RECEIVED: {
            meta: { owner: 'windowClerk', clocks: ['filing_check'] },
            on: {
              ...checked(entering),
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
            meta: { owner: 'windowClerk', clocks: ['filing_check'] },
            on: {
              ...checked(entering),
              remind: {
                guard: 'sheetDeficient',
                target: '#CORRECTION_REQUIRED',
                actions: { type: 'issue', params: { document: 'reminder' } },
              },
            },
          },
        },
      },
      FILED: afterwards,
      NOT_FILED: served('NOT_FILED'),
      ARCHIVED: archived,
      ...closings,
    },
  });
