import { isGround } from '../../../law/src/index.js';
import { Refusal } from '../../../platform/src/index.js';
import type { Hearing } from './hearing.js';

/** What burdens somebody needs words and a real article of a source that may found one (ALL 38(2)). */
export function reasoned({ file }: Hearing, { reasons, article }: { reasons: string; article: string }): boolean {
  if (!isGround(article, file.pack.readings.sources))
    throw new Refusal('FIELDS_INVALID', { fields: [{ field: 'payload.article', code: 'ARTICLE_UNKNOWN' }] });
  return reasons.trim().length >= 4;
}
