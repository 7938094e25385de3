import { readFileSync } from 'node:fs';
import { loadPack, type MatterPack } from '../../libs/law/src/index.js';

const read = (path: string) => ({ path, text: readFileSync(path, 'utf8') });

/** The pack that the system runs on. */
export function establishmentPack(): MatterPack {
  return loadPack({
    base: read('libs/law/packs/national/EST-DIRECT.yaml'),
    overlay: read('libs/law/packs/150203/EST-DIRECT.yaml'),
    authority: read('libs/law/packs/150203/authority.yaml'),
  });
}
