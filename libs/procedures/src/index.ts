export * from './decide.js';
export * from './effects.js';
export * from './events.js';
export * from './lanes.js';
export * from './procedure.js';
export * from './registry.js';
export * from './roles.js';
export * from './rules.js';
export type { Facts, ProcedureInput } from './vocabulary.js';
