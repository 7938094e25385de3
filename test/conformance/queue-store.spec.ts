import { createServer } from 'node:net';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { openQueueStore, Relay, type JobTools } from '../../libs/jobs/src/index.js';
import { applicationOptions, machineNow } from '../../libs/platform/src/index.js';
import { World } from '../flows/harness.js';
import { TestRedis } from '../setup/redis.js';

/** What a queue may be asked of, whichever store it lies in: nothing lost, nothing doubled, in the order of each case. */
let world: World;
let redis: TestRedis | undefined;
const relays = new Set<Relay>();

const onRedis = process.env['SKIP_REDIS'] === '1' ? [] : (['redis'] as const);
beforeAll(async () => {
  world = await World.make();
  if (onRedis.length > 0) redis = await TestRedis.start();
});
afterEach(async () => {
  for (const relay of relays) await relay.stop();
  relays.clear();
});
afterAll(async () => {
  await redis?.stop();
  await world.close();
});

/** A relay waits this long before it takes a job for lost; the tests move its clock instead of waiting. */
const LOST_MS = 46_000;
let ahead = 0;

function relay(kind: 'postgres' | 'redis', change: Partial<JobTools> = {}): Relay {
  const { workshop, files, press } = world.tools;
  const store = openQueueStore({
    databaseUrl: world.database.appUrl,
    ...(kind === 'redis' ? { redisUrl: redis?.url ?? '' } : {}),
  });
  expect(store.kind).toBe(kind);
  const time = () => machineNow() + ahead;
  const made = new Relay({ workshop, files, press, ...change }, store, { error: () => undefined }, time);
  relays.add(made);
  made.start(20);
  return made;
}

/** Waits for the thing, not for the time. */
async function until(look: () => Promise<boolean> | boolean): Promise<void> {
  const end = performance.now() + 30_000;
  while (!(await look())) {
    if (performance.now() > end) throw new Error('waited in vain');
    await new Promise((resolve) => setImmediate(resolve));
  }
}

const open = (ids: string[], of = 'done_at is null') =>
  world.sql
    .query<{ n: number }>(`select count(*)::int as n from outbox where case_id = any($1::uuid[]) and ${of}`, [ids])
    .then(([row]) => row?.n ?? 0);
const settled = (ids: string[]) => until(async () => (await open(ids)) === 0);

/** Documents of the cases, and the events by which jobs speak to them: what a job done twice would double. */
const traces = (ids: string[]) =>
  world.sql.query<{ documents: number; printed: number; said: number; twice: number }>(
    `select (select count(*)::int from document where case_id = any($1::uuid[])) as documents,
       (select count(file_hash)::int from document where case_id = any($1::uuid[])) as printed,
       (select count(*)::int from case_event where case_id = any($1::uuid[]) and actor_role = 'system') as said,
       (select count(*)::int from (select 1 from case_event where case_id = any($1::uuid[]) and actor_role = 'system'
          group by case_id, type having count(*) > 1) twice) as twice`,
    [ids],
  );

/** A press that holds the first sheet until it is let go, as a worker that hangs or has died. */
function stuckPress() {
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  let stuck = false;
  const files = world.tools.files;
  const keep: typeof files.keep = async (...args) => {
    if (!stuck) {
      stuck = true;
      await held;
    }
    return files.keep(...args);
  };
  const watched = Object.assign(Object.create(files) as typeof files, { keep });
  return { files: watched, isStuck: () => stuck, release };
}

