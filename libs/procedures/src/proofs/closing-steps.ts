import type { EventType, ProcedureEvent } from '../events.js';

/** What has to lie behind each step of a winding up: all of it, from the grant on (PEL 58-60). */
const BEFORE: Partial<Readonly<Record<EventType, readonly string[]>>> = {
  reportLiquidation: ['closing'],
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

/** Whether a step comes in its turn; claims that were not paid in their order are not paid (PEL 59(1)). */
export const wentBefore = (done: readonly string[], event: ProcedureEvent): boolean =>
  (event.type !== 'recordClaimsPaid' || event.order === 'kept') &&
  (BEFORE[event.type] ?? ['never']).every((step) => done.includes(step));
