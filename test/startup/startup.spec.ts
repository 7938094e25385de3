import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Api, took } from '../../libs/client/src/index.js';
import { randomIds } from '../../libs/platform/src/index.js';

/** The system as a user starts it, in processes of its own, killed as machines kill. */
const folder = mkdtempSync(join(tmpdir(), 'licensing-start-'));
chmodSync(folder, 0o755);
const children = new Set<ChildProcess>();
afterAll(async () => {
  for (const child of children) child.kill('SIGTERM');
  await Promise.all(
    [...children].map(
      (child) =>
        new Promise((resolve) =>
          child.exitCode === null && child.signalCode === null ? child.once('exit', resolve) : resolve(null),
        ),
    ),
  );
  rmSync(folder, { recursive: true, force: true });
});

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

interface Started {
  child: ChildProcess;
  url: string;
  output: () => string;
  exit: Promise<number | null>;
}

function run(
  env: Record<string, string>,
  script = 'dist/apps/api/src/main.js',
  as: { uid?: number; gid?: number } = {},
): Omit<Started, 'url'> {
  const child = spawn(process.execPath, [script], {
    env: { PATH: process.env['PATH'] ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...as,
  });
  children.add(child);
  let text = '';
  child.stdout?.on('data', (chunk: Buffer) => (text += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (text += chunk.toString()));
  return { child, output: () => text, exit: new Promise((resolve) => child.once('exit', resolve)) };
}

async function start(
  dataDir: string,
  more: Record<string, string> = {},
  as: { uid?: number; gid?: number } = {},
): Promise<Started> {
  const port = await freePort();
  const started = run({ PORT: String(port), DATA_DIR: dataDir, ...more }, undefined, as);
  const url = `http://127.0.0.1:${port}`;
  for (;;) {
    if (started.child.exitCode !== null) throw new Error(started.output());
    const up = await fetch(`${url}/readyz`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (up) return { ...started, url };
  }
}

const openDraft = async (url: string, commandId: string) => {
  const api = new Api(url);
  await api.login('sponsor', 'demo-password');
  return took(await api.http.POST('/api/cases', { body: { commandId, matter: 'EST-DIRECT' } })).caseId;
};

const postmaster = (dataDir: string): number =>
  Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
/** A process that has ended but that nobody has waited for yet is not alive. */
const alive = (pid: number): boolean =>
  existsSync(`/proc/${pid}/stat`) && !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));

it('keeps what was acknowledged over a restart, kill -9, an orphaned database and a killed database', async () => {
  const dataDir = join(folder, 'kept');
  mkdirSync(dataDir);
  const commandId = randomIds.uuid();
  const first = await start(dataDir);
  expect(first.output()).toContain('demo accounts');
  const caseId = await openDraft(first.url, commandId);

  first.child.kill('SIGKILL');
  await first.exit;
  const orphan = postmaster(dataDir);
  expect(alive(orphan)).toBe(true);
  const second = await start(dataDir);
  expect(alive(orphan)).toBe(false);
  expect(await openDraft(second.url, commandId)).toBe(caseId);

  const refused = run({ PORT: String(await freePort()), DATA_DIR: dataDir });
  expect(await refused.exit).toBe(1);
  expect(refused.output()).toContain(`process ${second.child.pid}`);

  second.child.kill('SIGKILL');
  process.kill(postmaster(dataDir), 'SIGKILL');
  await second.exit;
  const third = await start(dataDir);
  expect(await openDraft(third.url, commandId)).toBe(caseId);
  const database = postmaster(dataDir);
  third.child.kill('SIGTERM');
  expect(await third.exit).toBe(0);
  expect(alive(database)).toBe(false);
}, 120_000);

it('says in one line when the port is taken or a setting is wrong', async () => {
  const taken = createServer();
  const port = await new Promise<number>((resolve) =>
    taken.listen(0, '127.0.0.1', () => resolve((taken.address() as { port: number }).port)),
  );
  const lines = async (env: Record<string, string>, script: string) => {
    const { exit, output } = run(env, script);
    expect(await exit).toBe(1);
    return output().trim().split('\n');
  };
  for (const [env, words] of [
    [{ PORT: String(port) }, `port ${port} is taken`],
    [{ PORT: 'abc' }, 'PORT must be a whole number'],
  ] as const) {
    const said = await lines(env, 'apps/cli/bootstrap/start.mjs');
    expect(said).toHaveLength(1);
    expect(said[0]).toContain(words);
  }
  const production = await lines({ MODE: 'production', ROLE: 'boss' }, 'dist/apps/api/src/main.js');
  expect(production).toHaveLength(1);
  expect(production[0]).toMatch(/ROLE must be one of.*DATABASE_URL is missing.*SESSION_SECRET is missing/);
  await new Promise((resolve) => taken.close(resolve));
});

const root = process.getuid?.() === 0;
/** Whether an ordinary user can reach this checkout at all: every folder above it lets others in. */
const open = process
  .cwd()
  .split('/')
  .map((_, depth, parts) => parts.slice(0, depth + 1).join('/') || '/')
  .every((path) => (statSync(path).mode & 0o001) !== 0);
const NOBODY = 65534;

(root && open ? it : it.skip)(
  'works as an ordinary user, with data in a folder of their own',
  async () => {
    const dataDir = join(folder, 'ordinary');
    mkdirSync(dataDir);
    chownSync(dataDir, NOBODY, NOBODY);
    const { url, child, exit } = await start(dataDir, {}, { uid: NOBODY, gid: NOBODY });
    expect(await openDraft(url, randomIds.uuid())).toMatch(/^[0-9a-f-]{36}$/);
    expect(statSync(join(dataDir, 'postgres')).uid).toBe(NOBODY);
    child.kill('SIGTERM');
    expect(await exit).toBe(0);
  },
  60_000,
);

(root ? it : it.skip)(
  'as root below a private folder the data find a place that the database user can reach',
  async () => {
    const hidden = join(folder, 'private');
    mkdirSync(join(hidden, 'data'), { recursive: true });
    chmodSync(hidden, 0o700);
    const script = `import('${process.cwd()}/dist/libs/platform/src/embedded/index.js').then(async ({ startEmbeddedPostgres }) => {
    const server = await startEmbeddedPostgres({ projectRoot: '${hidden}', fast: true });
    process.stdout.write('data in ' + server.dataDir);
    await server.stop();
  })`;
    const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
    children.add(child);
    let text = '';
    child.stdout?.on('data', (chunk: Buffer) => (text += chunk.toString()));
    expect(await new Promise((resolve) => child.once('exit', resolve))).toBe(0);
    expect(text).toMatch(/^data in \/var\/(lib|tmp)\/school-licensing\/[0-9a-f]{12}\/postgres$/);
    rmSync(text.replace('data in ', '').replace(/\/postgres$/, ''), { recursive: true, force: true });
  },
  60_000,
);
