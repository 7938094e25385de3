export * from './catalogue.js';
export * from './handlers.js';
export * from './operators.js';
export * from './queue-store.js';
export * from './relay.js';
export * from './run.js';
