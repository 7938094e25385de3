export * from './log.js';
export * from './safe-error.js';
