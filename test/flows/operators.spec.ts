import type { DataSource } from 'typeorm';
import { openQueueStore, Relay, type JobRun } from '../../libs/jobs/src/index.js';
import { machineNow } from '../../libs/platform/src/index.js';
import { World } from './harness.js';

/** What those who run the system see and may do: the outbox, what fails and why, retry and skip. */
let world: World;
beforeAll(async () => {
  world = await World.make();
});
afterAll(() => world.close());

interface Row {
  id: string;
  topic: string;
  caseId: string | null;
  attempts: number;
  lastError: string | null;
  standing: string;
  behind: string | null;
}
const LIST = '/api/admin/outbox';
const REASON = '演示：打印机已换，这一份不再打印';
const rows = async (query = ''): Promise<Row[]> =>
  (await (await world.as('sysadmin')).get<{ items: Row[] }>(`${LIST}${query}`)).items;
const ofCase = async (caseId: string): Promise<Row[]> =>
  (await rows('?limit=100')).filter((row) => row.caseId === caseId);
const ask = async (id: string, what: 'retry' | 'skip', body: object = {}, login = 'sysadmin') =>
  (await world.as(login)).send<{ code?: string }>('POST', `${LIST}/${id}/${what}`, body);
const codeOf = ({ status, body }: { status: number; body: { code?: string } }) => [status, body.code];

let caseOfAll: Promise<string> | undefined;
/** Two undone rows of a case: the first cannot be done and was tried once, the second waits for it. */
async function failing(): Promise<{ caseId: string; first: string; second: string }> {
  caseOfAll ??= world.submitted();
  const caseId = await caseOfAll;
  await world.work();
  const made = await world.sql.query<{ id: string }>(
    `insert into outbox (case_id, topic, payload) select case_id, topic, payload from (values (1, 'nonsense'), (2, 'printDocument')) t (n, topic),
       (select case_id, payload from outbox where case_id = $1 and topic = 'printDocument' order by id limit 1) o order by n returning id`,
    [caseId],
  );
  await expect(world.work()).rejects.toThrow();
  const [first = '', second = ''] = made.map(({ id }) => id);
  return { caseId, first, second };
}

const doneAt = async (id: string): Promise<Date | null> =>
  (await world.sql.query<{ done_at: Date | null }>('select done_at from outbox where id = $1', [id]))[0]?.done_at ??
  null;

it('shows what is undone: what failed and why, and what waits for it; a skip gives it up and lets the next one go', async () => {
  const { caseId, first, second } = await failing();
  const [one, two] = await ofCase(caseId);
  expect(one).toMatchObject({ id: first, topic: 'nonsense', standing: 'failed', attempts: 1, behind: null });
  expect(one?.lastError).toMatch(/^TypeError: /);
  expect(two).toMatchObject({ id: second, standing: 'behind', behind: first, lastError: null });
  expect((await rows('?standing=failed')).map(({ id }) => id)).toEqual([first]);
  expect(codeOf(await ask(second, 'retry'))).toEqual([409, 'OUTBOX_ROW_BEHIND']);

  expect((await ask(first, 'skip', { reason: `  ${REASON} ` })).status).toBe(200);
  const [skipped] = (
    await (
      await world.as('auditadmin')
    ).get<{ items: { id: string; reason: string; by: string; skippedAt: string }[] }>(`${LIST}/skipped`)
  ).items;
  expect(skipped).toMatchObject({ id: first, reason: REASON, by: '演示系统管理员' });
  await world.work();
  expect(await ofCase(caseId)).toEqual([]);
  expect(await doneAt(second)).not.toBeNull();
});

it('a retry sends a failed row out again at once', async () => {
  const { first, second } = await failing();
  expect(await world.work()).toBe(0);
  await world.sql.query(`update outbox set topic = 'printDocument' where id = $1`, [first]);
  expect((await ask(first, 'retry')).status).toBe(200);
  await world.work();
  expect([await doneAt(first), await doneAt(second)]).not.toContain(null);
});

