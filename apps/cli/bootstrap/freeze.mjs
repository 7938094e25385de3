// npm run freeze [-- <folder of a checkout>]: keeps the charts of a release as they are, words and guards included, in one
// file that nothing edits any more, and the golden logs that they are replayed with.
import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const here = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
const release = resolve(process.argv[2] ?? here);
const shelf = join(here, 'libs', 'procedures', 'frozen');
const coming = join(shelf, 'coming');

// its remarks name each source as it lies in the release
process.chdir(release);
await build({
  configFile: false,
  root: release,
  logLevel: 'warn',
  build: {
    ssr: join(release, 'libs', 'procedures', 'src', 'index.ts'),
    outDir: coming,
    emptyOutDir: true,
    minify: false,
    // what the charts do not use of the law is not theirs to keep
    rolldownOptions: {
      external: ['xstate'],
      treeshake: { moduleSideEffects: false },
      output: { format: 'cjs', entryFileNames: 'charts.cjs' },
    },
  },
});

const day = execFileSync('git', ['-C', release, 'log', '-1', '--format=%cs'], { encoding: 'utf8' }).trim();
const content = createHash('sha256')
  .update(readFileSync(join(coming, 'charts.cjs')))
  .digest('hex');
const name = `${day}-${content.slice(0, 12)}`;
if (existsSync(join(shelf, name))) {
  rmSync(coming, { recursive: true });
  console.log(`${name} is kept already`);
} else {
  renameSync(coming, join(shelf, name));
  console.log(`${name} is kept`);
}
execFileSync(process.execPath, [join(here, 'apps', 'cli', 'bootstrap', 'run.mjs'), 'golden', name], {
  stdio: 'inherit',
});
