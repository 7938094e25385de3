import { onSite } from '../fragments/accepted.js';
import { granted } from '../fragments/delivery.js';
import { licensing } from '../fragments/licensing.js';

/**
 * Change of level or category (办学层次、类别变更, PEL 55(2)): three months, as for an establishment. Every fact of the
 * premises and of those who run the school is open again; what becomes a tutoring institution is classified as well. The
 * licence is a new one, with the digit of the new type.
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
