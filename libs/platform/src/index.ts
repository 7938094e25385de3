export * from './clock.js';
export * from './database/connection.js';
export * from './database/migrate.js';
export * from './database/serials.js';
export * from './ids.js';
export * from './messages/index.js';
export * from './refusal.js';
export * from './rows.js';
