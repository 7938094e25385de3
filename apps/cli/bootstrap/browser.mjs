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
  const missing = [...(find() ? [] : ['chromium']), ...(readsChinese() ? [] : ['fonts-noto-cjk'])];
  if (missing.length > 0 && process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0) {
    say(`安装浏览器和中文字体 / installing ${missing.join(', ')} (once) …`);
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore' });
    spawnSync('apt-get', ['install', '-y', '-qq', ...missing], {
      stdio: 'ignore',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  }
  if (find() && !readsChinese())
    fail(
      '没有中文字体：apt-get install fonts-noto-cjk / no Chinese font: every character would be an empty box of another width',
    );
  return (
    find() ??
    fail(
      '没有 Chromium：apt-get install chromium fonts-noto-cjk，或设 CHROMIUM=路径，或 SKIP_BROWSER=1 / no Chromium: install it, set CHROMIUM=path, or SKIP_BROWSER=1',
    )
  );
}

const find = () => [process.env.CHROMIUM, ...PLACES].find((path) => path && existsSync(path));

/** Without a Chinese font the pages are laid out around empty boxes, and a test of their widths says nothing. */
function readsChinese() {
  const { status, stdout } = spawnSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' });
  return status !== 0 || stdout.trim() !== ''; // a machine without fontconfig has its own way
}
