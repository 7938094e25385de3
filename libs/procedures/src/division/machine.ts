import { onSite } from '../fragments/accepted.js';
import { grantedToRegisterEach } from '../fragments/delivery.js';
import { licensing } from '../fragments/licensing.js';

/**
 * Division of a school (分立, PEL 53; PER 26(2)(6)): three months. Every new site is visited, any other stands as it was
 * checked last. One decision gives every new school its licence; the divided school goes on as one of them, or ends. Each
 * new school is registered as a legal person of its own (PEL 19(4)).
 */
export const divisionConfig = licensing({
  limit: 'establish_decision',
  inReview: onSite,
  granting: [
    { type: 'register', params: { change: 'divideInstitution' } },
    { type: 'issue', params: { document: 'changeDecision' } },
    { type: 'issue', params: { document: 'absorbedCancellation' } },
    { type: 'issue', params: { document: 'licenceOriginal' } },
    { type: 'issue', params: { document: 'licenceDuplicate' } },
  ],
  granted: grantedToRegisterEach,
});
