import { Agent, createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort, statusOf } from './processes.js';

const LOOK_EVERY_MS = 50;

/**
 * A proxy as simple as they come: each request to the next server that says that it is ready. Only a server that refused
 * the connection, so that not a byte reached it, is passed over; everything else is told to whoever asked.
 */
export class RoundRobin {
  private readonly agent = new Agent({ keepAlive: true });
  private ready: string[] = [];
  private turn = 0;
  private stopped = false;
  private watching?: Promise<void>;
  private server?: Server;
  url = '';

  constructor(private readonly backends: readonly string[]) {}

  async start(): Promise<this> {
    await this.look();
    this.watching = this.watch();
    const port = await freePort();
    this.url = `http://127.0.0.1:${port}`;
    this.server = createServer((asked, answer) => void this.pass(asked, answer));
    await new Promise<void>((resolve) => this.server?.listen(port, '127.0.0.1', resolve));
    return this;
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await this.watching;
    this.server?.closeAllConnections();
    await new Promise((resolve) => this.server?.close(resolve));
    this.agent.destroy();
  }

  serves(backend: string): boolean {
    return this.ready.includes(backend);
  }

  private async look(): Promise<void> {
    const states = await Promise.all(this.backends.map((backend) => statusOf(`${backend}/readyz`)));
    this.ready = this.backends.filter((_, i) => states[i] === 200);
  }

  private async watch(): Promise<void> {
    while (!this.stopped) {
      await this.look();
      await pause(LOOK_EVERY_MS);
    }
  }

  private async pass(asked: IncomingMessage, answer: ServerResponse): Promise<void> {
    const body = await asked.toArray().then((chunks) => Buffer.concat(chunks as Buffer[]));
    for (let tries = 0; tries < this.backends.length; tries += 1) {
      const backend = this.ready[this.turn++ % Math.max(1, this.ready.length)];
      if (backend && (await this.answeredBy(backend, asked, body, answer))) return;
    }
    answer.writeHead(502).end();
  }

  /** @returns false where the connection was refused */
  private answeredBy(backend: string, asked: IncomingMessage, body: Buffer, answer: ServerResponse): Promise<boolean> {
    return new Promise((resolve) => {
      const passed = request(
        `${backend}${asked.url ?? '/'}`,
        { method: asked.method, headers: asked.headers, agent: this.agent },
        (given) => {
          const headers = { ...given.headers };
          delete headers.connection;
          answer.writeHead(given.statusCode ?? 502, headers);
          given.pipe(answer).on('close', () => resolve(true));
        },
      );
      passed.on('error', (error: NodeJS.ErrnoException) => {
        if (error.code === 'ECONNREFUSED') return resolve(false);
        answer.writeHead(502).end();
        resolve(true);
      });
      passed.end(body);
    });
  }
}
