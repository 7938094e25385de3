import { Office } from '../../apps/cli/src/year/office.js';
import { balances, reconcile } from '../../apps/cli/src/year/reconcile.js';
import { SHORT, Year } from '../../apps/cli/src/year/year.js';
import { createTestDatabase } from '../setup/database.js';

it('a short year plays from an empty register to one that reconciles, and says how far it is', async () => {
  const database = await createTestDatabase();
  const office = await Office.open(database);
  try {
    const told: number[] = [];
    await new Year(office, SHORT).play((done) => told.push(done));
    expect(told.at(-1)).toBe(told.length - 1);
    const books = await reconcile(office.sql);
    // two centres have ended, one kindergarten has merged into another, one has closed
    expect(books).toMatchObject({ opened: 9, closed: 4, live: 5, licences: 7, withoutCase: [] });
    expect(books.states).toEqual({ CANCELLED: 3, MERGED: 1, OPERATING: 5 });
    expect(balances(books)).toBe(true);
    await office.sql.query(
      `update institution set state = 'CANCELLED' where id = (select id from institution where state = 'OPERATING' limit 1)`,
    );
    expect(balances(await reconcile(office.sql))).toBe(false);
  } finally {
    await office.close();
    await database.drop();
  }
}, 180_000);
