import { compareDates, isPlainDate, plainDate } from '../../../law/src/index.js';
import { Refusal, say } from '../../../platform/src/index.js';
import type { PayloadOf } from './command.js';
import type { Hearing, Prepared } from './hearing.js';

/** 责令整改: what to put right, and by when: within the time in which the bureau has promised its conclusion. */
export function orderRectification(
  { file }: Hearing,
  { findings, rectifyBy }: PayloadOf<'orderRectification'>,
): Prepared<'orderRectification'> {
  const last = file.clocks.find(({ id }) => id === 'filing_check')?.deadline.dueOn;
  const fits =
    isPlainDate(rectifyBy) &&
    compareDates(rectifyBy, file.today) > 0 &&
    (last === undefined || compareDates(plainDate(rectifyBy), last) <= 0);
  if (!fits)
    throw new Refusal('FIELDS_INVALID', { fields: [{ field: 'payload.rectifyBy', code: 'DATE_OUT_OF_RANGE' }] });
  return {
    event: { type: 'orderRectification', reasoned: findings.trim().length >= 4 },
    payload: { rectifyBy },
    words: { findings },
  };
}

/** 年检结论: with reasons wherever it is not the best one. */
export const concludeInspection = (
  { file }: Hearing,
  { result, reasons }: PayloadOf<'concludeInspection'>,
): Prepared<'concludeInspection'> => ({
  event: { type: 'concludeInspection', result, reasoned: (reasons ?? '').trim().length >= 4 },
  payload: { result, year: file.form.annualYear },
  words: { reasons: reasons ?? '', resultZh: say('zh', `annual.${result}`) },
});
