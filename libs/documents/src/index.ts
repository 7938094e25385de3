export * from './file-store.js';
export * from './pdf/index.js';
export * from './rows.js';
