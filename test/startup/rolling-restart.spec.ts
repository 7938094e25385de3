import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { DEMO_PASSWORD } from '../../apps/api/src/demo.js';
import { randomIds } from '../../libs/platform/src/index.js';
import { createTestDatabase, type TestDatabase } from '../setup/database.js';
import { Browser, Processes, statusOf, until, type Running } from './processes.js';
import { RoundRobin } from './round-robin.js';

/** Each process is replaced in turn while people work; nobody notices. */
const folder = mkdtempSync(join(tmpdir(), 'licensing-rolling-'));
let database: TestDatabase;
let processes: Processes;
let apis: Running[];

beforeAll(async () => {
  database = await createTestDatabase();
  processes = new Processes({
    DATA_DIR: folder,
    DATABASE_URL: database.appUrl,
    DATABASE_OWNER_URL: database.ownerUrl,
    DRAIN_SECONDS: '1',
  });
  apis = await Promise.all([processes.start('api'), processes.start('api')]);
}, 120_000);
afterAll(async () => {
  await processes.stop();
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

/** What somebody does all day: looks, and opens cases; every answer is written down. */
class Worker {
  readonly seen: number[] = [];
  readonly opened: string[] = [];
  private stopped = false;
  private working?: Promise<void>;

  constructor(
    private readonly url: string,
    private readonly browser: Browser,
  ) {}

  start(): this {
    this.working = this.work();
    return this;
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await this.working;
  }

  private async work(): Promise<void> {
    for (let n = 0; !this.stopped; n += 1) {
      const asked =
        n % 5 === 0
          ? this.browser.send<{ caseId?: string }>(this.url, 'POST', '/api/cases', {
              commandId: randomIds.uuid(),
              matter: 'EST-DIRECT',
            })
          : this.browser.send<{ caseId?: string }>(this.url, 'GET', n % 2 === 0 ? '/api/session' : '/api/cases');
      const { status, body } = await asked.catch(() => ({ status: 0, body: {} as { caseId?: string } }));
      this.seen.push(status);
      if (body.caseId) this.opened.push(body.caseId);
    }
  }
}

/** A request whose second half is sent when the test says so. */
function inTwoHalves(url: string): { finish: () => Promise<number>; begun: Promise<void> } {
  const body = JSON.stringify({ login: 'clerk', password: DEMO_PASSWORD });
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
  const sent = request(`${url}/api/session`, { method: 'POST', headers, agent: false });
  const status = new Promise<number>((resolve) => {
    sent.on('response', (answer) => resolve(answer.resume().statusCode ?? 0));
    sent.on('error', () => resolve(0));
  });
  const begun = new Promise<void>((resolve) => sent.write(body.slice(0, 10), () => resolve()));
  return {
    begun,
    finish: () => {
      sent.end(body.slice(10));
      return status;
    },
  };
}

it('drops no request while every process is replaced', async () => {
  const proxy = await new RoundRobin(apis.map(({ url }) => url)).start();
  const browsers = await Promise.all(
    ['sponsor', 'sponsor2', 'sponsor', 'sponsor2'].map(async (login) => {
      const browser = new Browser();
      expect(await browser.enter(proxy.url, login, DEMO_PASSWORD)).toBe(200);
      return browser;
    }),
  );
  const people = browsers.map((browser) => new Worker(proxy.url, browser).start());
  for (const old of apis) {
    const slow = inTwoHalves(old.url);
    await slow.begun;
    old.child.kill('SIGTERM');
    await until('not ready', async () => (await statusOf(`${old.url}/readyz`)) === 503);
    expect(await statusOf(`${old.url}/healthz`)).toBe(200);
    await until('door closed', async () => (await statusOf(`${old.url}/healthz`)) === 0);
    expect(await slow.finish()).toBe(200);
    expect([await old.exit, old.output()]).toEqual([0, expect.not.stringContaining('error')]);
    const fresh = await processes.start('api', old.port);
    await until('back in service', async () => proxy.serves(fresh.url));
  }
  await Promise.all(people.map((person) => person.stop()));
  await proxy.stop();
  const seen = people.flatMap((person) => person.seen);
  expect(seen.filter((status) => status !== 200 && status !== 201)).toEqual([]);
  expect(seen.length).toBeGreaterThan(100);
  const opened = people.flatMap((person) => person.opened);
  const db = new pg.Client({ connectionString: database.superuserUrl });
  await db.connect();
  const { rowCount } = await db
    .query('select 1 from licensing_case where id = any($1::uuid[])', [opened])
    .finally(() => db.end());
  expect(rowCount).toBe(opened.length);
}, 90_000);
