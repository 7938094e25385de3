import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** A process of the system, as an operator starts it. */
export interface Running {
  role: 'api' | 'worker';
  port: number;
  url: string;
  child: ChildProcess;
  output: () => string;
  /** How it ended: 0 when it was asked to. */
  exit: Promise<number | null>;
}

export const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });

const LONGEST_MS = 40_000;
/** Between two looks: processes that start need the machine more than those who wait for them. */
const LOOK_EVERY_MS = 25;

/** Waits for the thing; how long it took in milliseconds. */
export async function until(what: string, look: () => Promise<boolean>): Promise<number> {
  const began = performance.now();
  while (!(await look())) {
    if (performance.now() - began > LONGEST_MS) throw new Error(`waited in vain: ${what}`);
    await pause(LOOK_EVERY_MS);
  }
  return performance.now() - began;
}

export const statusOf = (url: string): Promise<number> =>
  fetch(url, { headers: { connection: 'close' } }).then(
    async (answer) => {
      await answer.arrayBuffer();
      return answer.status;
    },
    () => 0,
  );

/** Processes of one system, all with the same settings. */
export class Processes {
  private readonly all = new Set<ChildProcess>();

  /**
   * @param root the folder that they are started in
   * @param command what is started there, by `node`
   */
  constructor(
    private readonly settings: Readonly<Record<string, string>>,
    private readonly root = process.cwd(),
    private readonly command: readonly string[] = ['dist/apps/api/src/main.js'],
  ) {}

  /** Starts one and waits until it says that it is ready. */
  async start(role: Running['role'], at?: number): Promise<Running> {
    const port = at ?? (await freePort());
    const child = spawn(process.execPath, this.command, {
      cwd: this.root,
      env: { PATH: process.env['PATH'] ?? '', ...this.settings, ROLE: role, PORT: String(port) },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.all.add(child);
    let text = '';
    child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()));
    const exit = new Promise<number | null>((resolve) => child.once('exit', resolve));
    const url = `http://127.0.0.1:${port}`;
    await until(`${role} ready`, async () => {
      if (child.exitCode !== null) throw new Error(`${role} ended: ${text}`);
      return (await statusOf(`${url}/readyz`)) === 200;
    });
    return { role, port, url, child, output: () => text, exit };
  }

  async stop(): Promise<void> {
    const living = [...this.all].filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null);
    const ended = living.map((child) => new Promise((resolve) => child.once('exit', resolve)));
    for (const child of living) child.kill('SIGTERM');
    await Promise.all(ended);
  }
}

export interface Seen<T = Record<string, unknown>> {
  status: number;
  body: T;
}

/** One person's browser, which is sent to another process with every request. */
export class Browser {
  private cookie = '';
  private csrf = '';

  async enter(url: string, login: string, password: string): Promise<number> {
    const { status, body } = await this.send<{ csrf?: string }>(url, 'POST', '/api/session', { login, password });
    this.csrf = body.csrf ?? this.csrf;
    return status;
  }

  async send<T = Record<string, unknown>>(url: string, method: string, path: string, body?: object): Promise<Seen<T>> {
    const answer = await fetch(`${url}${path}`, {
      method,
      headers: {
        ...(body ? { 'content-type': 'application/json' } : {}),
        ...(this.cookie ? { cookie: this.cookie, 'x-csrf-token': this.csrf } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const set = answer.headers.getSetCookie().find((line) => line.startsWith('session=') && answer.ok);
    if (set && method === 'POST') this.cookie = set.split(';')[0] ?? '';
    const text = await answer.text();
    const json = /json/.test(answer.headers.get('content-type') ?? '');
    return { status: answer.status, body: (json ? JSON.parse(text) : {}) as T };
  }

  async bytes(url: string, path: string): Promise<Buffer> {
    const answer = await fetch(`${url}${path}`, { headers: { cookie: this.cookie } });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
    return Buffer.from(await answer.arrayBuffer());
  }
}
