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
    expect(books).toMatchObject({ opened: 10, closed: 4, live: 6, licences: 8, withoutCase: [] });
    expect(books.states).toEqual({ CANCELLED: 3, MERGED: 1, OPERATING: 6 });
    // the school of the year, with the digit of its level
    const schools = await office.sql.query(
      `select substr(l.number, 10, 1) as level, i.state from institution i join licence l on l.institution_id = i.id where i.type = 'PS-PRI-JUN'`,
    );
    expect(schools).toEqual([{ level: '5', state: 'OPERATING' }]);
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
