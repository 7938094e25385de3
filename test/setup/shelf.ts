import { readFileSync } from 'node:fs';
import { frozenFolder } from '../../apps/api/src/county.js';
import { PackShelf } from '../../libs/cases/src/index.js';
import type { MatterPack } from '../../libs/law/src/index.js';

/** What the county publishes: read and checked once for the whole run (global-setup.mjs), a shelf of one's own for each. */
export const shelfOfTests = (): PackShelf =>
  PackShelf.of(JSON.parse(readFileSync(process.env['TEST_PACKS'] ?? '', 'utf8')) as MatterPack[], frozenFolder());
