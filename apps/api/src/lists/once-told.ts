import { DEMAND_HEADS, DEMAND_PHRASES, DEMAND_VERBS, VAGUE_PHRASES } from '../../../../libs/law/src/index.js';
import { onceTold, type OnceToldRow } from '../../../../libs/publicity/src/index.js';
import type { Words } from '../pages/words.js';
import type { Tools } from '../tools.js';

export type ToldRow = OnceToldRow & { nameZh: string; nameEn: string };

/** The numbers with the names of the matters; one that is no longer published keeps its code. */
export async function toldRows({ sql, workshop: { shelf } }: Tools): Promise<ToldRow[]> {
  const rows = await onceTold(sql);
  return rows.map((row) => {
    const pack = shelf.published.get(row.matter)?.pack;
    return { ...row, nameZh: pack?.nameZh ?? row.matter, nameEn: pack?.nameEn ?? row.matter };
  });
}

export const toldHead = (t: Words): string[] => [
  t('told.month'),
  t('told.matter'),
  t('told.received'),
  t('told.notices'),
  t('told.reminders'),
  t('told.preReviews'),
  t('told.preReviewsLate'),
];

export const toldCells = (t: Words, row: ToldRow): string[] => [
  t.month(row.month),
  t.called(row),
  ...[row.received, row.notices, row.reminders, row.preReviews, row.preReviewsLate].map(String),
];

/** The phrases that no letter and no message to an applicant may contain, as they are published. */
export const REFUSED_PHRASES = {
  vague: VAGUE_PHRASES,
  asking: DEMAND_PHRASES,
  askingHeads: DEMAND_HEADS,
  askingVerbs: DEMAND_VERBS,
} as const;
