import { granted } from '../fragments/delivery.js';
import { licensing } from '../fragments/licensing.js';
import { onPaper } from '../fragments/accepted.js';

/**
 * Change of name (名称变更, PEL 55(1); PER 20): twenty working days, no visit. The name rests on its look-up; the last joint
 * check has to stand. The licence is printed anew under its number.
 */
export const nameChangeConfig = licensing({
  limit: 'decision_default',
  extensible: true,
  inReview: onPaper,
  granting: [
    { type: 'register', params: { change: 'changeName' } },
    { type: 'issue', params: { document: 'changeDecision' } },
    { type: 'issue', params: { document: 'licenceOriginal' } },
    { type: 'issue', params: { document: 'licenceDuplicate' } },
  ],
  granted,
});
