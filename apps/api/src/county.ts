import { join } from 'node:path';
import { PackShelf } from '../../../libs/cases/src/index.js';
import { projectRoot } from '../../../libs/platform/src/project-root.js';

const packs = (): string => join(projectRoot(), 'libs', 'law', 'packs');

/** The charts of earlier releases, which cases of before go on under. */
export const frozenFolder = (): string => join(projectRoot(), 'libs', 'procedures', 'frozen');

/** The county that the system runs for when nothing else is set. */
const COUNTY = '150203';

/**
 * The packs of a county over the national base that comes with the system.
 * @param countyDir its folder (setting COUNTY_DIR); without it the county of the reference case
 * @throws Error when it cannot be read, PackError when it breaks shape or law
 */
export const countyShelf = (countyDir?: string): PackShelf =>
  PackShelf.load(join(packs(), 'national'), countyDir ?? join(packs(), COUNTY), frozenFolder());
