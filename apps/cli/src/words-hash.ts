import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What guards, effects and roles mean: a change in any of these files is a change of every procedure. */
export function wordsHash(root: string): string {
  const source = join(root, 'libs', 'procedures', 'src');
  const files = ['vocabulary.ts', 'events.ts', 'ending-events.ts', 'lanes.ts', 'effects.ts', 'decide.ts'].map((name) =>
    join(source, name),
  );
  const fragments = readdirSync(join(source, 'fragments'))
    .sort()
    .map((name) => join(source, 'fragments', name));
  const hash = createHash('sha256');
  for (const file of [...files, ...fragments]) hash.update(readFileSync(file, 'utf8').replace(/\r\n/g, '\n'));
  return hash.digest('hex');
}
