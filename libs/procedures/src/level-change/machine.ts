import { granted } from '../fragments/delivery.js';
import { licensing } from '../fragments/licensing.js';
import { onSite } from '../fragments/accepted.js';

/**
 * Change of level or category (层次、类别变更, PEL 55(2)): within three months, as for an establishment. Both the premises
 * and the people are judged anew.
 */
export const levelChangeConfig = licensing({
  limit: 'level_category_decision',
  inReview: onSite,
  granting: [
    { type: 'register', params: { change: 'changeLevel' } },
    { type: 'issue', params: { document: 'changeDecision' } },
    { type: 'issue', params: { document: 'licenceOriginal' } },
    { type: 'issue', params: { document: 'licenceDuplicate' } },
  ],
  granted,
});
