// npm run bench: prepared like npm test, then what is measured, one thing after the other. Floors are told beside figures.
import { spawnSync } from 'node:child_process';
import { browser } from './browser.mjs';
import { prepare } from './prepare.mjs';

prepare();
const chromium = browser();
const { status } = spawnSync(
  process.execPath,
  [
    '--max-old-space-size=4096',
    'node_modules/jest/bin/jest.js',
    '--runInBand',
    '--testMatch',
    '**/test/bench/*.bench.ts',
    ...process.argv.slice(2),
  ],
  { stdio: 'inherit', env: { ...process.env, ...(chromium ? { CHROMIUM: chromium } : {}) } },
);
process.exit(status ?? 1);
