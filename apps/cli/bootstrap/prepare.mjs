// What every command needs before it can run: the right Node, the packages, the build. No dependencies: on a fresh
// machine there is nothing but Node and npm yet. Everything is said on stderr; stdout belongs to the command.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');

export function say(line) {
  process.stderr.write(`${line}\n`);
}

export function fail(line) {
  say(line);
  process.exit(1);
}

export function prepare() {
  process.chdir(root);
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) fail(`Node 20.19 or newer is needed; this is ${process.version}.`);
  install();
  build();
}

function install() {
  const wanted = hash(readFileSync('package-lock.json'));
  if (stamp('node_modules/.stamp') === wanted) return;
  say('安装依赖 / installing packages (once, about a minute) …');
  step('npm', ['ci', '--include=dev', '--no-audit', '--no-fund'], { npm_config_loglevel: 'error' });
  writeFileSync('node_modules/.stamp', wanted);
}

function build() {
  const wanted = hash(sources().join('\n'));
  if (stamp('dist/.stamp') === wanted) return;
  say('编译 / building …');
  step(process.execPath, ['node_modules/@nestjs/cli/bin/nest.js', 'build', 'api']);
  step(process.execPath, ['node_modules/vite/bin/vite.js', 'build', 'apps/web', '--logLevel', 'warn']);
  mkdirSync('dist', { recursive: true });
  writeFileSync('dist/.stamp', wanted);
}

function step(program, args, env = {}) {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  if (status === 0) return;
  say(stdout ?? '');
  say(stderr ?? '');
  fail(`${program} ${args.join(' ')} failed${error ? `: ${error.message}` : ''}`);
}

/** Path, size and time of everything that the build reads. */
function sources() {
  const found = ['tsconfig.json', 'tsconfig.build.json', 'nest-cli.json', 'package.json'].map(fingerprint);
  const walk = (folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) walk(path);
      else if (/\.(tsx?|css|html)$/.test(entry.name) && !entry.name.endsWith('.spec.ts')) found.push(fingerprint(path));
    }
  };
  walk('apps');
  walk('libs');
  return found;
}

function fingerprint(path) {
  const { size, mtimeMs } = statSync(path);
  return `${path} ${size} ${Math.round(mtimeMs)}`;
}

const stamp = (path) => (existsSync(path) ? readFileSync(path, 'utf8') : '');
const hash = (content) => createHash('sha256').update(content).digest('hex');
