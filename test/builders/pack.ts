import { loadCounty, type CountyFiles, type MatterPack } from '../../libs/law/src/index.js';
import { readCountyFiles } from '../../libs/cases/src/pack-files.js';
import { procedureOf, type Procedure } from '../../libs/procedures/src/index.js';

const PACKS = 'libs/law/packs';

/** The files of a county, over the national base. */
export const countyFiles = (county = `${PACKS}/150203`): CountyFiles => readCountyFiles(`${PACKS}/national`, county);

/** The packs that the system runs on. */
export const countyPacks = (county?: string): MatterPack[] => loadCounty(countyFiles(county));

/** The pack that the story of the kindergarten runs on. */
export function establishmentPack(): MatterPack {
  const pack = countyPacks().find(({ code }) => code === 'EST-DIRECT');
  if (!pack) throw new Error('EST-DIRECT is not on the shelf');
  return pack;
}

/** The procedure of a pack that runs. */
export function procedureFor(pack: Parameters<typeof procedureOf>[0]): Procedure {
  const procedure = procedureOf(pack);
  if (!procedure) throw new Error(`${pack.code} has no procedure`);
  return procedure;
}
