import pg from 'pg';
import { HOLES } from '../../apps/cli/src/queries/book.js';
import { statementsOf } from '../../apps/cli/src/queries/statements.js';
import { World } from '../flows/harness.js';
import { ask, nameOf, ROWS, type Asked } from './asking.js';
import { COMMANDS } from './commands.js';
import { GET_ROUTES } from './get-routes.js';
import { fullReadings } from '../../apps/cli/src/queries/full-readings.js';
import { Ledger } from './ledger.js';
import { pretendRows } from './pretend.js';
import { publishedRoutes } from './published.js';
import { unknownAmong } from './known.js';
import { MAY_READ_ALL } from '../../apps/cli/src/queries/may-read-all.js';
import { oneRound } from './rounds.js';

/** Routes that may send more for more rows, up to the number in their row. */
const BOUNDED: Readonly<Record<string, string>> = {
  '/readyz': 'reckons the clocks of the next three cases again, fewer while there are fewer',
};

let world: World;
let ledger: Ledger;
let few: Asked[];
let many: Asked[];
/** Of each round of commands, the most that one of a kind sent. */
const rounds: Record<string, number>[] = [];

beforeAll(async () => {
  world = await World.make();
  ledger = new Ledger(world);
  // the first round fills what a process keeps for good
  const sample = await oneRound(world, 0);
  few = await ask(world, ledger, sample, GET_ROUTES);
  for (const n of [1, 2]) {
    const begin = ledger.entries.length;
    await oneRound(world, n);
    rounds.push(mostOfEach(begin));
  }
  many = await ask(world, ledger, sample);
}, 60_000);
afterAll(async () => {
  ledger?.stop();
  await world?.close();
});

function mostOfEach(begin: number): Record<string, number> {
  const most: Record<string, number> = {};
  for (const { route, texts } of ledger.entries.slice(begin))
    if (!/^(GET|jobs)/.test(route)) most[route] = Math.max(most[route] ?? 0, texts.length);
  return most;
}

it('every GET route has a row', () => {
  const told = new Set(ROWS.map(([route]) => route));
  expect(publishedRoutes('get').filter((route) => !told.has(route))).toEqual([]);
});

it('every row is answered', () => {
  expect([...few, ...many].filter(({ status }) => status >= 400)).toEqual([]);
});

it('a route sends as many statements as its row says', () => {
  const expected = Object.fromEntries(ROWS.map((row) => [nameOf(row), row[2]]));
  expect(Object.fromEntries(many.map(({ row, statements }) => [row, statements]))).toEqual(expected);
});

it('and no more for more rows', () => {
  const grown = few.filter(({ statements }, i) => statements < (many[i]?.statements ?? 0));
  expect(grown.filter(({ row }) => !((row.split(' ')[0] ?? '') in BOUNDED))).toEqual([]);
});

it('a command sends as many statements as its row says, however many cases there are', () => {
  const [first, second] = rounds;
  expect(second).toEqual(first);
  expect(second).toEqual(Object.fromEntries(COMMANDS));
});

describe('the statements of docs/queries.sql', () => {
  const { statements } = statementsOf(process.cwd());

  it('are all that was sent', () => {
    const sent = ledger.entries.flatMap(({ texts }) => texts);
    expect(sent.length).toBeGreaterThan(1000);
    expect(unknownAmong(sent, statements)).toEqual([]);
  });

  it('have an index each for 100,000 rows', async () => {
    const client = new pg.Client({ connectionString: world.database.superuserUrl });
    await client.connect();
    await pretendRows(client);
    const known = statements.filter(({ place }) => !(place in HOLES));
    const found = await fullReadings(client, known).finally(() => client.end());
    expect(found.filter(({ place }) => !(place in MAY_READ_ALL))).toEqual([]);
    // an exception that is not needed any more goes
    expect([...new Set(found.map(({ place }) => place))].sort()).toEqual(Object.keys(MAY_READ_ALL).sort());
  });
});
