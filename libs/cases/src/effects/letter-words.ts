import type { DraftForm } from '../../../law/src/index.js';
import { say } from '../../../platform/src/index.js';
import type { DocumentKind } from '../../../procedures/src/index.js';

const CARRIES_REMEDIES: readonly DocumentKind[] = [
  'notRequiredNotice',
  'notCompetentDecision',
  'notFiledNotice',
  'refusalDecision',
  'discontinuationNotice',
  'penaltyDecision',
  'cancellationNotice',
];

/** What is decided against somebody names the remedies (ALL 38(2)); so does an annual inspection that was not passed. */
export const carriesRemedies = (kind: DocumentKind, { result }: Record<string, unknown>): boolean =>
  CARRIES_REMEDIES.includes(kind) || (kind === 'annualConclusion' && result !== 'passed');

interface Letter {
  pack: { code: string };
  form: DraftForm;
}

interface Told {
  payload: Record<string, unknown>;
  dueDates: Partial<Record<string, string>>;
}

/** Whose words a letter may have, the nearest first: of the matter, of what led to it, of a matter without acceptance or limit. */
export const variantsOf = (kind: DocumentKind, { pack, form }: Letter, { payload, dueDates }: Told): string[] => [
  `${pack.code}.${form.tutoringChange?.what}`,
  pack.code,
  String(payload['cause']),
  ...(kind === 'receipt' && !dueDates['due_correction_or_acceptance'] ? ['filing'] : []),
  ...(kind === 'acceptanceNotice' && !dueDates['due_statutory'] ? ['promised'] : []),
];

/** What a centre becomes. */
export function becameIn({ form }: { form: DraftForm }): Record<string, string> {
  const { into, kindergartenLicence = '', nurseryFiling = '' } = form.conversion ?? {};
  return into ? { became: say('zh', `document.became.${into}`, { kindergartenLicence, nurseryFiling }) } : {};
}
