import { vocabulary } from '../vocabulary.js';

/** No law limits the steps of a closure; whoever lets one lie is asked why (督办). */
const clocks = ['closing_step'] as const;
const late = { remindClosing: { actions: { type: 'supervise', params: { matter: 'closingLate' } } } } as const;
const registrar = { owner: 'registrar', clocks } as const;

/**
 * 终止善后 (PEL 58-60; PER 50(1); ALL 70): the school liquidates itself and pays in the legal order; the bureau takes the
 * licence back and destroys the seals, in either order; the legal person is deregistered; the end is announced. The entry
 * is cancelled by the last of these steps and by no other.
 */
export const windingUp = vocabulary.createStateConfig({
  id: 'WINDING_UP',
  initial: 'LIQUIDATING',
  states: {
    LIQUIDATING: {
      meta: { owner: 'sponsor', clocks },
      on: { reportLiquidation: { target: 'PAYING' }, ...late },
    },
    PAYING: {
      meta: registrar,
      on: { recordClaimsPaid: { guard: 'claimsPaidInOrder', target: 'HANDING_BACK' }, ...late },
    },
    HANDING_BACK: {
      type: 'parallel',
      meta: registrar,
      on: late,
      states: {
        licence: {
          initial: 'awaited',
          states: {
            awaited: {
              on: {
                takeBackLicence: {
                  target: 'done',
                  actions: { type: 'issue', params: { document: 'licenceReceipt' } },
                },
              },
            },
            done: { type: 'final' },
          },
        },
        seals: {
          initial: 'awaited',
          states: {
            awaited: {
              on: {
                destroySeals: { target: 'done', actions: { type: 'issue', params: { document: 'sealRecord' } } },
              },
            },
            done: { type: 'final' },
          },
        },
      },
      onDone: { target: 'DEREGISTERING', actions: { type: 'issue', params: { document: 'deregistrationLetter' } } },
    },
    DEREGISTERING: { meta: registrar, on: { recordDeregistration: { target: 'ANNOUNCING' }, ...late } },
    ANNOUNCING: {
      meta: registrar,
      on: {
        announceClosure: {
          target: '#ARCHIVED',
          actions: { type: 'register', params: { change: 'cancelInstitution' } },
        },
        ...late,
      },
    },
  },
});
