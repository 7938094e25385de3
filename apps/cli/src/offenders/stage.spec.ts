import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Stage } from './stage.js';

let server: Server;
let status = 200;
beforeAll(async () => {
  server = createServer((request, response) => {
    const body = request.url === '/api/session' ? { csrf: 'demo' } : { code: 'DEMO' };
    response.writeHead(request.url === '/api/session' ? 200 : status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

const asked = (): Promise<unknown> =>
  new Stage(`http://127.0.0.1:${(server.address() as AddressInfo).port}`).send('clerk', 'POST', '/api/cases');

it.each([200, 400, 403, 404, 409, 422])('an answer of %i is an answer', async (answered) => {
  status = answered;
  expect(await asked()).toEqual({ status, body: { code: 'DEMO' } });
});

it.each([429, 500, 503])('an answer of %i has withstood nothing', async (answered) => {
  status = answered;
  await expect(asked()).rejects.toThrow('no refusal');
});
