import { connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** The line between the system and a store: it can be cut, held up, and slowed down. */
export class Proxy {
  private readonly pairs = new Set<readonly [Socket, Socket]>();
  private server?: Server;
  private delayMs = 0;
  private holders = 0;
  private held: Promise<void> | null = null;
  private release: () => void = () => undefined;
  port = 0;

  /** @param target port of the store behind the line, which may change with every start of it */
  constructor(private target: number) {}

  async open(): Promise<this> {
    this.server = createServer((from) => this.join(from));
    await new Promise<void>((resolve) => this.server?.listen(0, '127.0.0.1', resolve));
    this.port = (this.server.address() as { port: number }).port;
    return this;
  }

  leadTo(port: number): void {
    this.target = port;
  }

  /** Every connection ends, as when a switch fails; new ones are let through. */
  cut(): void {
    for (const pair of this.pairs) for (const socket of pair) socket.destroy();
  }

  /** Nothing gets through, in either direction, until everybody who holds it has let go. */
  hold(): void {
    this.holders += 1;
    this.held ??= new Promise((resolve) => (this.release = resolve));
  }

  letGo(): void {
    this.holders -= 1;
    if (this.holders > 0) return;
    this.held = null;
    this.release();
  }

  async stallFor(ms: number): Promise<void> {
    this.hold();
    await pause(ms);
    this.letGo();
  }

  async slowFor(delayMs: number, ms: number): Promise<void> {
    this.delayMs = delayMs;
    await pause(ms);
    this.delayMs = 0;
  }

  close(): void {
    this.cut();
    this.server?.close();
  }

  private join(from: Socket): void {
    const to = connect(this.target, '127.0.0.1');
    const pair = [from, to] as const;
    this.pairs.add(pair);
    for (const [one, other] of [
      [from, to],
      [to, from],
    ] as const) {
      one.setNoDelay(true);
      this.pass(one, other);
      one.on('error', () => undefined);
      one.on('close', () => {
        this.pairs.delete(pair);
        other.destroy();
      });
    }
  }

  /** Chunk after chunk, in their order, each as late as the line is slow. */
  private pass(one: Socket, other: Socket): void {
    let last: Promise<unknown> | null = null;
    one.on('data', (chunk) => {
      if (!last && this.delayMs === 0 && !this.held) return void other.write(chunk);
      const late = Promise.all([last, this.held, this.delayMs > 0 ? pause(this.delayMs) : null]).then(() => {
        if (!other.destroyed) other.write(chunk);
        if (last === late) last = null;
      });
      last = late;
    });
  }
}
