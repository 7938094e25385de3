import { granted } from '../fragments/delivery.js';
import { licensing } from '../fragments/licensing.js';
import { onPaper } from '../fragments/accepted.js';

/**
 * Change of sponsor (举办者变更, PEL 54; PER 12): asked for by the sponsor, after the settlement and with two thirds of the
 * decision body. Who takes over is judged like a first sponsor; the premises stand as they were checked last.
 */
export const sponsorChangeConfig = licensing({
  limit: 'decision_default',
  extensible: true,
  inReview: onPaper,
  granting: [
    { type: 'register', params: { change: 'changeSponsor' } },
    { type: 'issue', params: { document: 'changeDecision' } },
    { type: 'issue', params: { document: 'licenceOriginal' } },
    { type: 'issue', params: { document: 'licenceDuplicate' } },
  ],
  granted,
});
