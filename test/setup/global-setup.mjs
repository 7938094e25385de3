// One real PostgreSQL for the whole run, in a folder of its own, thrown away at the end (fsync off: nothing here must last).
import { existsSync, mkdirSync, mkdtempSync, chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

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
  process.env.TEST_OWNER_URL = server.ownerUrl;
  process.env.TEST_APP_URL = server.appUrl;
  process.env.TEST_SUPERUSER_URL = server.superuserUrl;
}
