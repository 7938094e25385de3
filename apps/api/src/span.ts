import { addYears, compareDates, isPlainDate, plainDateOf, type PlainDate } from '../../../libs/law/src/index.js';
import { Refusal } from '../../../libs/platform/src/index.js';

/**
 * A span of days as asked for; without one, this year so far.
 * @throws Refusal FIELDS_INVALID on what is no day, a reversed span, or one of more than a year
 */
export function spanOf(asked: { from?: string; to?: string }, now: Date): { from: PlainDate; to: PlainDate } {
  const today = plainDateOf(now);
  const to = asked.to ?? today;
  const from = asked.from ?? `${to.slice(0, 4)}-01-01`;
  const refuse = (field: string, code: string) => new Refusal('FIELDS_INVALID', { fields: [{ field, code }] });
  if (!isPlainDate(to)) throw refuse('to', 'DATE_OUT_OF_RANGE');
  if (!isPlainDate(from)) throw refuse('from', 'DATE_OUT_OF_RANGE');
  if (compareDates(from, to) > 0) throw refuse('to', 'DATES_REVERSED');
  if (compareDates(to, addYears(from, 1)) > 0) throw refuse('to', 'SPAN_TOO_LONG');
  return { from, to };
}
