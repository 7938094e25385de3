import { vocabulary } from '../vocabulary.js';

/**
 * What is still owed after a tolerant acceptance (容缺补齐), beside everything that the bureau does meanwhile. The
 * applicant's days stand still while the lines lie with the clerk. The end of the period has its consequence by itself:
 * the pack says whether the case is discontinued or refused; while lines are owed nothing can be granted.
 */
export const tolerance = vocabulary.createStateConfig({
  initial: 'settled',
  states: {
    settled: { id: 'toleranceSettled' },
    owing: {
      id: 'toleratedLines',
      tags: ['LINES_OWED'],
      initial: 'withApplicant',
      states: {
        withApplicant: {
          id: 'linesWithApplicant',
          meta: { owner: 'sponsor', clocks: ['cure_period'], beside: true },
          on: {
            supplyTolerated: { guard: 'allSupplied', target: 'withClerk' },
            expireCure: [
              {
                guard: 'cureEndsInRefusal',
                target: '#REFUSED',
                actions: ['closeFile', 'noteRefusal', { type: 'issue', params: { document: 'refusalDecision' } }],
              },
              { target: '#DISCONTINUED' },
            ],
          },
        },
        withClerk: {
          meta: { owner: 'windowClerk', beside: true },
          on: {
            judgeTolerated: [
              { guard: 'linesCured', target: '#toleranceSettled' },
              { target: 'withApplicant', actions: { type: 'issue', params: { document: 'cureReminder' } } },
            ],
          },
        },
      },
    },
  },
});
