export * from './administration.js';
export * from './accounts.js';
export * from './rows.js';
export * from './sessions.js';
export * from './rate-limit.js';
export * from './interests.js';
export * from './recused.js';
