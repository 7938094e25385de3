import { maskCitizenNumber, type DraftForm } from '../../../law/src/index.js';

/** Identity numbers are for those who must have them; everybody else sees their ends (PIPL 28). */
export const masked = (form: DraftForm): DraftForm =>
  JSON.parse(JSON.stringify(form), (key, value: unknown) =>
    key === 'citizenNumber' && typeof value === 'string' ? maskCitizenNumber(value) : value,
  ) as DraftForm;
