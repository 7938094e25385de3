import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { countyShelf } from '../../api/src/county.js';
import { projectRoot } from '../../../libs/platform/src/project-root.js';
import { prove, type Certificate, type Finding } from '../../../libs/procedures/src/proofs/prove.js';
import { readSettings } from '../../../libs/platform/src/settings/index.js';
import { wordsHash } from './words-hash.js';
import { PROPERTY_NAMES, wordsOfFault, wordsOfPath } from './proof-words.js';

/** Proves every procedure × pack; exit 1 with the counterexample when one fails. */
export async function runProofs(args: string[]): Promise<number> {
  if (args.includes('--write') && writeWordsHash()) {
    process.stderr.write('the words of the charts have changed: build and prove once more\n');
    return 3;
  }
  const { countyDir } = readSettings(process.env);
  const certificates = countyShelf(countyDir)
    .running()
    .map(({ pack, procedure }) => prove(pack, procedure));
  if (args.includes('--write') && countyDir) throw new Error('only what comes with the system is written');
  if (args.includes('--write')) certificates.forEach(write);
  if (args.includes('--json')) process.stdout.write(`${JSON.stringify(certificates.map(asJson), null, 2)}\n`);
  else certificates.forEach(print);
  return certificates.every(({ holds }) => holds) ? 0 : 1;
}

function write(certificate: Certificate): void {
  const folder = join(projectRoot(), 'libs', 'procedures', 'certificates');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${certificate.matter}.json`), `${JSON.stringify(certificate, null, 2)}\n`);
}

const asJson = ({
  matter,
  machine,
  hash,
  states,
  transitions,
  configurations,
  properties,
  unvisited,
}: Certificate) => ({
  matter,
  machine,
  hash,
  states,
  transitions,
  configurations,
  unvisited,
  properties: properties.map(({ id, holds, worst, path }: Finding) => ({
    id,
    holds,
    worst,
    ...(path ? { counterexample: path.map(({ event }) => event) } : {}),
  })),
});

function print({
  matter,
  machine,
  hash,
  states,
  transitions,
  configurations,
  properties,
  unvisited,
}: Certificate): void {
  const lines = [
    `${matter} · ${machine} · ${hash.slice(0, 16)} · ${states} states, ${transitions} transitions, ${configurations} configurations`,
  ];
  for (const finding of properties) {
    lines.push(
      `  ${finding.holds ? '✓' : '✗'} ${finding.id} ${PROPERTY_NAMES[finding.id]}${finding.worst === undefined ? '' : ` (${finding.worst})`}`,
    );
    if (!finding.holds)
      lines.push(`      ${wordsOfFault(finding)}`, ...wordsOfPath(finding.path ?? []).map((line) => `      ${line}`));
  }
  unvisited.forEach((id) => lines.push(`  ✗ 走不到 / never reached: ${id}`));
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** Keeps the hash of the words beside them; true when it was an old one. */
function writeWordsHash(): boolean {
  const path = join(projectRoot(), 'libs', 'procedures', 'src', 'words-hash.ts');
  const text = readFileSync(path, 'utf8');
  const next = text.replace(/'[0-9a-f]*'/, `'${wordsHash(projectRoot())}'`);
  if (next === text) return false;
  writeFileSync(path, next);
  return true;
}
