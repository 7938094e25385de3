import { DataSource } from 'typeorm';
import {
  applicationOptions,
  inTransaction,
  Refusal,
  sqlOf,
  type Sql,
  type Transaction,
} from '../../libs/platform/src/index.js';
import { createTestDatabase, type TestDatabase } from '../setup/database.js';

let database: TestDatabase;
let source: DataSource;
let sql: Sql;
beforeAll(async () => {
  database = await createTestDatabase();
  source = await new DataSource(applicationOptions(database.appUrl, [], 2)).initialize();
  sql = sqlOf(source);
});
afterAll(async () => {
  await source.destroy();
  await database.drop();
});

const take = 'insert into serial_number (series, last) values ($1, 1)';
const taken = (series: string): Promise<unknown[]> =>
  sql.query('select last from serial_number where series = $1', [series]);
const TWICE = { driverError: { constraint: 'serial_number_pkey' } };

it('what is sent is seen by what is asked afterwards, and kept by the commit', async () => {
  const seen = await inTransaction(source, (open) => {
    open.send(take, ['sent']);
    return open.query('select last from serial_number where series = $1', ['sent']);
  });
  expect([seen, await taken('sent')]).toEqual([[{ last: 1 }], [{ last: 1 }]]);
});

it('a write that fails undoes everything and is what the caller is told, also where nobody looked', async () => {
  const twice = (open: Transaction): void => {
    open.send(take, ['twice']);
    open.send(take, ['twice']);
    open.send(take, ['after']);
  };
  await expect(inTransaction(source, (open) => Promise.resolve(twice(open)))).rejects.toMatchObject(TWICE);
  const looking = (open: Transaction): Promise<unknown[]> => (twice(open), open.query('select 1'));
  await expect(inTransaction(source, looking)).rejects.toMatchObject(TWICE);
  const refusing = (open: Transaction): Promise<void> => (twice(open), Promise.reject(new Refusal('NOT_FOUND')));
  await expect(inTransaction(source, refusing)).rejects.toMatchObject(TWICE);
  expect([await taken('twice'), await taken('after')]).toEqual([[], []]);
});

it('a question that fails is told as it is, and the connection serves the next one', async () => {
  const wrong = inTransaction(source, async (open) => {
    const asked = open.query('select 1 / 0');
    open.send(take, ['lost']);
    await asked;
  });
  await expect(wrong).rejects.toMatchObject({ driverError: { code: '22012' } });
  expect(await taken('lost')).toEqual([]);
});

it('a commit that the database answers by rolling back is a failure, whoever swallowed the reason', async () => {
  const swallowing = inTransaction(source, async (open) => {
    open.send(take, ['swallowed']);
    await open.query('select 1 / 0').catch(() => undefined);
  });
  await expect(swallowing).rejects.toThrow('it was undone');
  expect(await taken('swallowed')).toEqual([]);
});

it('nothing gets out of a transaction after its end', async () => {
  let kept: Transaction | undefined;
  await inTransaction(source, (open) => Promise.resolve((kept = open)));
  await expect(kept?.query('select 1')).rejects.toThrow('over');
  kept?.send(take, ['late']);
  expect(await taken('late')).toEqual([]);
});
