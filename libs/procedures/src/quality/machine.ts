import { onPaper } from '../fragments/accepted.js';
import { granted } from '../fragments/delivery.js';
import { licensing } from '../fragments/licensing.js';

/**
 * Confirmation of a quality evaluation (办学水平和质量评估的确认, PEL 41; PER 48(2)): the bureau confirms the level that
 * the evaluation found, or refuses to with reasons. The law sets no limit; the result is public.
 */
export const qualityConfig = licensing({
  limit: null,
  inReview: onPaper,
  granting: [
    { type: 'register', params: { change: 'confirmQuality' } },
    { type: 'issue', params: { document: 'confirmation' } },
  ],
  granted,
});
