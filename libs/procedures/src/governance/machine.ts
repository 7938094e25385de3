import { filing } from '../fragments/filing.js';

/**
 * Filing of the decision body and of the charter (决策机构、章程备案, PEL 21(2); PER 19(2)). The licence names neither.
 */
export const governanceConfig = filing([{ type: 'register', params: { change: 'changeGovernance' } }]);
