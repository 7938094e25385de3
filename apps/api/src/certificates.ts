import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { PackShelf } from '../../../libs/cases/src/index.js';
import { projectRoot } from '../../../libs/platform/src/project-root.js';
import { certified, prove, type Certificate } from '../../../libs/procedures/src/proofs/prove.js';

const folder = (): string => join(projectRoot(), 'libs', 'procedures', 'certificates');

/** What was proved of the matters that run here. */
export interface Certificates {
  /** Undefined for a matter that no procedure runs. */
  get(matter: string): Certificate | undefined;
}

/**
 * The certificates that `npm run prove` wrote, each only while it is about exactly the machine that runs here; what rests
 * on the pack is worked out again. A county whose readings make another machine has it proved when somebody first asks,
 * and before that by `npm run prove` with its COUNTY_DIR. A procedure that is known not to hold does not start.
 */
export function keptCertificates(shelf: PackShelf): Certificates {
  const kept = existsSync(folder())
    ? readdirSync(folder()).map((name) => JSON.parse(readFileSync(join(folder(), name), 'utf8')) as Certificate)
    : [];
  const proved = new Map<string, Certificate>();
  const open = new Map<string, () => Certificate>();
  for (const { pack, procedure } of shelf.running()) {
    const found = kept.find(({ hash }) => hash === procedure.hash);
    if (found) proved.set(pack.code, certified(found, pack));
    else open.set(pack.code, () => prove(pack, procedure));
  }
  const failed = [...proved].find(([, { holds }]) => !holds);
  if (failed) throw new Error(`the procedure of ${failed[0]} does not hold: run npm run prove`);
  return { get: (matter) => proved.get(matter) ?? provedNow(matter, open.get(matter), proved) };
}

function provedNow(
  matter: string,
  proof: (() => Certificate) | undefined,
  proved: Map<string, Certificate>,
): Certificate | undefined {
  const certificate = proof?.();
  if (certificate) proved.set(matter, certificate);
  return certificate;
}
