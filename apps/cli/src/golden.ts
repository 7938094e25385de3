import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { countyShelf, frozenFolder } from '../../api/src/county.js';
import { goldenLogs } from '../../../libs/procedures/src/proofs/golden.js';

/** Writes the golden logs of a release that is kept: one file per matter, one life of a case per line. */
export async function writeGoldenLogs([name = '']: string[]): Promise<number> {
  const shelf = countyShelf();
  const release = shelf.frozen.find((kept) => kept.name === name);
  if (!release) throw new Error(`no release of this name is kept: ${name}`);
  const folder = join(frozenFolder(), name, 'golden');
  mkdirSync(folder, { recursive: true });
  for (const { pack } of shelf.published.values()) {
    const procedure = release.procedureOf(pack);
    if (!procedure) continue;
    const { code, attestations, specialProcedures, readings } = pack;
    const head = { matter: code, hash: procedure.hash, pack: { code, attestations, specialProcedures, readings } };
    const lines = [head, ...goldenLogs(procedure)].map((line) => JSON.stringify(line));
    writeFileSync(join(folder, `${code}.jsonl`), `${lines.join('\n')}\n`);
  }
  return 0;
}
