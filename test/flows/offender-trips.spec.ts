import type { AddressInfo } from 'node:net';
import { trips } from '../../apps/cli/src/offenders/rules/5-trips.js';
import { LEAST_ATTEMPTS } from '../../apps/cli/src/offenders/offence.js';
import { Stage } from '../../apps/cli/src/offenders/stage.js';
import { openQueueStore, Relay } from '../../libs/jobs/src/index.js';
import { machineNow } from '../../libs/platform/src/index.js';
import { World } from './harness.js';

let world: World;
let relay: Relay;
beforeAll(async () => {
  world = await World.make('http://127.0.0.1');
  await world.app.listen(0, '127.0.0.1');
  const { workshop, files, press } = world.tools;
  const log = { error: (detail: object, message: string) => console.error(message, detail) };
  relay = new Relay(
    { workshop, files, press },
    openQueueStore({ databaseUrl: world.database.appUrl }),
    log,
    machineNow,
  );
  relay.start(50);
});
afterAll(async () => {
  await relay.stop();
  await world.close();
});

it('a determined offender breaks nothing of rule 5, over HTTP, in a hundred attempts and more', async () => {
  const { port } = world.app.getHttpServer().address() as AddressInfo;
  const attempts = await trips.offend(new Stage(`http://127.0.0.1:${port}`));
  expect(attempts.filter(({ broke }) => broke)).toEqual([]);
  expect(attempts.length).toBeGreaterThanOrEqual(LEAST_ATTEMPTS);
}, 240_000);
