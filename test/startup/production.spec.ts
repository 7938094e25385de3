import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { createAccount } from '../../libs/people/src/index.js';
import { randomIds, sqlOf, SystemClock } from '../../libs/platform/src/index.js';
import { createTestDatabase, type TestDatabase } from '../setup/database.js';

/** A production system on a database of its own, as compose starts it. */
let database: TestDatabase;
let env: Record<string, string>;
const folder = mkdtempSync(join(tmpdir(), 'licensing-production-'));

beforeAll(async () => {
  database = await createTestDatabase();
  const probe = createServer();
  const port = await new Promise<number>((resolve) =>
    probe.listen(0, '127.0.0.1', () => resolve((probe.address() as { port: number }).port)),
  );
  await new Promise((resolve) => probe.close(resolve));
  env = {
    PATH: process.env['PATH'] ?? '',
    MODE: 'production',
    PORT: String(port),
    HOST: '127.0.0.1',
    DATA_DIR: folder,
    DATABASE_URL: database.appUrl,
    DATABASE_OWNER_URL: database.ownerUrl,
    SESSION_SECRET: randomIds.secret(32),
    INTEREST_KEY: randomIds.secret(32),
    PUBLIC_URL: 'https://licensing.example',
  };
});
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

interface Ended {
  code: number | null;
  output: string;
}
function run(script: string[], input = '', until?: () => Promise<boolean>): Promise<Ended> {
  const child = spawn(process.execPath, script, { env, stdio: ['pipe', 'pipe', 'pipe'] });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stdin.end(input);
  const ended = new Promise<Ended>((resolve) => child.once('exit', (code) => resolve({ code, output })));
  const watch = async (): Promise<void> => {
    while (until && child.exitCode === null && !(await until().catch(() => false)));
    if (until) child.kill('SIGTERM');
  };
  return watch().then(() => ended);
}

it('refuses to start while demo accounts are in the database, and names them', async () => {
  const source = await new DataSource({ type: 'postgres', url: database.ownerUrl }).initialize();
  await createAccount(
    sqlOf(source),
    { ids: randomIds, clock: new SystemClock() },
    { login: 'leftover', password: 'demo-password', displayName: '演示账号', roles: ['sponsor'], demo: true },
  );
  const { code, output } = await run(['dist/apps/api/src/main.js']);
  expect([code, output.trim().split('\n')]).toEqual([1, [expect.stringContaining('demo accounts: leftover')]]);
  await source.query(`delete from account where login = 'leftover'`);
  await source.destroy();
}, 60_000);

it('starts with the first administrator that the command line made, and has no demo clock', async () => {
  const admin = [
    'dist/apps/cli/src/main.js',
    'create-admin',
    '--login',
    'chief',
    '--name',
    '系统管理员',
    '--role',
    'systemAdmin',
  ];
  expect(await run(admin, 'short\n')).toMatchObject({ code: 1, output: expect.stringContaining('at least 10') });
  expect(await run(admin, 'a long enough password\n')).toMatchObject({ code: 0 });
  expect(await run(admin, 'a long enough password\n')).toMatchObject({
    code: 1,
    output: expect.stringContaining('LOGIN_TAKEN'),
  });
  const url = `http://127.0.0.1:${env['PORT']}`;
  const seen: unknown[] = [];
  const { code, output } = await run(['dist/apps/api/src/main.js'], '', async () => {
    const login = await fetch(`${url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ login: 'chief', password: 'a long enough password' }),
    });
    const { csrf } = (await login.json()) as { csrf: string };
    const cookie = login.headers.getSetCookie()[0] ?? '';
    const clock = await fetch(`${url}/api/clock`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-csrf-token': csrf, cookie: cookie.split(';')[0] ?? '' },
      body: JSON.stringify({ to: '2030-01-01T00:00:00Z' }),
    });
    const demo = await fetch(`${url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ login: 'sponsor', password: 'demo-password' }),
    });
    seen.push(
      login.status,
      /Secure/.test(cookie),
      clock.status,
      ((await clock.json()) as { code: string }).code,
      demo.status,
    );
    return true;
  });
  expect(seen).toEqual([200, true, 403, 'CLOCK_IN_PRODUCTION', 401]);
  expect([code, output.includes('demo')]).toEqual([0, false]);
}, 90_000);
