export * from './rows.js';
export * from './visits.js';
