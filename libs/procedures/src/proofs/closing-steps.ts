import type { EventType, ProcedureEvent } from '../events.js';

/** What has to lie behind each step of a winding up: all of it, from the grant on (PEL 58-60). */
const BEFORE: Partial<Readonly<Record<EventType, readonly string[]>>> = {
  recordPlacement: ['closing'],
  reportLiquidation: ['closing'],
  // where nobody applied for the closure, the pupils are placed first (PEL 57)
  recordLiquidation: ['closing', 'recordPlacement'],
  recordClaimsPaid: ['closing', 'reportLiquidation'],
  takeBackLicence: ['closing', 'reportLiquidation', 'recordClaimsPaid'],
  destroySeals: ['closing', 'reportLiquidation', 'recordClaimsPaid'],
  recordDeregistration: ['closing', 'reportLiquidation', 'recordClaimsPaid', 'takeBackLicence', 'destroySeals'],
  announceClosure: [
    'closing',
    'reportLiquidation',
    'recordClaimsPaid',
    'takeBackLicence',
    'destroySeals',
    'recordDeregistration',
  ],
};

export const isClosingStep = ({ type }: ProcedureEvent): boolean => type in BEFORE;

/** A step by the name under which the next ones ask for it: whoever liquidates, it is one step. */
export const stepOf = ({ type }: ProcedureEvent): string => (type === 'recordLiquidation' ? 'reportLiquidation' : type);

/** Whether a step comes in its turn; claims that were not paid in their order are not paid (PEL 59(1)). */
export const wentBefore = (done: readonly string[], event: ProcedureEvent): boolean =>
  (event.type !== 'recordClaimsPaid' || event.order === 'kept') &&
  (event.type !== 'recordPlacement' || event.pupils === 'placed') &&
  (BEFORE[event.type] ?? ['never']).every((step) => done.includes(step));
