import { archivedUnasked } from '../fragments/delivery.js';
import { beginning } from '../fragments/ex-officio.js';
import { windingUpAfterLapse } from '../fragments/winding-up.js';
import { vocabulary } from '../vocabulary.js';

/**
 * What follows a lapse (自然废止, PER 50(3)): the law has ended the licence by itself, and the bureau has announced it. What
 * is left is the form: the school liquidates itself, licence and seals go, the entry is cancelled (ALL 70(1)).
 */
export const lapseConfig = vocabulary.createStateConfig({
  initial: 'DRAFT',
  states: {
    DRAFT: beginning('hasLapsed', '#WINDING_UP', []),
    WINDING_UP: windingUpAfterLapse,
    ARCHIVED: archivedUnasked,
  },
});
