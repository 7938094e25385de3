import { maskCitizenNumber, type DraftForm } from '../../../law/src/index.js';

/** Identity numbers are for those who must have them; everybody else sees their ends (PIPL 28). */
export const masked = (form: DraftForm): DraftForm => maskedIn(form) as DraftForm;

function maskedIn(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(maskedIn);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).map(([key, inner]): [string, unknown] => [
    key,
    key === 'citizenNumber' && typeof inner === 'string' ? maskCitizenNumber(inner) : maskedIn(inner),
  ]);
  return Object.fromEntries(entries);
}
