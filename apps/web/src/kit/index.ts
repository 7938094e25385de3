export * from './button.js';
export * from './case-parts.js';
export * from './dialog.js';
export * from './faults.js';
export * from './field.js';
export * from './kept.js';
export * from './page.js';
export * from './status.js';
