import { EX_OFFICIO, faultOfBeginning, isGround, type ExOfficioGround } from '../../../law/src/index.js';
import { Refusal } from '../../../platform/src/index.js';
import { pastDay } from './attestation.js';
import type { PayloadOf } from './command.js';
import type { Hearing, Prepared } from './hearing.js';

/** Whether a case is one that nobody applied for. */
export const isExOfficio = ({ file }: Pick<Hearing, 'file'>): boolean => EX_OFFICIO[file.row.matter] !== undefined;

const missing = (field: string): Refusal =>
  new Refusal('FIELDS_INVALID', { fields: [{ field: `payload.${field}`, code: 'FIELD_MISSING' }] });

/** What a beginning rests on: the ruling of a court by name and number, an offence by its article, a lapse by the register. */
export function openExOfficio(
  hearing: Hearing,
  { reasons, article, court, rulingNumber, ruledOn }: PayloadOf<'openExOfficio'>,
): Prepared<'openExOfficio'> {
  const { file } = hearing;
  const { ground } = EX_OFFICIO[file.row.matter] ?? {};
  if (!ground || !file.institution) throw new Refusal('MATTER_IS_APPLIED_FOR', { article: 'ALL 29' });
  const fault = faultOfBeginning(file.row.matter, file.institution.state);
  if (fault) throw new Refusal(fault.code, { article: fault.article });
  const asked: Record<ExOfficioGround, () => Omit<Prepared<'openExOfficio'>, 'event'>> = {
    court: () => {
      if (!court) throw missing('court');
      if (!rulingNumber) throw missing('rulingNumber');
      return {
        payload: { ruledOn: pastDay(hearing, ruledOn ?? '', 'ruledOn') },
        words: { reasons, court, rulingNumber },
      };
    },
    penalty: () => {
      if (!article) throw missing('article');
      if (!isGround(article, file.pack.readings.sources))
        throw new Refusal('FIELDS_INVALID', { fields: [{ field: 'payload.article', code: 'ARTICLE_UNKNOWN' }] });
      return { words: { reasons, article } };
    },
    lapse: () => ({ words: { reasons } }),
  };
  return { event: { type: 'openExOfficio', ground, founded: true }, ...asked[ground]() };
}

/** 安置 (PEL 57): how many pupils there were, and how many have a place elsewhere. */
export function recordPlacement(
  hearing: Hearing,
  { pupils, placed, placedOn }: PayloadOf<'recordPlacement'>,
): Prepared<'recordPlacement'> {
  if (placed > pupils)
    throw new Refusal('FIELDS_INVALID', { fields: [{ field: 'payload.placed', code: 'MORE_THAN_PUPILS' }] });
  return {
    event: { type: 'recordPlacement', pupils: placed === pupils ? 'placed' : 'unplaced' },
    payload: { pupils, placed, placedOn: pastDay(hearing, placedOn, 'placedOn', begunOn(hearing)) },
  };
}

/** 清算 (PEL 58(2)): organised by the court or by the bureau, not by the school. */
export const recordLiquidation = (
  hearing: Hearing,
  { completedOn, madeBy, report }: PayloadOf<'recordLiquidation'>,
): Prepared<'recordLiquidation'> => ({
  event: { type: 'recordLiquidation' },
  payload: { completedOn: pastDay(hearing, completedOn, 'completedOn', begunOn(hearing)) },
  words: { madeBy, report },
});

/** The day of the beginning, or of the ruling before it: nothing that rests on it is older. */
function begunOn({ file }: Hearing): string | undefined {
  const begun = file.log.find(({ type }) => type === 'openExOfficio');
  const ruled = begun?.payload['ruledOn'];
  return typeof ruled === 'string' ? ruled : begun?.legal_date;
}
