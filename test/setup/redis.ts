import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';

/** The distribution's Redis on a port of its own. With nothing kept on disk, what it loses is lost. */
export class TestRedis {
  private server?: ChildProcess;
  private readonly folder = mkdtempSync(join(tmpdir(), 'licensing-redis-'));

  private constructor(
    private readonly program: string,
    readonly port: number,
    private readonly keeps: boolean,
  ) {}

  /** @param keeps whether it writes down what it holds, and has it again after a kill */
  static async start(
    program = process.env['REDIS_SERVER'] ?? '/usr/bin/redis-server',
    keeps = false,
  ): Promise<TestRedis> {
    const redis = new TestRedis(program, await freePort(), keeps);
    await redis.up();
    return redis;
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  /** Starts it on the same port as before, empty unless it keeps what it holds. */
  async up(): Promise<void> {
    const places = ['--port', String(this.port), '--bind', '127.0.0.1', '--dir', this.folder];
    this.server = spawn(this.program, [...places, '--save', '', '--appendonly', this.keeps ? 'yes' : 'no'], {
      stdio: 'ignore',
    });
    await this.says('PING');
  }

  async kill(): Promise<void> {
    const { server } = this;
    if (!server || server.exitCode !== null || server.signalCode !== null) return;
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGKILL');
    await ended;
  }

  /** What it had written down is gone; for a server that is down. */
  forget(): void {
    for (const name of readdirSync(this.folder)) rmSync(join(this.folder, name), { recursive: true, force: true });
  }

  /** One command of an administrator, e.g. `FLUSHALL` or `CONFIG SET maxmemory 1`. */
  async says(command: string): Promise<unknown> {
    const [name = '', ...words] = command.split(' ');
    const redis = new Redis(this.url, { maxRetriesPerRequest: 200, retryStrategy: () => 20 });
    redis.on('error', () => undefined); // it may not have begun to listen yet
    return redis.call(name, ...words).finally(() => redis.disconnect());
  }

  async stop(): Promise<void> {
    await this.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
