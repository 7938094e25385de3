import type { AddressInfo } from 'node:net';
import { LEAST_ATTEMPTS } from '../../apps/cli/src/offenders/offence.js';
import { coSignature } from '../../apps/cli/src/offenders/rules/10-co-signature.js';
import { Stage } from '../../apps/cli/src/offenders/stage.js';
import { World } from './harness.js';

let world: World;
let url: string;
beforeAll(async () => {
  world = await World.make('http://127.0.0.1');
  await world.app.listen(0, '127.0.0.1');
  url = `http://127.0.0.1:${(world.app.getHttpServer().address() as AddressInfo).port}`;
});
afterAll(() => world.close());

it('co-signature withstands its offender', async () => {
  const attempts = await coSignature.offend(new Stage(url));
  expect(attempts.filter(({ broke }) => broke).map(({ what }) => what)).toEqual([]);
  expect(attempts.length).toBeGreaterThanOrEqual(LEAST_ATTEMPTS);
}, 300_000);
