import { archivedUnasked, publication } from '../fragments/delivery.js';
import { beginning } from '../fragments/ex-officio.js';
import { penalty, penaltyService } from '../fragments/penalty.js';
import { windingUpByOthers } from '../fragments/winding-up.js';
import { vocabulary } from '../vocabulary.js';

/**
 * Closure after revocation (吊销办学许可证后终止, PEL 56(1)(2), 58(2), 62; PSL 79): a penalty, by the procedure of penalties.
 * The decision takes the licence; served and published, the school is wound up, and only then cancelled.
 */
export const revocationConfig = vocabulary.createStateConfig({
  initial: 'DRAFT',
  states: {
    DRAFT: beginning('penaltyFiled', '#PENALTY', []),
    PENALTY: penalty,
    REVOKED: {
      id: 'REVOKED',
      type: 'parallel',
      states: {
        service: { initial: 'issuing', states: { ...penaltyService('served'), served: { type: 'final' } } },
        publication,
      },
      onDone: { target: '#WINDING_UP' },
    },
    NO_PENALTY: { id: 'NO_PENALTY', initial: 'issuing', states: penaltyService('#ARCHIVED') },
    WINDING_UP: windingUpByOthers,
    ARCHIVED: archivedUnasked,
  },
});
