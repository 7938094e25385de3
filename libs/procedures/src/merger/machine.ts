import { onSite } from '../fragments/accepted.js';
import { grantedToRegister } from '../fragments/delivery.js';
import { licensing } from '../fragments/licensing.js';

/**
 * Merger of schools (合并, PEL 53; PER 13(4), 26(2)(6); ALL 70(3)): three months, all schools in one case, so that what is
 * refused is refused to all. A site that changes or grows is visited, any other stands as it was checked last. One decision
 * ends the absorbed schools and their licences and leaves one school; its registration follows (NGO 15).
 */
export const mergerConfig = licensing({
  limit: 'establish_decision',
  inReview: onSite,
  granting: [
    { type: 'register', params: { change: 'mergeInstitutions' } },
    { type: 'issue', params: { document: 'changeDecision' } },
    { type: 'issue', params: { document: 'absorbedCancellation' } },
    { type: 'issue', params: { document: 'licenceOriginal' } },
    { type: 'issue', params: { document: 'licenceDuplicate' } },
  ],
  granted: grantedToRegister,
});
