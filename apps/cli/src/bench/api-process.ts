import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { projectRoot } from '../../../../libs/platform/src/project-root.js';
import type { EmptyDatabase } from './seed.js';

export const SESSION_SECRET = 'the session secret of a bench, for no other use';
const PATIENCE_MS = 60_000;
const LOOK_EVERY_MS = 20;

export const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });

/** Waits until an address answers 200. */
export async function untilServed(url: string, child: ChildProcess): Promise<void> {
  const began = performance.now();
  for (;;) {
    const status = await fetch(url, { headers: { connection: 'close' } }).then(
      async (answer) => answer.arrayBuffer().then(() => answer.status),
      () => 0,
    );
    if (status === 200) return;
    if (child.exitCode !== null) throw new Error(`the process of ${url} ended`);
    if (performance.now() - began > PATIENCE_MS) throw new Error(`${url} is not served`);
    await pause(LOOK_EVERY_MS);
  }
}

/** One process of the system, as an operator starts it, with everything on. */
export class ApiProcess {
  private constructor(
    readonly url: string,
    private readonly child: ChildProcess,
  ) {}

  /** @param flags for Node, e.g. a profile */
  static async start(database: EmptyDatabase, folder: string, flags: readonly string[] = []): Promise<ApiProcess> {
    const port = await freePort();
    const log = openSync(join(folder, 'api.log'), 'a');
    const child = spawn(process.execPath, [...flags, join('dist', 'apps', 'api', 'src', 'main.js')], {
      cwd: projectRoot(),
      env: {
        PATH: process.env['PATH'] ?? '',
        ROLE: 'api',
        PORT: String(port),
        MODE: 'demo',
        LOG_LEVEL: 'info',
        DATABASE_URL: database.appUrl,
        DATABASE_OWNER_URL: database.ownerUrl,
        DATA_DIR: folder,
        SESSION_SECRET,
      },
      stdio: ['ignore', 'ignore', log],
    });
    closeSync(log);
    const url = `http://127.0.0.1:${port}`;
    await untilServed(`${url}/healthz`, child);
    return new ApiProcess(url, child);
  }

  /** Processor time so far, in milliseconds: of user and system, from the system's own books (Linux). */
  cpuMs(): number {
    const fields = readFileSync(`/proc/${this.child.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) * 10;
  }

  stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return Promise.resolve();
    const ended = new Promise<void>((resolve) => this.child.once('exit', () => resolve()));
    this.child.kill(signal);
    return ended;
  }
}
