import { createServer, type AddressInfo } from 'node:net';
import pg from 'pg';
import { isDatabaseAway } from './away.js';

it.each([
  ['refused', { code: 'ECONNREFUSED' }, true],
  ['cut', { code: 'ECONNRESET' }, true],
  ['told by the server as it stops', { code: '57P01' }, true],
  ['told by a server that is starting', { driverError: { code: '57P03' } }, true],
  ['no room for another connection', { driverError: { code: '53300' } }, true],
  ['ended under a statement', { driverError: new Error('Connection terminated unexpectedly') }, true],
  ['none free in time', new Error('timeout exceeded when trying to connect'), true],
  ['a key that is taken', { driverError: { code: '23505' } }, false],
  ['a statement that was cancelled', { code: '57014' }, false],
  ['a number of parameters that does not fit', { driverError: { code: '08P01' } }, false],
  ['a browser that went away', Object.assign(new Error('aborted'), { code: 'ECONNRESET' }), false],
  ['a mistake of our own', new TypeError('x is not a function'), false],
  ['what is thrown and is no error', 'Connection terminated', false],
  ['nothing', null, false],
])('%s', (_, error, away) => expect(isDatabaseAway(error)).toBe(away));

it('a port where nobody listens', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  const failed = new pg.Client({ host: '127.0.0.1', port }).connect().then(
    () => null,
    (error: unknown) => error,
  );
  expect(isDatabaseAway(await failed)).toBe(true);
});
