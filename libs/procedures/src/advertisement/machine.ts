import { filing } from '../fragments/filing.js';

/**
 * Filing of prospectus and advertisements (招生简章和广告备案, PEL 42): what will appear is told, not approved. It is entered
 * beside the licence, which does not name it.
 */
export const advertisementConfig = filing([{ type: 'register', params: { change: 'fileAdvertisement' } }]);
