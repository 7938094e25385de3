import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../../libs/platform/src/project-root.js';
import { countyShelf } from './county.js';
import { prove, type Certificate } from '../../../libs/procedures/src/proofs/prove.js';

const folder = (): string => join(projectRoot(), 'libs', 'procedures', 'certificates');

/**
 * The certificates that `npm run prove` wrote, each only while it is about exactly the machine and pack that run here;
 * anything else is proved again now. A procedure that does not hold does not start.
 */
export function keptCertificates(countyDir?: string): ReadonlyMap<string, Certificate> {
  const shelf = countyShelf(countyDir);
  const kept = existsSync(folder())
    ? readdirSync(folder()).map((name) => JSON.parse(readFileSync(join(folder(), name), 'utf8')) as Certificate)
    : [];
  return new Map(
    shelf.running().map(({ pack, procedure }) => {
      const found =
        kept.find(({ hash, packHash }) => hash === procedure.hash && packHash === pack.hash) ?? prove(pack, procedure);
      if (!found.holds) throw new Error(`the procedure of ${pack.code} does not hold: run npm run prove`);
      return [pack.code, found];
    }),
  );
}
