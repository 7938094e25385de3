import { onPaper } from '../fragments/accepted.js';
import { grantedToWindUp } from '../fragments/delivery.js';
import { licensing } from '../fragments/licensing.js';
import { windingUp } from '../fragments/winding-up.js';

/**
 * Voluntary closure (自行终止, PEL 56(1)-60; PER 50): twenty working days, no visit. The grant ends nothing yet: it puts the
 * school into closing. Served and published, it is wound up step by step; only the last step cancels entry and licence.
 */
export const closureConfig = licensing({
  limit: 'decision_default',
  extensible: true,
  inReview: onPaper,
  granting: [
    { type: 'register', params: { change: 'closeInstitution' } },
    { type: 'issue', params: { document: 'closureDecision' } },
  ],
  granted: grantedToWindUp,
  windingUp,
});
