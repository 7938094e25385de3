import { grantedToRegister } from '../fragments/delivery.js';
import { licensing } from '../fragments/licensing.js';
import { onSite } from '../fragments/accepted.js';

/**
 * Direct formal establishment (直接申请正式设立, PEL 16, 17, 18): from the draft to the archived file.
 * Silence grants nothing here; the two decision clocks run through everything between acceptance and decision.
 */
export const establishmentConfig = licensing({
  limit: 'establish_decision',
  inReview: onSite,
  granting: [
    { type: 'register', params: { change: 'openInstitution' } },
    { type: 'issue', params: { document: 'grantDecision' } },
    { type: 'issue', params: { document: 'licenceOriginal' } },
    { type: 'issue', params: { document: 'licenceDuplicate' } },
  ],
  granted: grantedToRegister,
});
