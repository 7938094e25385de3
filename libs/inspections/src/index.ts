export * from './photos.js';
export * from './rows.js';
export * from './visits.js';
