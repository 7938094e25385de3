import { onSite } from '../fragments/accepted.js';
import { grantedToRegister } from '../fragments/delivery.js';
import { licensing } from '../fragments/licensing.js';

/**
 * Establishment of a non-subject tutoring institution (非学科类校外培训机构设立, PEL 12, 16, 17; NS13): beside the joint
 * visit the experts classify what is taught and the line department gives its opinion (ALL 26(2)). Licence first,
 * registration second.
 */
export const tutoringConfig = licensing({
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
