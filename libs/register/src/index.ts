export * from './effects-of-law.js';
export * from './entry.js';
export * from './findings.js';
export * from './register.js';
export * from './registered.js';
export * from './rows.js';
export * from './timers.js';
export * from './versions.js';
