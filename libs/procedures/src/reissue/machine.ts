import { filing, filedAndAnnounced } from '../fragments/filing.js';

/**
 * Re-issue of a lost or damaged licence (遗失、损毁补证, PER 22(3)): nothing is decided anew. Number and term stay, the new
 * print says that it is one, and the old one is announced as void: the public seven days of licences, by analogy.
 */
export const reissueConfig = filing(
  [
    { type: 'register', params: { change: 'reissueLicence' } },
    { type: 'issue', params: { document: 'licenceOriginal' } },
    { type: 'issue', params: { document: 'licenceDuplicate' } },
    { type: 'announce', params: { subject: 'reissue' } },
  ],
  filedAndAnnounced,
);
