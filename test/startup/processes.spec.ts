import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from '../../apps/api/src/demo.js';
import { Stage } from '../../apps/cli/src/offenders/stage.js';
import { demoPdf } from '../../apps/cli/src/tour/papers.js';
import { randomIds } from '../../libs/platform/src/index.js';
import { createTestDatabase, type TestDatabase } from '../setup/database.js';
import { TestRedis } from '../setup/redis.js';
import { Browser, Processes, until, type Running } from './processes.js';

const STORES = process.env['SKIP_REDIS'] === '1' ? (['postgres'] as const) : (['postgres', 'redis'] as const);

/** Two for the web and two for the work, started at once on an empty database, on each store of the queue. */
describe.each(STORES)('several processes, the queue on %s', (store) => {
  const folder = mkdtempSync(join(tmpdir(), 'licensing-processes-'));
  let database: TestDatabase;
  let db: pg.Client;
  let redis: TestRedis | undefined;
  let processes: Processes;
  let one: Running;
  let two: Running;

  beforeAll(async () => {
    database = await createTestDatabase('template0');
    redis = store === 'redis' ? await TestRedis.start() : undefined;
    db = new pg.Client({ connectionString: database.superuserUrl });
    await db.connect();
    await db.query('create extension pg_trgm');
    processes = new Processes({
      DATA_DIR: folder,
      DATABASE_URL: database.appUrl,
      DATABASE_OWNER_URL: database.ownerUrl,
      ...(redis ? { REDIS_URL: redis.url } : {}),
    });
    const roles = ['api', 'api', 'worker', 'worker'] as const;
    [one, two] = (await Promise.all(roles.map((role) => processes.start(role)))) as [Running, Running];
  }, 120_000);
  afterAll(async () => {
    await processes.stop();
    await db.end();
    await redis?.stop();
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  }, 60_000);

  const count = async (query: string, parameters: unknown[]): Promise<number> =>
    Number((await db.query<{ n: string }>(`select count(*) as n from ${query}`, parameters)).rows[0]?.n);
  const events = (caseId: string, type: string) => count('case_event where case_id = $1 and type = $2', [caseId, type]);
  const entered = async (login: string, { url }: Running): Promise<Browser> => {
    const browser = new Browser();
    expect(await browser.enter(url, login, DEMO_PASSWORD)).toBe(200);
    return browser;
  };

  it('all find the same accounts, each made once', async () => {
    expect(await count('account where demo', [])).toBe(DEMO_ACCOUNTS.length);
  });

  it('a session of one is known to the other, and ends at both', async () => {
    const clerk = await entered('clerk', one);
    expect((await clerk.send(two.url, 'GET', '/api/session')).status).toBe(200);
    expect((await clerk.send(two.url, 'DELETE', '/api/session')).status).toBe(200);
    expect((await clerk.send(one.url, 'GET', '/api/session')).status).toBe(401);
  });

  it('wrong passwords are counted together', async () => {
    const guesser = new Browser();
    const seen: number[] = [];
    for (let n = 0; n < 10; n += 1)
      seen.push(await guesser.enter((n % 2 === 0 ? one : two).url, 'reviewer2', 'not the password'));
    expect(seen).toEqual([...Array<number>(8).fill(401), 429, 429]);
  });

  it('what was handed in at one is read at the other', async () => {
    const stage = new Stage(one.url);
    const api = await stage.as('sponsor2');
    const opened = await api.http.POST('/api/cases', { body: { commandId: randomIds.uuid(), matter: 'EST-DIRECT' } });
    const caseId = opened.data?.caseId ?? '';
    const { materials } = await stage.view(caseId, 'sponsor2');
    const lineId = materials.find(({ source, applicable }) => source === 'upload' && applicable)?.lineId ?? '';
    const bytes = demoPdf(randomIds.uuid());
    const { id } = await api.upload({ caseId, lineId }, { name: 'paper.pdf', bytes });
    const elsewhere = await entered('sponsor2', two);
    expect(await elsewhere.bytes(two.url, `/api/files/${id}`)).toEqual(Buffer.from(bytes));
  });

  it('one command sent to both at once has one effect, and then a timer that is due goes off once', async () => {
    const caseId = await new Stage(one.url).drafted();
    const sponsor = await entered('sponsor', two);
    const command = { commandId: randomIds.uuid(), type: 'submit', payload: {} };
    const answers = await Promise.all(
      [one, two, one, two].map(({ url }) => sponsor.send(url, 'POST', `/api/cases/${caseId}/commands`, command)),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(await events(caseId, 'submit')).toBe(1);

    const admin = await entered('sysadmin', one);
    const to = new Date('2026-03-12T09:00:00+08:00');
    expect((await admin.send(one.url, 'POST', '/api/clock', { to: to.toISOString() })).status).toBe(200);
    const followed = await until('the other clock', async () => {
      const { body } = await admin.send<{ now: string }>(two.url, 'GET', '/api/clock');
      return Date.parse(body.now) >= to.getTime();
    });
    expect(followed).toBeLessThan(2_000);
    const early = { to: new Date(to.getTime() - 60_000).toISOString() };
    expect((await admin.send(two.url, 'POST', '/api/clock', early)).body).toMatchObject({ code: 'CLOCK_BACKWARDS' });

    await until('deemed acceptance', async () => (await events(caseId, 'takeAsAccepted')) > 0);
    await until('an empty outbox', async () => (await count('outbox where done_at is null', [])) === 0);
    expect(await events(caseId, 'takeAsAccepted')).toBe(1);
    expect(await count('document where case_id = $1 and file_hash is null', [caseId])).toBe(0);
  }, 60_000);
});
