import { filing } from '../fragments/filing.js';

/**
 * Filing of the principal (校长、园长变更备案, PEL 24; PSL 38): the approval of a principal was abolished, and is not brought
 * back here (BER 39). The licence, which names the person, is printed anew.
 */
export const principalConfig = filing([
  { type: 'register', params: { change: 'changePrincipal' } },
  { type: 'issue', params: { document: 'licenceOriginal' } },
  { type: 'issue', params: { document: 'licenceDuplicate' } },
]);