it('refuses other roles, a missing reason, a row that is done or is not there', async () => {
  const { first } = await failing();
  for (const login of ['sponsor', 'clerk', 'head', 'secadmin', 'auditadmin']) {
    expect([login, ...codeOf(await ask(first, 'skip', { reason: REASON }, login))]).toEqual([
      login,
      403,
      'AUDIENCE_REFUSED',
    ]);
    expect([login, ...codeOf(await ask(first, 'retry', {}, login))]).toEqual([login, 403, 'AUDIENCE_REFUSED']);
  }
  for (const login of ['sponsor', 'clerk', 'head', 'secadmin'])
    expect((await (await world.as(login)).send('GET', LIST)).status).toBe(403);
  expect((await world.nobody().send('GET', LIST)).status).toBe(401);
  for (const body of [{}, { reason: '' }, { reason: '        ' }, { reason: 7 }, { reason: REASON, by: 'me' }])
    expect(codeOf(await ask(first, 'skip', body))).toEqual([422, 'FIELDS_INVALID']);
  for (const id of ['999999999', 'x', '-1', '99999999999999999999', '1e3']) {
    expect(codeOf(await ask(id, 'retry'))).toEqual([404, 'OUTBOX_ROW_NOT_FOUND']);
    expect(codeOf(await ask(id, 'skip', { reason: REASON }))).toEqual([404, 'OUTBOX_ROW_NOT_FOUND']);
  }
  expect(await doneAt(first)).toBeNull();
  expect((await ask(first, 'skip', { reason: REASON })).status).toBe(200);
  expect(codeOf(await ask(first, 'skip', { reason: REASON }))).toEqual([409, 'OUTBOX_ROW_DONE']);
  expect(codeOf(await ask(first, 'retry'))).toEqual([409, 'OUTBOX_ROW_DONE']);
});

it('of a skip and a retry, and of ten skips at once, one is written; what is skipped never runs', async () => {
  const { first, second } = await failing();
  const answers = await Promise.all([
    ask(first, 'retry'),
    ...Array.from({ length: 10 }, () => ask(first, 'skip', { reason: REASON })),
    ask(first, 'retry'),
  ]);
  const skips = answers.slice(1, -1).map(({ status }) => status);
  expect(skips.filter((status) => status === 200)).toHaveLength(1);
  expect(answers.every(({ status }) => status === 200 || status === 409)).toBe(true);
  expect(await world.sql.query('select 1 from outbox_skip where outbox_id = $1', [first])).toHaveLength(1);
  const before = await doneAt(first);
  await world.work();
  expect([await doneAt(first), await doneAt(second)]).toEqual([before, expect.any(Date)]);
});

it('nobody can undo a skip, change it or take it away, not even by SQL', async () => {
  const { first } = await failing();
  await ask(first, 'skip', { reason: REASON });
  await expect(world.sql.query('update outbox set done_at = null where id = $1', [first])).rejects.toThrow(
    /outbox_skipped_stays/,
  );
  for (const statement of [`update outbox_skip set reason = 'x'`, 'delete from outbox_skip', 'truncate outbox_skip'])
    await expect(world.sql.query(statement)).rejects.toThrow(/permission denied/);
  await expect(
    world.sql.query(
      `insert into outbox_skip (outbox_id, account_id, reason, skipped_at) select outbox_id, account_id, 'x', now() from outbox_skip limit 1`,
    ),
  ).rejects.toThrow(/outbox_skip_pkey/);
});

it('a row whose job is running is not skipped; stopping waits for it, and each run is told once', async () => {
  const caseId = await world.submitted();
  await world.work();
  const [{ id: printed } = { id: '' }] = await world.sql.query<{ id: string }>(
    `select id from outbox where case_id = $1 and topic = 'printDocument' order by id desc limit 1`,
    [caseId],
  );
  await world.sql.query('update outbox set done_at = null, released_at = null where id = $1', [printed]);
  await world.sql.query('update document set file_hash = null where case_id = $1', [caseId]);
  const runs: JobRun[] = [];
  const { workshop, files, press } = world.tools;
  const store = openQueueStore({ databaseUrl: world.database.appUrl });
  const log = { error: () => undefined };
  const relay = new Relay({ workshop, files, press }, store, log, machineNow, (run) => runs.push(run));
  const holder = (world.tools.source as DataSource).createQueryRunner();
  await holder.startTransaction();
  const [{ pid }] = (await holder.query('select pg_backend_pid() as pid from document where case_id = $1 for update', [
    caseId,
  ])) as [{ pid: number }];
  relay.start(20);
  await until(async () => (await waitingFor(pid)) > 0);
  expect(codeOf(await ask(printed, 'skip', { reason: REASON }))).toEqual([409, 'OUTBOX_ROW_BUSY']);
  let stopped = false;
  const stopping = relay.stop().then(() => (stopped = true));
  expect([stopped, await doneAt(printed)]).toEqual([false, null]);
  await holder.commitTransaction();
  await holder.release();
  await stopping;
  expect(await doneAt(printed)).not.toBeNull();
  expect(runs.filter(({ outboxId }) => outboxId === printed)).toMatchObject([{ job: 'printDocument', caseId }]);
});

/** How many wait for what this process of the database holds; a transaction would see those of its first look for ever. */
async function waitingFor(pid: number): Promise<number> {
  const [row] = await world.sql.query<{ n: number }>(
    'select count(*)::int as n from pg_stat_activity where $1 = any(pg_blocking_pids(pid))',
    [pid],
  );
  return row?.n ?? 0;
}

async function until(look: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + 15_000;
  while (!(await look())) {
    if (performance.now() > end) throw new Error('waited in vain');
    await new Promise((resolve) => setImmediate(resolve));
  }
}
