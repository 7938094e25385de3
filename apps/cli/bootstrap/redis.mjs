// The Redis that the queue is tried on. On a Debian machine it is installed; elsewhere one line says how.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fail, say } from './prepare.mjs';

const PLACES = ['/usr/bin/redis-server', '/usr/local/bin/redis-server', '/opt/homebrew/bin/redis-server'];

/** The path of a redis-server, or null where the tests are told to do without one (SKIP_REDIS=1). */
export function redisServer() {
  if (process.env.SKIP_REDIS === '1') {
    say('SKIP_REDIS=1：不在 Redis 上试队列 / the queue is not tried on Redis');
    return null;
  }
  if (!find() && process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0) {
    say('安装 Redis / installing redis-server (once) …');
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore' });
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'redis-server'], {
      stdio: 'ignore',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' },
    });
  }
  return (
    find() ??
    fail(
      '没有 Redis：apt-get install redis-server，或设 REDIS_SERVER=路径，或 SKIP_REDIS=1 / no Redis: install redis-server, set REDIS_SERVER=path, or SKIP_REDIS=1',
    )
  );
}

const find = () => [process.env.REDIS_SERVER, ...PLACES].find((path) => path && existsSync(path));
