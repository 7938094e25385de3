import pg from 'pg';
import { World } from './harness.js';

interface Queue {
  items: { id: string; waiting: string; clock: { id: string; dueOn: string } | null }[];
  next: string | null;
}

let world: World;
/** By what runs out first: a pre-review that is late, then two cases of one day and one of a later day, then two that nothing calls for. */
let late: string;
let cases: string[];
let uncalled: string[];

beforeAll(async () => {
  world = await World.make();
  world.clock.set('2026-03-02');
  late = await world.drafted();
  await (await world.as('sponsor')).post(`/api/cases/${late}/pre-review`);
  world.clock.set('2026-03-20');
  await world.work();
  cases = [await world.submitted(), await world.submitted()].sort();
  world.clock.set('2026-03-24');
  cases.push(await world.submitted());
  uncalled = [await world.submitted(), await world.submitted()].sort();
  const client = new pg.Client({ connectionString: world.database.superuserUrl });
  await client.connect();
  await client.query('delete from timer where case_id = any($1)', [uncalled]);
  // a second alarm, later than the first: the case stands where the first one is
  await client.query(
    `insert into timer (case_id, clock, wake_at, provisional) values ($1, 'later', '2026-12-31', false)`,
    [cases[0]],
  );
  await client.end();
});
afterAll(() => world.close());

const page = async (cursor: string | null, limit: number, more = '&scope=all'): Promise<Queue> =>
  (await world.as('clerk')).get<Queue>(`/api/desk/queue?limit=${limit}${cursor ? `&cursor=${cursor}` : ''}${more}`);

it('stands in the order of what runs out first, and what nothing calls for stands last', async () => {
  const { items, next } = await page(null, 100);
  expect(items.map(({ id }) => id)).toEqual([late, ...cases, ...uncalled]);
  expect(next).toBeNull();
  expect(items.map(({ waiting }) => waiting)).toEqual(['preReview', ...Array.from({ length: 5 }, () => 'case')]);
  expect(items.map(({ clock }) => clock?.id)).toEqual([
    'pre_review',
    ...cases.map(() => 'correction_or_acceptance'),
    undefined,
    undefined,
  ]);
  const days = items.flatMap(({ clock }) => clock?.dueOn ?? []);
  expect(days).toEqual([...days].sort());
});

it.each(['all', 'mine'].flatMap((scope) => [1, 2, 3, 4, 5].map((limit) => [scope, limit] as const)))(
  'page by page (%s, %i a page) it is the same, nothing twice and nothing left out',
  async (scope, limit) => {
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const { items, next }: Queue = await page(cursor, limit, `&scope=${scope}`);
      expect(items.length).toBeLessThanOrEqual(limit);
      seen.push(...items.map(({ id }) => id));
      cursor = next;
    } while (cursor !== null);
    expect(seen).toEqual([late, ...cases, ...uncalled]);
  },
);

it('a part of a name leaves the others out, with an alarm or without', async () => {
  const [{ name } = { name: '' }] = await world.sql.query<{ name: string }>(
    'select institution_name as name from licensing_case where id = $1',
    [uncalled[0]],
  );
  const found = await page(null, 100, `&scope=all&q=${encodeURIComponent(name)}`);
  expect(found.items.map(({ id }) => id)).toEqual([uncalled[0]]);
});
