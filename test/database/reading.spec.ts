import { DataSource } from 'typeorm';
import { applicationOptions, sqlOf, type Sql } from '../../libs/platform/src/index.js';
import { createTestDatabase, type TestDatabase } from '../setup/database.js';

let database: TestDatabase;
let source: DataSource;
let sql: Sql;
beforeAll(async () => {
  database = await createTestDatabase();
  source = await new DataSource(applicationOptions(database.appUrl, [])).initialize();
  sql = sqlOf(source);
});
afterAll(async () => {
  await source?.destroy();
  await database?.drop();
});

const number = async (n: number): Promise<number | undefined> =>
  (await sql.query<{ n: number }>('select $1::int as n', [n]))[0]?.n;
const pids = async (): Promise<number[]> => {
  const asked = Array.from({ length: 40 }, () => sql.query<{ pid: number }>('select pg_backend_pid() as pid'));
  return [...new Set((await Promise.all(asked)).map(([row]) => row?.pid ?? 0))];
};

it('a hundred reads at once share a few connections, and each gets its own answer', async () => {
  const all = Array.from({ length: 100 }, (_, i) => i);
  expect(await Promise.all(all.map(number))).toEqual(all);
  expect((await pids()).length).toBeLessThanOrEqual(4);
});

it('what the database refuses is told to who asked, and to nobody beside them', async () => {
  const asked = [
    number(1),
    sql.query('select 1 / $1::int as n', [0]),
    number(2),
    sql.query('select nothing'),
    number(3),
  ];
  const answers = await Promise.allSettled(asked);
  expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'rejected', 'fulfilled']);
  expect(answers[1]).toMatchObject({ reason: { driverError: { code: '22012' } } });
  expect(await number(4)).toBe(4);
});

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

it('a slow read holds up nobody who asks a moment later', async () => {
  let slow = false;
  const sleeping = sql.query('select pg_sleep(1.5)').then(() => (slow = true));
  for (const began = performance.now(); performance.now() - began < 20;) await turn();
  expect([await number(1), slow]).toEqual([1, false]);
  await sleeping;
});

it('nor those who are many', async () => {
  let [slow, quick] = [false, false];
  const sleeping = sql.query('select pg_sleep(1)').then(() => (slow = true));
  const asked = Array.from({ length: 40 }, (_, i) => number(i).then(() => (quick ||= !slow)));
  await Promise.all([sleeping, ...asked]);
  expect(quick).toBe(true);
});

it('what waits for a lock holds up nobody, not even those who ask in the same moment', async () => {
  const holder = source.createQueryRunner();
  await holder.startTransaction();
  await holder.query(`insert into rate_limit (key, points, expire) values ('held', 1, 1)`);
  let written = false;
  const writing = sql
    .query(`insert into rate_limit (key, points, expire) values ($1, 1, 1) on conflict (key) do nothing`, ['held'])
    .then(() => (written = true));
  expect(await Promise.all([1, 2, 3].map(number))).toEqual([1, 2, 3]);
  expect(written).toBe(false);
  await holder.rollbackTransaction();
  await holder.release();
  await writing;
});

it('who asks one after the other stays on one connection', async () => {
  const seen = new Set<number>();
  for (let i = 0; i < 20; i += 1) {
    const [first, second] = await Promise.all(
      [0, 1].map(() => sql.query<{ pid: number }>('select pg_backend_pid() as pid')),
    );
    seen.add(first?.[0]?.pid ?? 0).add(second?.[0]?.pid ?? 0);
  }
  expect(seen.size).toBeLessThanOrEqual(2);
});

it('a connection that breaks fails those who were reading, and nobody after them', async () => {
  const waiting = Promise.allSettled([sql.query('select pg_sleep(20)')]);
  const other = await new DataSource(applicationOptions(database.appUrl, [])).initialize();
  const breaking = `select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and query = 'select pg_sleep(20)'`;
  for (let broken = 0; broken === 0;) broken = (await sqlOf(other).query(breaking)).length;
  await other.destroy();
  expect(await waiting).toMatchObject([{ status: 'rejected' }]);
  expect(await Promise.all(Array.from({ length: 20 }, (_, i) => number(i)))).toHaveLength(20);
});

interface Cuttable {
  connection: { stream: { destroy(error: Error): void } };
}

it('so does one that is cut under a write, and the process goes on', async () => {
  const slowly = `with slept as (select pg_sleep(20))
    insert into rate_limit (key, points, expire) select 'cut', 1, 1 from slept`;
  const writing = Promise.allSettled([sql.query(slowly)]);
  const other = await new DataSource(applicationOptions(database.appUrl, [])).initialize();
  const running = `select 1 from pg_stat_activity where datname = current_database() and query like 'with slept%'`;
  while ((await sqlOf(other).query(running)).length === 0) await turn();
  await other.destroy();
  const { _clients: connections } = (source.driver as unknown as { master: { _clients: Cuttable[] } }).master;
  // as a machine that loses its power does it: nothing is said before
  for (const { connection } of [...connections]) connection.stream.destroy(new Error('cut'));
  expect(await writing).toMatchObject([{ status: 'rejected' }]);
  expect(await sql.query(`delete from rate_limit where key = 'cut' returning key`)).toEqual([]);
});

it('nothing stays taken from the pool once all is answered', async () => {
  await pids();
  await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
  const { idleCount, totalCount } = (source.driver as unknown as { master: { idleCount: number; totalCount: number } })
    .master;
  expect(idleCount).toBe(totalCount);
});
