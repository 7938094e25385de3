import { fault, list, oneOf, record, text, truth, type Check } from './establishment-form.js';
import { compareDates, isPlainDate } from './plain-date.js';

/** Where a prospectus or an advertisement appears. */
export const MEDIA = ['prospectus', 'print', 'broadcast', 'internet', 'outdoor'] as const;

/** 招生简章、广告: what a school files before it appears (PEL 42). Both days count. */
export interface Advertisement {
  title: string;
  medium: (typeof MEDIA)[number];
  publishedFrom: string;
  publishedUntil: string;
  /** It promises success in examinations or results of teaching (ADL 24(1)(1)). */
  promisesResults: boolean;
  /** It has experts, institutions or those who were taught recommend the school (ADL 24(1)(3)). */
  usesEndorsements: boolean;
}

const day: Check = (value, field) => (isPlainDate(value) ? [] : fault(field, 'DATE_INVALID'));

/** Nothing ends before it begins. */
const advertisement: Check = (value, field, today) => {
  const faults = record({
    title: text(2, 80),
    medium: oneOf(...MEDIA),
    publishedFrom: day,
    publishedUntil: day,
    promisesResults: truth,
    usesEndorsements: truth,
  })(value, field, today);
  if (faults.length > 0) return faults;
  const { publishedFrom, publishedUntil } = value as Advertisement;
  if (!isPlainDate(publishedFrom) || !isPlainDate(publishedUntil)) return faults;
  return compareDates(publishedFrom, publishedUntil) <= 0 ? [] : fault(`${field}.publishedUntil`, 'DATES_REVERSED');
};

export const ADVERTISEMENTS: Check = list(advertisement, 10);
