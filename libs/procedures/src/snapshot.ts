import type { StateValue } from 'xstate';
import type { Facts } from './vocabulary.js';

/** Where a case stands, as it lies in the database. */
export interface CaseSnapshot {
  value: StateValue;
  context: Facts;
}
