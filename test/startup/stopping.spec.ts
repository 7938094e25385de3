import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request, type ClientRequest, type IncomingMessage } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase, type TestDatabase } from '../setup/database.js';

/** A process that is asked to end while somebody is still speaking to it. */
let database: TestDatabase;
const folder = mkdtempSync(join(tmpdir(), 'licensing-stopping-'));
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });

interface Answer {
  status: number;
  body: { ok?: boolean; code?: string; reason?: string };
  connection: string | undefined;
}
const answerTo = (asked: ClientRequest): Promise<Answer> =>
  new Promise((resolve, reject) => {
    asked.once('error', reject);
    asked.once('response', (answer: IncomingMessage) => {
      let text = '';
      answer.on('data', (chunk: Buffer) => (text += chunk.toString()));
      answer.on('end', () =>
        resolve({
          status: answer.statusCode ?? 0,
          body: JSON.parse(text) as Answer['body'],
          connection: answer.headers.connection,
        }),
      );
    });
  });

it('takes no new connection, answers what is under way, says on open ones that it is stopping, and ends with 0', async () => {
  const port = await freePort();
  const child = spawn(process.execPath, ['dist/apps/api/src/main.js'], {
    env: {
      PATH: process.env['PATH'] ?? '',
      MODE: 'demo',
      PORT: String(port),
      DATA_DIR: folder,
      DATABASE_URL: database.appUrl,
      DATABASE_OWNER_URL: database.ownerUrl,
      LOG_LEVEL: 'info',
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let log = '';
  child.stderr.on('data', (chunk: Buffer) => (log += chunk.toString()));
  const exit = new Promise<[number | null, string | null]>((resolve) =>
    child.once('exit', (code, signal) => resolve([code, signal])),
  );
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const readyz = (through?: Agent): Promise<Answer> => {
    const asked = request({ host: '127.0.0.1', port, path: '/readyz', agent: through ?? false });
    asked.end();
    return answerTo(asked);
  };
  while (
    !(await readyz(agent).then(
      ({ status }) => status === 200,
      () => false,
    ))
  )
    if (child.exitCode !== null) throw new Error(log);

  const body = JSON.stringify({ login: 'sponsor', password: 'not the password' });
  const slow = request({
    host: '127.0.0.1',
    port,
    path: '/api/session',
    method: 'POST',
    headers: { 'content-type': 'application/json', 'content-length': body.length, expect: '100-continue' },
  });
  const answered = answerTo(slow);
  slow.flushHeaders();
  await new Promise((resolve) => slow.once('continue', resolve));
  slow.write(body.slice(0, 10));

  child.kill('SIGTERM');
  let stopping = await readyz(agent);
  while (stopping.status === 200) stopping = await readyz(agent);
  expect(stopping).toMatchObject({ status: 503, body: { ok: false, reason: 'stopping' }, connection: 'close' });
  await expect(readyz()).rejects.toThrow(/ECONNREFUSED/);
  expect(child.exitCode).toBeNull();

  slow.end(body.slice(10));
  expect(await answered).toMatchObject({ status: 401, body: { code: 'LOGIN_FAILED' } });
  expect(await exit).toEqual([0, null]);
  expect(log).not.toContain('while stopping');
  agent.destroy();
}, 60_000);
