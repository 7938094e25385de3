import { migrateQueue } from '../../libs/jobs/src/index.js';
import { migrate } from '../../libs/platform/src/index.js';
import { createTestDatabase } from '../setup/database.js';

it('many processes that start at once on a database of before migrate it, one after the other', async () => {
  const database = await createTestDatabase();
  const starting = Array.from({ length: 12 }, async () => {
    await migrate(database.ownerUrl);
    await migrateQueue(database.ownerUrl);
    await migrateQueue(database.ownerUrl);
  });
  const outcomes = await Promise.allSettled(starting);
  await database.drop();
  expect(outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [String(outcome.reason)] : []))).toEqual([]);
});
