export * from './answers/index.js';
export * from './explanations.js';
export * from './log-roots.js';
export * from './public-register.js';
export * from './rehearsal.js';
export * from './rows.js';
export * from './once-told.js';
export * from './service-record.js';
