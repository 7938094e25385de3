import { onSite } from '../fragments/accepted.js';
import { grantedToRegister } from '../fragments/delivery.js';
import { licensing } from '../fragments/licensing.js';

/**
 * Formal establishment after preparation (经筹设的正式设立, PEL 15, 17, 18): three months, with the joint site check. The
 * entry that was being prepared becomes the school; what the preparation has shown already is not shown again.
 */
export const formalConfig = licensing({
  limit: 'establish_decision',
  inReview: onSite,
  granting: [
    { type: 'register', params: { change: 'establishPrepared' } },
    { type: 'issue', params: { document: 'grantDecision' } },
    { type: 'issue', params: { document: 'licenceOriginal' } },
    { type: 'issue', params: { document: 'licenceDuplicate' } },
  ],
  granted: grantedToRegister,
});
