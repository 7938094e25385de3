export * from './catalogue.js';
export * from './handlers.js';
export * from './queue-store.js';
export * from './relay.js';
