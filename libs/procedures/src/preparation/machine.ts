import { granted } from '../fragments/delivery.js';
import { licensing } from '../fragments/licensing.js';
import { onPaper } from '../fragments/accepted.js';

/**
 * Preparation (筹设, PEL 13, 14): thirty days, no visit. A grant opens an entry in the register that ends after three
 * years by itself, unless a formal application came in time; no pupil may be enrolled meanwhile (PER 17(2)).
 */
export const preparationConfig = licensing({
  limit: 'prep_decision',
  inReview: onPaper,
  granting: [
    { type: 'register', params: { change: 'openPreparation' } },
    { type: 'issue', params: { document: 'preparationApproval' } },
  ],
  granted,
});
