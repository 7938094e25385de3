// npm run chaos: prepared like npm test, then a system of its own is killed, cut and slowed down under load.
import { spawn } from 'node:child_process';
import { prepare } from './prepare.mjs';
import { redisServer } from './redis.mjs';

prepare();
const args = process.argv.slice(2);
const redis = args.includes('postgres') ? null : redisServer();
const without = redis || args.includes('--store') ? [] : ['--store', 'postgres'];
const child = spawn(
  process.execPath,
  ['--import', './test/chaos/typescript.mjs', 'test/chaos/main.ts', ...args, ...without],
  {
    stdio: 'inherit',
    env: { ...process.env, ...(redis ? { REDIS_SERVER: redis } : {}) },
  },
);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code) => process.exit(code ?? 1));
