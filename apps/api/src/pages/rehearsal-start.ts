import {
  dayAsTyped,
  FIRST_YEAR,
  LAST_YEAR,
  isPlainDate,
  yearOf,
  type PlainDate,
} from '../../../../libs/law/src/index.js';
import type { Words } from './words.js';

/** The day on which a rehearsed case is filed, or what is wrong with it. */
export function readStart(t: Words, typed: string): { from: PlainDate | null; fault: string | null } {
  const from = dayAsTyped(typed);
  if (!isPlainDate(from)) return { from: null, fault: t('field.DATE_INVALID') };
  if (yearOf(from) < FIRST_YEAR || yearOf(from) >= LAST_YEAR)
    return { from: null, fault: t('field.DATE_YEARS', { first: FIRST_YEAR, last: LAST_YEAR - 1 }) };
  return { from, fault: null };
}
