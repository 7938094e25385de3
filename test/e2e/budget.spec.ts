import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { builtWeb } from '../../apps/api/src/pages/built-web.js';

interface Chunk {
  file: string;
  css?: string[];
  imports?: string[];
}

const { folder } = builtWeb();
const chunks = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Record<string, Chunk>;

/** The files that a browser has before the first screen works: the chunk and everything that it imports, once. */
function filesOf(sources: readonly string[]): Set<string> {
  const seen = new Set<string>();
  const files = new Set<string>();
  const take = (source: string): void => {
    if (seen.has(source)) return;
    seen.add(source);
    const chunk = chunks[source];
    if (!chunk) throw new Error(`the build has no ${source}`);
    for (const file of [chunk.file, ...(chunk.css ?? [])]) files.add(file);
    chunk.imports?.forEach(take);
  };
  sources.forEach(take);
  return files;
}

/** In kB of 1000 bytes, compressed as they go over the wire. */
const weightOf = (...sources: string[]): number =>
  [...filesOf(sources)].reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length, 0) / 1000;

const APP = 'src/main.tsx';

/** What the first load may weigh, style and script together; every number is a goal that is met, not the floor. */
it.each([
  ['the public pages', 40, ['src/site.ts']],
  ['the first question of an applicant', 150, [APP, 'src/pages/apply/triage.tsx']],
  ['the queue of an officer', 350, [APP, 'src/pages/desk/queue.tsx']],
  ['the visits of an inspector', 180, [APP, 'src/pages/visit/visits.tsx', 'src/pages/visit/visit.tsx']],
])('%s: at most %d kB', (_, most, sources) => {
  expect(weightOf(...sources)).toBeLessThanOrEqual(most);
});

it('an applicant never loads the desk, and nobody loads a page that was not asked for', () => {
  const first = filesOf([APP, 'src/pages/apply/triage.tsx']);
  const pages = Object.keys(chunks).filter((source) => /^src\/pages\/(desk|visit|admin)\//.test(source));
  expect(pages.length).toBeGreaterThan(5);
  expect(pages.filter((source) => first.has(chunks[source]?.file ?? ''))).toEqual([]);
});
