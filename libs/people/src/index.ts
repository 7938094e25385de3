export * from './accounts.js';
export * from './rows.js';
export * from './sessions.js';
