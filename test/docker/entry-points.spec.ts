import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { randomIds } from '../../libs/platform/src/index.js';
import { createTestDatabase, type TestDatabase } from '../setup/database.js';
import { Processes, statusOf, type Running } from '../startup/processes.js';
import { filesOf, imageAt } from './image.js';
import { settingsOf } from './compose-settings.js';

interface Service {
  environment: Record<string, string | number>;
}
const { services } = parse(readFileSync('docker/compose.yml', 'utf8'), { merge: true }) as {
  services: Record<'api' | 'worker', Service>;
};
const data = mkdtempSync(join(tmpdir(), 'licensing-data-'));
const image = imageAt(mkdtempSync(join(tmpdir(), 'licensing-image-')));
let database: TestDatabase;
const running: Processes[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(async () => {
  await Promise.all(running.map((processes) => processes.stop()));
  await database.drop();
  for (const folder of [data, image.root]) rmSync(folder, { recursive: true, force: true });
});

/**
 * What is different outside a container: where the database and the data are, and a port of one's own. The image is
 * what the Dockerfile copies and nothing else, and stays as it was copied: its file system is read-only.
 */
it('the services of the compose file become ready on a real database, write nothing into the image, and end with 0', async () => {
  const copied = filesOf(image);
  const secrets: Record<string, string> = {
    DATABASE_URL: database.appUrl,
    DATABASE_OWNER_URL: database.ownerUrl,
    SESSION_SECRET: randomIds.secret(32),
    INTEREST_KEY: randomIds.secret(32),
  };
  const outside = { PUBLIC_URL: 'https://licensing.example' };
  const settings = (name: 'api' | 'worker'): Record<string, string> => ({
    ...image.settings,
    ...settingsOf(services[name].environment, outside, (secret) => secrets[secret] ?? ''),
    DATA_DIR: data,
    HOST: '127.0.0.1',
  });
  const start = (name: 'api' | 'worker'): Promise<Running> => {
    const given = settings(name);
    expect(given).toMatchObject({ MODE: 'production', ROLE: name });
    const processes = new Processes(given, image.root, image.command);
    running.push(processes);
    return processes.start(name);
  };
  const [api, worker] = await Promise.all([start('api'), start('worker')]);
  const seen = (url: string) => Promise.all(['/healthz', '/', '/api/matters'].map((path) => statusOf(`${url}${path}`)));
  expect(await seen(api.url)).toEqual([200, 200, 200]);
  expect(await seen(worker.url)).toEqual([200, 404, 404]);
  worker.child.kill('SIGTERM');
  expect(await worker.exit).toBe(0);
  expect(filesOf(image)).toEqual(copied);
}, 90_000);
