// One real PostgreSQL for the whole run, in a folder of its own, thrown away at the end (fsync off: nothing here must last).
import { chmodSync, existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { DataSource } from 'typeorm';

export default async function setUp() {
  if (!existsSync('dist/libs/platform/src/embedded/index.js'))
    throw new Error('not built yet: run `npm test`, which builds first');
  const { startEmbeddedPostgres } = await import('../../dist/libs/platform/src/embedded/index.js');
  const { migrate } = await import('../../dist/libs/platform/src/database/migrate.js');
  const { migrateQueue } = await import('../../dist/libs/jobs/src/queue-store.js');
  const folder = mkdtempSync(join(tmpdir(), 'licensing-test-'));
  chmodSync(folder, 0o755);
  mkdirSync(join(folder, 'db'), { recursive: true });
  const server = await startEmbeddedPostgres({
    projectRoot: process.cwd(),
    dataDir: join(folder, 'db', 'postgres'),
    fast: true,
  });
  globalThis.testServer = { server, folder };
  const on = (url, database) => url.replace(/\/[^/]*$/, `/${database}`);
  const admin = new pg.Client({ connectionString: on(server.superuserUrl, 'postgres') });
  await admin.connect();
  await admin.query('create database template_test owner licensing_owner');
  await admin.end();
  const inside = new pg.Client({ connectionString: on(server.superuserUrl, 'template_test') });
  await inside.connect();
  await inside.query('create extension pg_trgm');
  await inside.end();
  await migrate(on(server.ownerUrl, 'template_test'));
  await migrateQueue(on(server.ownerUrl, 'template_test'));
  await fillPeople(on(server.superuserUrl, 'postgres'), on(server.appUrl, 'template_people'), folder);
  process.env.TEST_OWNER_URL = server.ownerUrl;
  process.env.TEST_APP_URL = server.appUrl;
  process.env.TEST_SUPERUSER_URL = server.superuserUrl;
}

/** Once for all specs what each would do at its start: accounts (38 slow hashes), packs read, checked and kept. */
async function fillPeople(adminUrl, appUrl, folder) {
  const { countyShelf } = await import('../../dist/apps/api/src/county.js');
  const { ensureDemoAccounts } = await import('../../dist/apps/api/src/demo.js');
  const { randomIds, sqlOf } = await import('../../dist/libs/platform/src/index.js');
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  await admin.query('create database template_people template template_test owner licensing_owner');
  await admin.end();
  const source = await new DataSource({ type: 'postgres', url: appUrl, extra: { max: 4 } }).initialize();
  const sql = sqlOf(source);
  const clock = { now: () => new Date('2026-03-02T09:00:00+08:00') };
  const shelf = countyShelf();
  await ensureDemoAccounts({ sql, workshop: { ids: randomIds, clock } });
  await shelf.keep(sql, clock);
  await source.destroy();
  const packs = join(folder, 'packs.json');
  writeFileSync(packs, JSON.stringify([...shelf.published.values()].map(({ pack }) => pack)));
  process.env.TEST_PACKS = packs;
}
