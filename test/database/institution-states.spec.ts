import pg from 'pg';
import { ENDED_STATES, INSTITUTION_STATES } from '../../libs/law/src/index.js';
import { createTestDatabase, type TestDatabase } from '../setup/database.js';

let database: TestDatabase;
let client: pg.Client;
beforeAll(async () => {
  database = await createTestDatabase();
  client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

const enter = (name: string, state: string) =>
  client.query(
    `insert into institution (id, region, type, name, state, created_at)
     values (gen_random_uuid(), '150203', 'KG', $1, $2, now())`,
    [name, state],
  );

it('the key of names leaves out exactly the states that have ended in law', async () => {
  const { rows } = await client.query<{ says: string }>(
    `select pg_get_expr(indpred, indrelid) as says from pg_index where indexrelid = 'institution_name_key'::regclass`,
  );
  const named = [...(rows[0]?.says ?? '').matchAll(/'([A-Z_]+)'/g)].map(([, state]) => state);
  expect(named.sort()).toEqual([...ENDED_STATES].sort());
});

it.each(Object.keys(INSTITUTION_STATES))(
  'a name is free again beside an entry that is %s only when it has ended',
  async (state) => {
    const name = `演示名称${state}幼儿园`;
    await enter(name, state);
    const second = enter(name, 'OPERATING');
    if (ENDED_STATES.some((one) => one === state)) await expect(second).resolves.toBeDefined();
    else await expect(second).rejects.toThrow('institution_name_key');
  },
);
