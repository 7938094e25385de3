import type { AddressInfo } from 'node:net';
import { LEAST_ATTEMPTS } from '../../apps/cli/src/offenders/offence.js';
import { tolerance } from '../../apps/cli/src/offenders/rules/4-tolerance.js';
import { specialProcedures } from '../../apps/cli/src/offenders/rules/7-special-procedures.js';
import { Stage } from '../../apps/cli/src/offenders/stage.js';
import { World } from './harness.js';

let world: World;
let url = '';
beforeAll(async () => {
  world = await World.make();
  await world.app.listen(0, '127.0.0.1');
  url = `http://127.0.0.1:${(world.app.getHttpServer().address() as AddressInfo).port}`;
});
afterAll(() => world.close());

it.each([tolerance, specialProcedures])(
  'rule $rule, $name: withstands',
  async ({ offend }) => {
    const attempts = await offend(new Stage(url));
    expect(attempts.filter(({ broke }) => broke)).toEqual([]);
    expect(attempts.length).toBeGreaterThanOrEqual(LEAST_ATTEMPTS);
  },
  240_000,
);
