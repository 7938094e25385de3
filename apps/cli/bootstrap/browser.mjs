// The browser that the journeys are driven in. On a Debian machine it is installed; elsewhere one line says how.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fail, say } from './prepare.mjs';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The path of a Chromium, or null where the tests are told to do without one (SKIP_BROWSER=1). */
export function browser() {
  if (process.env.SKIP_BROWSER === '1') {
    say('SKIP_BROWSER=1：不跑浏览器测试 / browser tests are skipped');
    return null;
  }
  const found = find();
  if (found) return found;
  if (process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0) {
    say('安装 Chromium / installing Chromium (once) …');
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore' });
    spawnSync('apt-get', ['install', '-y', '-qq', 'chromium', 'fonts-noto-cjk'], {
      stdio: 'ignore',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  }
  return (
    find() ??
    fail(
      '没有 Chromium：apt-get install chromium fonts-noto-cjk，或设 CHROMIUM=路径，或 SKIP_BROWSER=1 / no Chromium: install it, set CHROMIUM=path, or SKIP_BROWSER=1',
    )
  );
}

const find = () => [process.env.CHROMIUM, ...PLACES].find((path) => path && existsSync(path));
