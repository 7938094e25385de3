export * from './article.js';
export * from './calendar.js';
export * from './clocks.js';
export * from './eligibility.js';
export * from './establishment-form.js';
export * from './identifiers/check.js';
export * from './identifiers/citizen-number.js';
export * from './identifiers/credit-code.js';
export * from './identifiers/numbers.js';
export * from './law-error.js';
export * from './packs/load-pack.js';
export * from './packs/pack.js';
export * from './plain-date.js';
export * from './remedies.js';
export * from './site-checklist.js';
export * from './supervision.js';
export * from './verdict-sheet.js';

/** Version of the rules in this library; pinned on every case and event. */
export const LAW_VERSION = '2026.1';
export * from './roles.js';
export * from './case-states.js';
