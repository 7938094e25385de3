import pg from 'pg';
import { World } from './harness.js';

let world: World;
const told: string[] = [];
beforeAll(async () => {
  const log = { error: (_: object, message: string) => void told.push(message), info: () => undefined };
  world = await World.make(undefined, undefined, log);
});
afterAll(() => world.close());

/** Nobody gets a connection to the database of this world, and those who have one lose it. */
async function away(isAway: boolean): Promise<void> {
  const { superuserUrl } = world.database;
  const name = new URL(superuserUrl).pathname.slice(1);
  const client = new pg.Client({ connectionString: superuserUrl.replace(/\/[^/]*$/, '/postgres') });
  await client.connect();
  await client.query(`alter database ${name} connection limit ${isAway ? 0 : -1}`);
  if (isAway)
    await client.query(
      'select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = $1 and pid <> pg_backend_pid()',
      [name],
    );
  await client.end();
}

it('while the database is away people are told to come back, and when; afterwards everything is as it was', async () => {
  const sponsor = await world.as('sponsor');
  const caseId = await world.drafted();
  const before = await world.view(caseId);
  await away(true);
  try {
    const saving = await sponsor.send('PATCH', `/api/cases/${caseId}/draft`, { fields: { schoolName: '演示改名' } });
    expect([saving.status, saving.body['code']]).toEqual([503, 'DATABASE_AWAY']);
    expect(saving.body['detail']).toContain('10 秒');
    expect(saving.headers['retry-after']).toBe('10');
    const page = await world
      .nobody()
      .send<string>('GET', '/register', undefined, { headers: { accept: 'text/html', 'accept-language': 'en-US' } });
    expect([page.status, page.headers['content-type']]).toEqual([503, 'text/html; charset=utf-8']);
    expect(page.body).toContain('10 秒');
  } finally {
    await away(false);
  }
  expect(await world.view(caseId)).toEqual(before);
  expect(new Set(told)).toEqual(new Set(['the database is away']));
});
