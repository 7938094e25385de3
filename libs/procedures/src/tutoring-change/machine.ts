import { onSite } from '../fragments/accepted.js';
import { grantedToWindUpAnEnd } from '../fragments/delivery.js';
import { licensing } from '../fragments/licensing.js';
import { windingUp } from '../fragments/winding-up.js';

/**
 * Change and closure of a tutoring institution (校外培训机构变更、终止, PEL 54, 55, 56, 59, 65): one matter for what schools
 * have several for. A move opens every fact of the premises; a name rests on what is on record, another sponsor on its
 * credit as well; an end on the open cases of the other departments, and it is wound up as that of a school is.
 */
export const tutoringChangeConfig = licensing({
  limit: 'decision_default',
  extensible: true,
  inReview: onSite,
  granting: [
    { type: 'register', params: { change: 'changeTutoring' } },
    { type: 'issue', params: { document: 'changeDecision' } },
    { type: 'issue', params: { document: 'licenceOriginal' } },
    { type: 'issue', params: { document: 'licenceDuplicate' } },
  ],
  ending: [
    { type: 'register', params: { change: 'closeInstitution' } },
    { type: 'issue', params: { document: 'closureDecision' } },
  ],
  granted: grantedToWindUpAnEnd,
  windingUp,
});
