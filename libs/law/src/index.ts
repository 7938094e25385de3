export * from './advertisements.js';
export * from './appointments.js';
export * from './article.js';
export * from './asked-beside.js';
export * from './calendar.js';
export * from './calendar-year.js';
export * from './clock-rules.js';
export * from './clocks.js';
export * from './centre.js';
export * from './centre-form.js';
export * from './closure.js';
export * from './closure-form.js';
export * from './deliberation.js';
export * from './eligibility.js';
export * from './annual.js';
export * from './annual-conditions.js';
export * from './endings.js';
export * from './ends.js';
export * from './establishment-form.js';
export * from './formal.js';
export * from './forms.js';
export * from './institution-states.js';
export * from './institution-types.js';
export * from './licensed-conditions.js';
export * from './licensed-form.js';
export * from './resolutions.js';
export * from './renewal.js';
export * from './identifiers/case-number.js';
export type { IdentifierCheck, Parsed } from './identifiers/check.js';
export * from './identifiers/citizen-number.js';
export * from './identifiers/credit-code.js';
export * from './identifiers/licence-number.js';
export * from './identifiers/notice-number.js';
export * from './identifiers/organisation-code.js';
export * from './identifiers/regions.js';
export * from './interests.js';
export * from './law-error.js';
export * from './office-hours.js';
export * from './packs/load-county.js';
export * from './packs/applicable-lines.js';
export * from './packs/assumptions.js';
export * from './packs/open-points.js';
export * from './packs/pack.js';
export * from './packs/pack-lines.js';
export * from './packs/running-limits.js';
export { PackError, sayFinding, type PackFile, type PackFinding } from './packs/source-file.js';
export * from './packs/terms.js';
export * from './plain-date.js';
export * from './readings.js';
export * from './precedent.js';
export * from './random-draw.js';
export * from './reckoning.js';
export * from './register-likeness.js';
export * from './remedies.js';
export * from './service.js';
export * from './site-checklist.js';
export * from './sources.js';
export * from './statutory-limits.js';
export * from './supervision.js';
export * from './frozen-promise.js';
export * from './idle-task.js';
export * from './ladder.js';
export * from './triage.js';
export * from './tutoring.js';
export * from './tutoring-form.js';
export * from './trips.js';
export * from './triage-tree.js';
export * from './tolerance.js';
export * from './hearing.js';
export * from './verdict-sheet.js';
export {
  DEMAND_HEADS,
  DEMAND_PHRASES,
  DEMAND_VERBS,
  demandingPhraseIn,
  PAPER_WORDS,
  paperWordIn,
  phraseIn,
  VAGUE_PHRASES,
  vaguePhraseIn,
} from './wording.js';

/** Version of the rules in this library; pinned on every case and event. */
export const LAW_VERSION = '2026.1';
export * from './roles.js';
export * from './case-states.js';
export * from './co-signers.js';
export * from './known-merging.js';
export * from './annual-duty.js';
export * from './likeness-asked.js';
export * from './succession-conditions.js';
export * from './succession-form.js';
