export * from './register.js';
export * from './rows.js';
