/** Where a case can stand, one word each (catalogue 2.6); the charts in libs/procedures lead to these and to no others. */
export const CASE_STATES = [
  'DRAFT',
  'RECEIVED',
  'CORRECTION_REQUIRED',
  'CORRECTION_SUPPLIED',
  'DEEMED_ACCEPTED',
  'IN_REVIEW',
  'SPECIAL_PROCEDURE',
  'EXAMINED',
  'LEGALITY_REVIEW',
  'TO_DECIDE',
  'GRANTED',
  'ISSUED',
  'POSTED',
  'SERVED',
  'LIQUIDATING',
  'PAYING',
  'HANDING_BACK',
  'DEREGISTERING',
  'ANNOUNCING',
  'FILED',
  'NOT_FILED',
  'REFUSED',
  'ARCHIVED',
  'NOT_REQUIRED',
  'NOT_COMPETENT',
  'WITHDRAWN',
  'DISCONTINUED',
  'DISCARDED',
] as const;
export type CaseState = (typeof CASE_STATES)[number];

/** What a list of the bureau can be narrowed to: a draft that was discarded was never handed in to anybody. */
export const LISTED_STATES = CASE_STATES.filter((state) => state !== 'DISCARDED');
