import { openQueueStore, Relay } from '../../libs/jobs/src/index.js';
import { machineNow } from '../../libs/platform/src/index.js';
import { World } from './harness.js';

let world: World;
beforeAll(async () => {
  world = await World.make();
});
afterAll(() => world.close());

const silent = { error: () => undefined };
const tools = () => ({ workshop: world.tools.workshop, files: world.tools.files, press: world.tools.press });

/** Waits for the thing, not for the time. */
async function until(look: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + 30_000;
  while (!(await look())) {
    if (performance.now() > end) throw new Error('waited in vain');
    await new Promise((resolve) => setImmediate(resolve));
  }
}

const open = (caseId: string) =>
  world.sql
    .query<{ n: string }>('select count(*) as n from outbox where case_id = $1 and done_at is null', [caseId])
    .then(([row]) => Number(row?.n));

async function running<T>(work: () => Promise<T>): Promise<T> {
  const relay = new Relay(tools(), openQueueStore({ databaseUrl: world.database.appUrl }), silent, machineNow);
  relay.start(20);
  try {
    return await work();
  } finally {
    await relay.stop();
  }
}

it('the relay carries outbox rows over the queue to their handlers, in the order of each case', async () => {
  const caseId = await world.granted();
  expect(await open(caseId)).toBeGreaterThan(4);
  await running(() => until(async () => (await open(caseId)) === 0));
  const { documents, state } = await world.view(caseId);
  expect([state, documents.every(({ ready }) => ready)]).toEqual(['ISSUED', true]);
  const done = await world.sql.query<{ id: string }>('select id from outbox where case_id = $1 order by done_at, id', [
    caseId,
  ]);
  expect(done.map(({ id }) => Number(id))).toEqual(done.map(({ id }) => Number(id)).sort((a, b) => a - b));
});

it('a due timer wakes its case through the queue', async () => {
  world.clock.set('2026-03-02');
  const caseId = await world.submitted();
  world.clock.set('2026-03-10');
  await running(() => until(async () => (await world.view(caseId)).state === 'DEEMED_ACCEPTED'));
});

it('a released row whose job was lost goes out again, and nothing happens twice', async () => {
  const caseId = await world.submitted();
  await world.sql.query(
    `update outbox set released_at = now() - interval '5 minutes', attempts = 1 where case_id = $1`,
    [caseId],
  );
  await running(() => until(async () => (await open(caseId)) === 0));
  expect(await world.count('document', caseId)).toBe(1);
});

it('a failing job says why, and does not hold up other cases', async () => {
  const [bad, good] = [await world.submitted(), await world.submitted()];
  await world.sql.query(`update outbox set topic = 'nonsense' where case_id = $1`, [bad]);
  await running(async () => {
    await until(async () => (await open(good)) === 0);
    await until(
      async () =>
        (await world.sql.query('select 1 from outbox where case_id = $1 and last_error is not null', [bad])).length ===
        1,
    );
  });
  expect(await open(bad)).toBe(1);
});

it('finished days get their log root, once', async () => {
  world.clock.set('2026-03-12');
  await running(() =>
    until(async () => (await world.sql.query(`select 1 from log_root where day = '2026-03-11'`)).length === 1),
  );
  const { items } = await world
    .nobody()
    .get<{ items: { day: string; root: string; heads: number }[] }>('/api/public/log/roots');
  expect(items[0]).toMatchObject({ day: '2026-03-11', root: expect.stringMatching(/^[0-9a-f]{64}$/) });
});
