import { granted } from '../fragments/delivery.js';
import { licensing } from '../fragments/licensing.js';
import { onSite } from '../fragments/accepted.js';

/**
 * Change of address, or a further campus (办学地址变更、增设校区, PER 23, 63(1)(9)): the licence names the place, so that
 * every fact about the premises is open again: the joint site check, hygiene, fire and structure of the new site.
 */
export const addressChangeConfig = licensing({
  limit: 'decision_default',
  extensible: true,
  inReview: onSite,
  granting: [
    { type: 'register', params: { change: 'changeAddress' } },
    { type: 'issue', params: { document: 'changeDecision' } },
    { type: 'issue', params: { document: 'licenceOriginal' } },
    { type: 'issue', params: { document: 'licenceDuplicate' } },
  ],
  granted,
});
