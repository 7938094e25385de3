import pg from 'pg';
import { fewNamed } from '../../libs/cases/src/queries/named.js';
import { World } from './harness.js';

/** Cases are found by a part of their name, whether few have it or many. */
let world: World;
beforeAll(async () => {
  world = await World.make();
});
afterAll(() => world.close());

const found = async (path: string): Promise<string[]> =>
  (await (await world.as('clerk')).get<{ items: { id: string }[] }>(path)).items.map(({ id }) => id);
const everywhere = async (q: string): Promise<string[][]> =>
  Promise.all(['/api/cases?', '/api/desk/queue?scope=all&'].map((path) => found(`${path}q=${encodeURIComponent(q)}`)));

/** Names of cases that are not there, for what counts them. */
async function manyNamed(name: string): Promise<void> {
  const client = new pg.Client({ connectionString: world.database.superuserUrl });
  await client.connect();
  await client.query('set session_replication_role = replica');
  await client.query(
    `insert into case_name (case_id, name) select gen_random_uuid(), $1 from generate_series(1, 1000)`,
    [name],
  );
  await client.end();
}

it('the same cases, on the list and on the desk, before and after a word has become common', async () => {
  const caseId = await world.submitted();
  const [{ name } = { name: '' }] = await world.sql.query<{ name: string }>(
    'select institution_name as name from licensing_case where id = $1',
    [caseId],
  );
  const words = [name.slice(0, 2), name.slice(0, 4), name];
  for (const word of words) {
    expect([word, await fewNamed(world.sql, word)]).toEqual([word, [caseId]]);
    expect([word, await everywhere(word)]).toEqual([word, [[caseId], [caseId]]]);
  }
  await manyNamed(name);
  for (const word of words) {
    expect([word, await fewNamed(world.sql, word)]).toEqual([word, null]);
    expect([word, await everywhere(word)]).toEqual([word, [[caseId], [caseId]]]);
  }
  expect(await everywhere('没有这个')).toEqual([[], []]);
});
