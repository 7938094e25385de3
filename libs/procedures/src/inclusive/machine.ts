import { onPaper } from '../fragments/accepted.js';
import { granted } from '../fragments/delivery.js';
import { licensing } from '../fragments/licensing.js';

/**
 * Recognition as an inclusive kindergarten (普惠性民办幼儿园认定, PSL 24(3)): a confirmation, not a licence. The law sets no
 * limit, so that only the promise of the bureau runs; the list is public.
 */
export const inclusiveConfig = licensing({
  limit: null,
  inReview: onPaper,
  granting: [
    { type: 'register', params: { change: 'confirmInclusive' } },
    { type: 'issue', params: { document: 'confirmation' } },
  ],
  granted,
});
