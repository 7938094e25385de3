import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { chainsOf } from '../../apps/cli/src/backup/chains.js';
import { restoreBackup } from '../../apps/cli/src/backup/restore.js';
import { measured, migrationsOf, plainText, tablesOf } from '../../apps/cli/src/backup/tables.js';
import { brokenLink, entriesOf, openFile, standsWhereItsLogLeads } from '../../libs/cases/src/index.js';
import { frozenCharts } from '../../libs/cases/src/frozen-charts.js';
import { migrate, MIGRATIONS, ownerSource } from '../../libs/platform/src/index.js';
import { createEmptyDatabase, createTestDatabase, type TestDatabase } from '../setup/database.js';
import { ALL_INSPECTORS, World } from '../flows/harness.js';

const RELEASES = 'test/fixtures/releases';
const [RELEASE = ''] = readdirSync(RELEASES).sort().slice(-1);
const KILLS = 10;

let before: TestDatabase;
let files: string;
beforeAll(async () => {
  before = await createEmptyDatabase();
  files = mkdtempSync(join(tmpdir(), 'licensing-upgrade-'));
  await restoreBackup(join(RELEASES, RELEASE), before.ownerUrl, files);
});
afterAll(async () => {
  await before.drop();
  rmSync(files, { recursive: true, force: true });
});

const copyOf = (database: TestDatabase): Promise<TestDatabase> =>
  createTestDatabase(new URL(database.ownerUrl).pathname.slice(1));

const SCHEMA = `
  select 'column' as kind, table_name || '.' || column_name as name, data_type || ' ' || is_nullable || ' ' || coalesce(column_default, '') as what
    from information_schema.columns where table_schema = 'public'
  union all select 'key', conrelid::regclass::text || '.' || conname, pg_get_constraintdef(oid) from pg_constraint where connamespace = 'public'::regnamespace
  union all select 'index', indexname, indexdef from pg_indexes where schemaname = 'public'
  union all select 'trigger', tgname, tgenabled::text || pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
  union all select 'function', p.oid::regprocedure::text, pg_get_functiondef(p.oid) from pg_proc p where pronamespace = 'public'::regnamespace
    and not exists (select 1 from pg_depend d where d.objid = p.oid and d.deptype = 'e')
  union all select 'right', c.oid::regclass::text, coalesce(c.relacl::text, '') || coalesce((select string_agg(a.attname || a.attacl::text, ',' order by a.attnum)
    from pg_attribute a where a.attrelid = c.oid), '') from pg_class c where relnamespace = 'public'::regnamespace and relkind in ('r', 'S')
  order by 1, 2, 3`;

interface Stand {
  migrations: string[];
  schema: unknown[];
  data: unknown[];
  broken: string | null;
}

/** The whole schema and all data, as they are. */
async function standOf(url: string): Promise<Stand> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('begin isolation level repeatable read');
    await plainText(client);
    const { rows: schema } = await client.query<object>(SCHEMA);
    const data: unknown[] = [];
    for (const table of await tablesOf(client)) data.push([table.name, await measured(client, table)]);
    const { broken } = await chainsOf(client);
    return { migrations: await migrationsOf(client), schema, data, broken };
  } finally {
    await client.end();
  }
}

/** What the database looks like after each migration, one after the other. */
async function everyStand(): Promise<Stand[]> {
  const database = await copyOf(before);
  const stands = [await standOf(database.ownerUrl)];
  for (let upTo = stands[0]?.migrations.length ?? 0; upTo < MIGRATIONS.length; upTo += 1) {
    const source = await ownerSource(database.ownerUrl, MIGRATIONS.slice(0, upTo + 1)).initialize();
    await source.runMigrations({ transaction: 'each' }).finally(() => source.destroy());
    stands.push(await standOf(database.ownerUrl));
  }
  await database.drop();
  return stands;
}

const MIGRATE = `
  const { migrate } = await import('./dist/libs/platform/src/database/migrate.js');
  process.stdout.write('begins');
  await migrate(process.argv[1]);
  process.stdout.write('ends');`;

