// npm run bench: prepared like npm start, then the bench, and after all of it how fluid the list of the desk is in a browser.
import { spawnSync } from 'node:child_process';
import { browser } from './browser.mjs';
import { prepare } from './prepare.mjs';

prepare();
const args = process.argv.slice(2);
// stdout belongs to the report
const told = { stdio: ['ignore', 2, 2] };
const bench = spawnSync(
  process.execPath,
  ['--enable-source-maps', '--max-old-space-size=4096', 'dist/apps/cli/src/main.js', 'bench', ...args],
  { stdio: 'inherit' },
);
const desk = args.includes('--only') ? null : deskList();
process.exit(bench.status !== 0 ? (bench.status ?? 1) : (desk?.status ?? 0));

function deskList() {
  const chromium = browser();
  return spawnSync(
    process.execPath,
    [
      ...['--max-old-space-size=4096', 'node_modules/jest/bin/jest.js', '--runInBand'],
      ...['--testMatch', '**/test/bench/*.bench.ts'],
    ],
    { ...told, env: { ...process.env, ...(chromium ? { CHROMIUM: chromium } : {}) } },
  );
}
