import type { AddressInfo } from 'node:net';
import { LEAST_ATTEMPTS, type Offender } from '../../apps/cli/src/offenders/offence.js';
import { oneNotice } from '../../apps/cli/src/offenders/rules/1-one-notice.js';
import { closedList } from '../../apps/cli/src/offenders/rules/2-closed-list.js';
import { bindingPreReview } from '../../apps/cli/src/offenders/rules/3-binding-pre-review.js';
import { Stage } from '../../apps/cli/src/offenders/stage.js';
import { World } from './harness.js';

let world: World;
let url = '';
beforeAll(async () => {
  world = await World.make('http://127.0.0.1');
  await world.app.listen(0, '127.0.0.1');
  url = `http://127.0.0.1:${(world.app.getHttpServer().address() as AddressInfo).port}`;
});
afterAll(() => world.close());

it.each([oneNotice, closedList, bindingPreReview].map((offender): [string, Offender] => [offender.name, offender]))(
  'a determined offender does not break: %s',
  async (_, offender) => {
    const attempts = await offender.offend(new Stage(url));
    expect(attempts.filter(({ broke }) => broke)).toEqual([]);
    expect(attempts.length).toBeGreaterThanOrEqual(LEAST_ATTEMPTS);
    expect(new Set(attempts.map(({ what }) => what)).size).toBeGreaterThanOrEqual(LEAST_ATTEMPTS - 10);
  },
  180_000,
);
