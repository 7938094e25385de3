import { archivedUnasked } from '../fragments/delivery.js';
import { beginning } from '../fragments/ex-officio.js';
import { windingUpByOthers } from '../fragments/winding-up.js';
import { vocabulary } from '../vocabulary.js';

/**
 * Closure for insolvency (资不抵债终止, PEL 56(1)(3), 58(2); EBL 135): the court has accepted the liquidation, and organises
 * it. The bureau decides nothing: it follows, places the pupils, takes back, cancels and announces.
 */
export const insolvencyConfig = vocabulary.createStateConfig({
  initial: 'DRAFT',
  states: {
    DRAFT: beginning('courtAccepted', '#WINDING_UP', [{ type: 'register', params: { change: 'closeInsolvent' } }]),
    WINDING_UP: windingUpByOthers,
    ARCHIVED: archivedUnasked,
  },
});