/** Migrates in a process of its own. @param killAfter milliseconds after it begins; tells how long it ran, null when it was killed */
function migrating(url: string, killAfter?: number): Promise<number | null> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', MIGRATE, url], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let began = 0;
  child.stdout.once('data', () => {
    began = performance.now();
    if (killAfter !== undefined) setTimeout(() => child.kill('SIGKILL'), killAfter);
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      if (signal === 'SIGKILL') resolve(null);
      else if (code === 0) resolve(performance.now() - began);
      else reject(new Error(`migrating ended with ${code}`));
    });
  });
}

/** The server ends the statement of a process that is gone, and takes back what was not committed. */
async function nobodyLeft({ superuserUrl }: TestDatabase): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  const others = 'select 1 from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()';
  try {
    while (((await client.query(others)).rowCount ?? 0) > 0);
  } finally {
    await client.end();
  }
}

it('running cases of the release before go on after the upgrade', async () => {
  const database = await copyOf(before);
  await migrate(database.ownerUrl);
  const world = await World.on(database, files);
  const { workshop } = world.tools;
  const running = await world.sql.query<{ id: string; state: string; machine_hash: string }>(
    'select id, state, machine_hash from licensing_case order by state',
  );
  const states = ['CORRECTION_REQUIRED', 'DRAFT', 'GRANTED', 'IN_REVIEW', 'RECEIVED', 'TO_DECIDE'];
  expect(running.map(({ state }) => state)).toEqual(states);
  const todays = workshop.shelf.current('EST-DIRECT').procedure?.hash;
  expect(running.filter(({ machine_hash }) => machine_hash === todays)).toEqual([]);
  expect(frozenCharts('libs/procedures/frozen').map(({ name }) => name)).toContain(RELEASE);
  const [correcting = '', drafted = '', granted = '', reviewed = '', received = '', toDecide = ''] = running.map(
    ({ id }) => id,
  );

  await (await world.as('head')).does(toDecide, 'grant', { opinion: '同意' });
  await world.work();
  for (const caseId of [granted, toDecide]) {
    const { state, documents } = await world.view(caseId);
    expect([state, documents.every(({ ready }) => ready)]).toEqual(['ISSUED', true]);
  }
  await world.lookedUp(reviewed, ['structural_safety', 'name_lookup']);
  await world.visited(reviewed, 'arrangeSiteCheck', ALL_INSPECTORS);
  await (await world.as('reviewer')).does(reviewed, 'concludeReview');
  const clerk = await world.as('clerk');
  await clerk.does(received, 'recordVerdicts', await world.verdicts(received));
  expect(await clerk.does(received, 'accept')).toBe('IN_REVIEW');
  await (await world.as('sponsor')).does(drafted, 'submit');
  expect((await world.view(correcting)).clocks.some(({ status }) => status === 'running')).toBe(true);

  for (const { id } of running) {
    const file = await openFile(world.sql, id, workshop);
    expect(brokenLink(await entriesOf(world.sql, id))).toBeNull();
    expect([id, standsWhereItsLogLeads(file, workshop.shelf)]).toEqual([id, true]);
  }
  await world.app.close();
  await database.drop();
});

it(`a migration that is killed is done or not done, never half, ${KILLS} times`, async () => {
  const stands = await everyStand();
  const whole = await copyOf(before);
  let took = (await migrating(whole.ownerUrl)) ?? 0;
  expect(await standOf(whole.ownerUrl)).toEqual(stands.at(-1));
  await whole.drop();
  const found: number[] = [];
  // one that had ended before it was to be killed does not count, and tells that the machine has become faster
  for (let tries = 0; found.length < KILLS && tries < 3 * KILLS; tries += 1) {
    const database = await copyOf(before);
    const after = took * ((found.length + randomInt(1000) / 1000) / KILLS);
    const ended = await migrating(database.ownerUrl, after);
    if (ended === null) {
      await nobodyLeft(database);
      const stand = await standOf(database.ownerUrl);
      const expected = stands.findIndex(({ migrations }) => migrations.length === stand.migrations.length);
      expect(stand).toEqual(stands[expected]);
      expect(stand.broken).toBeNull();
      found.push(expected);
    } else took = Math.min(took, ended);
    await database.drop();
  }
  expect(found.length).toBe(KILLS);
  expect(new Set(found).size).toBeGreaterThan(1);
});
