import { fault, type Check, type EstablishmentForm } from './establishment-form.js';
import { noticeNumberIn } from './identifiers/notice-number.js';
import { compareDates, type PlainDate } from './plain-date.js';

/** What a sponsor says who has prepared a school: which approval it was; the rest of the form is that of a new school. */
export interface FormalForm {
  /** 筹设批准书文号: it must be one of the applicant's own (PEL 15). */
  preparationNumber: string;
}

/**
 * What the file of the preparation holds already. It is taken over as it was approved and not asked again (ALL 31(2)): who
 * wants another school than the one that was approved prepares another one.
 */
export const HELD_BY_PREPARATION = [
  'institutionType',
  'stage',
  'nature',
  'usesFiscalOrDonatedAssets',
  'schoolName',
  'siteAddress',
  'plannedClasses',
  'plannedChildren',
  'openingFundsYuan',
  'sponsors',
] as const satisfies readonly (keyof EstablishmentForm)[];

const preparationNumber: Check = (value, field) =>
  typeof value === 'string' && noticeNumberIn(value) ? [] : fault(field, 'PREPARATION_NUMBER_FORM');

export const FORMAL_FIELDS: { readonly [F in keyof FormalForm]: Check } = { preparationNumber };

/** One preparation gives one school: an entry that has become one is no preparation any more (PEL 15). */
export const isUsedPreparation = ({ state }: { state: string }): boolean =>
  state !== 'PREPARING' && state !== 'EXPIRED_PREP';

/** Whether a formal application comes within the three years (PEL 14(3)); the last day counts. */
export const isPreparedOn = (
  { state, preparedUntil }: { state: string; preparedUntil: PlainDate | null },
  on: PlainDate,
): boolean => state === 'PREPARING' && preparedUntil !== null && compareDates(on, preparedUntil) <= 0;
