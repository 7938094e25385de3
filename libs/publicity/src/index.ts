export * from './answers/index.js';
export * from './draws.js';
export * from './log-roots.js';
export * from './public-register.js';
export * from './rehearsal.js';
export * from './rows.js';
