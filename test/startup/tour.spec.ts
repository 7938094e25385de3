import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, chmodSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'licensing-tour-'));
chmodSync(folder, 0o755);
let server: ChildProcess | undefined;
afterAll(async () => {
  server?.kill('SIGTERM');
  await new Promise((resolve) => (server ? server.once('exit', resolve) : resolve(null)));
  rmSync(folder, { recursive: true, force: true });
});

const port = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const { port: free } = probe.address() as { port: number };
      probe.close(() => resolve(free));
    });
  });

it('plays the whole story against a running system, also when the system is killed and restarted in the middle', async () => {
  const PORT = String(await port());
  const env = { PATH: process.env['PATH'] ?? '', PORT, DATA_DIR: folder };
  const boot = () => spawn(process.execPath, ['dist/apps/api/src/main.js'], { env, stdio: 'ignore' });
  const url = `http://127.0.0.1:${PORT}`;
  const submitted = async () => {
    const answer = await fetch(`${url}/metrics`).then(
      (one) => one.text(),
      () => '',
    );
    return /licensing_cases_open\{state="\w+"\} [1-9]/.test(answer);
  };
  server = boot();
  while (
    !(await fetch(`${url}/readyz`).then(
      (one) => one.ok,
      () => false,
    ))
  );
  const tour = spawn(process.execPath, ['dist/apps/cli/src/main.js', 'tour', '--json'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  tour.stdout?.on('data', (chunk: Buffer) => (text += chunk.toString()));
  const ended = new Promise((resolve) => tour.once('exit', resolve));
  while (!(await submitted()));
  server.kill('SIGKILL');
  await new Promise((resolve) => server?.once('exit', resolve));
  server = boot();
  expect(await ended).toBe(0);
  const result = JSON.parse(text) as {
    ok: boolean;
    finalState: string;
    trips: number;
    licenceNumber: string;
    licencePdf: string;
    steps: { command: string; state: string }[];
  };
  expect(result).toMatchObject({
    ok: true,
    finalState: 'ARCHIVED',
    licenceNumber: expect.stringMatching(/^教民1150203\d{8}$/),
    licencePdf: expect.stringMatching(/^\/api\/documents\//),
  });
  expect(result.trips).toBeLessThanOrEqual(1);
  expect(result.steps.map(({ state }) => state)).toEqual(
    expect.arrayContaining(['RECEIVED', 'CORRECTION_REQUIRED', 'SPECIAL_PROCEDURE', 'TO_DECIDE', 'ISSUED', 'ARCHIVED']),
  );
}, 180_000);