/** A worker on connections of its own, which are cut as those of a killed process. */
async function doomed(kind: 'postgres' | 'redis', files: JobTools['files']): Promise<{ cut(): Promise<void> }> {
  const url = `${world.database.appUrl}?application_name=doomed`;
  const source = await new DataSource({ ...applicationOptions(url, []), logging: false }).initialize();
  relay(kind, { files, workshop: { ...world.tools.workshop, source } });
  return {
    cut: async () => {
      const admin = new pg.Client({ connectionString: world.database.superuserUrl });
      await admin.connect();
      await admin
        .query(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'doomed'`)
        .finally(() => admin.end());
    },
  };
}

describe.each(['postgres', ...onRedis] as const)('the queue on %s', (kind) => {
  beforeEach(() => (ahead = 0));

  it('two workers at once: every obligation is done, once, in the order of its case', async () => {
    const ids = [await world.submitted(), await world.submitted(), await world.granted()];
    relay(kind);
    relay(kind);
    await settled(ids);
    const [seen] = await traces(ids);
    expect(seen).toMatchObject({ printed: seen?.documents, twice: 0 });
    const rows = await world.sql.query<{ case_id: string; id: number }>(
      'select case_id, id::int from outbox where case_id = any($1::uuid[]) order by case_id, done_at, id',
      [ids],
    );
    expect(rows).toEqual([...rows].sort((a, b) => a.case_id.localeCompare(b.case_id) || a.id - b.id));
  });

  it('a job that went under with its worker is done by another; the late one does nothing more', async () => {
    const ids = [await world.submitted()];
    const stuck = stuckPress();
    const first = await doomed(kind, stuck.files);
    await until(stuck.isStuck);
    await first.cut();
    ahead = LOST_MS;
    relay(kind);
    await settled(ids);
    const before = await traces(ids);
    stuck.release();
    await Promise.all([...relays].map((one) => one.stop()));
    expect(await traces(ids)).toEqual(before);
  });

  it('a job that fails is tried again and says why', async () => {
    const ids = [await world.submitted()];
    let failures = 0;
    const files = Object.assign(Object.create(world.tools.files) as typeof world.tools.files, {
      keep: () => {
        failures += 1;
        return Promise.reject(new Error('no room on the disk'));
      },
    });
    const failing = relay(kind, { files });
    await until(async () => failures > 1 && (await open(ids, `last_error like '%no room on the disk%'`)) === 1);
    await failing.stop();
    ahead = LOST_MS;
    relay(kind);
    await settled(ids);
    expect(await open(ids, 'last_error is not null')).toBe(0);
  });
});

(redis === undefined && onRedis.length === 0 ? describe.skip : describe)('a Redis that loses everything', () => {
  beforeEach(() => (ahead = 0));

  it('FLUSHALL: what was queued is rebuilt from the outbox', async () => {
    const stuck = stuckPress();
    const first = [await world.submitted()];
    const lost = await doomed('redis', stuck.files);
    await until(stuck.isStuck);
    await redis?.says('FLUSHALL');
    await lost.cut();
    ahead = LOST_MS;
    relay('redis');
    await settled(first);
    stuck.release();
    expect(await traces(first)).toMatchObject([{ twice: 0 }]);
  });

  it('killed in the middle and started empty: nobody who files notices, and nothing is lost', async () => {
    relay('redis');
    await redis?.kill();
    const ids = [await world.submitted(), await world.submitted()];
    expect(await open(ids)).toBeGreaterThan(0);
    await redis?.up();
    ahead = LOST_MS;
    await settled(ids);
    const [seen] = await traces(ids);
    expect(seen).toMatchObject({ printed: seen?.documents, twice: 0 });
  });

  it('full: jobs wait in the outbox, and go out when there is room', async () => {
    await redis?.says('CONFIG SET maxmemory 1');
    relay('redis');
    const ids = [await world.submitted()];
    expect(await open(ids)).toBe(1);
    await redis?.says('CONFIG SET maxmemory 0');
    await settled(ids);
  });

  it('away for good: a worker still stops when it is told to', async () => {
    const left = relay('redis');
    await redis?.kill();
    await world.submitted();
    await left.stop();
    await redis?.up();
  });
});

it('postgres: a worker whose connections all end tries again and again, and does not storm the database', async () => {
  const attempts: number[] = [];
  const ending = createServer((socket) => {
    attempts.push(performance.now());
    socket.destroy();
  });
  await new Promise<void>((resolve) => ending.listen(0, '127.0.0.1', resolve));
  const { port } = ending.address() as { port: number };
  const store = openQueueStore({ databaseUrl: `postgres://demo:demo@127.0.0.1:${port}/demo` });
  store.worker(async () => undefined, 1).on('error', () => undefined);
  await until(() => attempts.length >= 8);
  expect((attempts.at(-1) ?? 0) - (attempts[0] ?? 0)).toBeGreaterThan(1000);
  await store.close();
  ending.close();
});
