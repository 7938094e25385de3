import { filing } from '../fragments/filing.js';

/**
 * Filing of the legal representative (法定代表人变更备案, PEL 21(2), 23): the chair or the principal, by resolution. Not an
 * approval; the licence, which names the person, is printed anew.
 */
export const legalRepresentativeConfig = filing([
  { type: 'register', params: { change: 'changeLegalRepresentative' } },
  { type: 'issue', params: { document: 'licenceOriginal' } },
  { type: 'issue', params: { document: 'licenceDuplicate' } },
]);
