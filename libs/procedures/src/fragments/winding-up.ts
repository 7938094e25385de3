import { vocabulary } from '../vocabulary.js';

/** No law limits the steps of a closure; whoever lets one lie is asked why (督办). */
const clocks = ['closing_step'] as const;
const late = { remindClosing: { actions: { type: 'supervise', params: { matter: 'closingLate' } } } } as const;
const registrar = { owner: 'registrar', clocks } as const;

/** The school closes of its own will, or lapsed, and liquidates itself (PEL 58(2)). */
const byTheSchool = {
  meta: { owner: 'sponsor', clocks },
  on: { reportLiquidation: { target: 'PAYING' }, ...late },
} as const;

/** The court liquidates an insolvent school, the bureau one whose licence it has revoked (PEL 58(2)): the registrar records it. */
const byOthers = { meta: registrar, on: { recordLiquidation: { target: 'PAYING' }, ...late } } as const;

/** Pupils first (PEL 57): where nobody applied for the closure, nobody has shown yet that they are placed. */
const PLACING = {
  meta: registrar,
  on: { recordPlacement: { guard: 'pupilsPlaced', target: 'LIQUIDATING' }, ...late },
} as const;

const cancels = { type: 'register', params: { change: 'cancelInstitution' } } as const;
/** Nobody has asked for it, so everybody concerned gets it in writing. */
const cancelsInWriting = [cancels, { type: 'issue', params: { document: 'cancellationNotice' } }] as const;

/** The steps in their order, from the liquidation on. */
const steps = <const L, const C>(LIQUIDATING: L, cancelled: C) =>
  ({
    LIQUIDATING,
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
    ANNOUNCING: { meta: registrar, on: { announceClosure: { target: '#ARCHIVED', actions: cancelled }, ...late } },
  }) as const;

/**
 * 终止善后 (PEL 58-60; PER 50(1); ALL 70): the school liquidates itself and pays in the legal order; the bureau takes the
 * licence back and destroys the seals, in either order; the legal person is deregistered; the end is announced. The entry
 * is cancelled by the last of these steps and by no other.
 */
export const windingUp = vocabulary.createStateConfig({
  id: 'WINDING_UP',
  initial: 'LIQUIDATING',
  states: steps(byTheSchool, cancels),
});

/** 依职权的终止善后: pupils are placed, then somebody else than the school liquidates it. */
export const windingUpByOthers = vocabulary.createStateConfig({
  id: 'WINDING_UP',
  initial: 'PLACING',
  states: { PLACING, ...steps(byOthers, cancelsInWriting) },
});

/** 自然废止以后: there is no pupil any more; the school liquidates itself. */
export const windingUpAfterLapse = vocabulary.createStateConfig({
  id: 'WINDING_UP',
  initial: 'LIQUIDATING',
  states: steps(byTheSchool, cancelsInWriting),
});
