// npm test: prepared like npm start, then the whole suite. The last line is "N passed, N failed, N skipped".
import { spawnSync } from 'node:child_process';
import { prepare } from './prepare.mjs';
import { browser } from './browser.mjs';
import { redisServer } from './redis.mjs';

prepare();
const chromium = browser();
const redis = redisServer();
const { status } = spawnSync(
  process.execPath,
  ['--max-old-space-size=4096', 'node_modules/jest/bin/jest.js', ...process.argv.slice(2)],
  {
    stdio: 'inherit',
    env: { ...process.env, ...(chromium ? { CHROMIUM: chromium } : {}), ...(redis ? { REDIS_SERVER: redis } : {}) },
  },
);
process.exit(status ?? 1);
