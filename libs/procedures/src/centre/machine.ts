import { onPaper } from '../fragments/accepted.js';
import { granted } from '../fragments/delivery.js';
import { licensing } from '../fragments/licensing.js';

/**
 * Conversion or end of an early-childhood centre (幼儿中心转办、退出, PSL 30, 78): no centre is recognised anew. The law sets
 * no limit; what is confirmed ends the entry of before, and names what goes on in its place.
 */
export const centreConfig = licensing({
  limit: null,
  inReview: onPaper,
  granting: [
    { type: 'register', params: { change: 'convertCentre' } },
    { type: 'issue', params: { document: 'confirmation' } },
  ],
  granted,
});
