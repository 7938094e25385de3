import pg from 'pg';
import { writeFileSync } from 'node:fs';
import { statementsOf } from '../../apps/cli/src/queries/statements.js';
import { World } from '../flows/harness.js';
import { fullReadings } from './full-readings.js';
import { HOLES } from '../../apps/cli/src/queries/book.js';
import { oneRound } from './rounds.js';
import { pretendRows } from './pretend.js';
it('x', async () => {
  const world = await World.make();
  await oneRound(world, 0);
  const { statements } = statementsOf(process.cwd());
  const client = new pg.Client({ connectionString: world.database.superuserUrl });
  await client.connect();
  await pretendRows(client);
  const t0 = performance.now();
  const found = await fullReadings(
    client,
    statements.filter(({ place }) => !(place in HOLES)),
  );
  console.log(performance.now() - t0, found.length);
  writeFileSync('/tmp/full.json', JSON.stringify(found, null, 1));
  await client.end();
  await world.close();
});
