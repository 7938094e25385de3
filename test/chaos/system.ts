import { appendFileSync, chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { TestRedis } from '../setup/redis.js';
import { ChaosDatabase } from './faults/database.js';
import { Fleet } from './faults/fleet.js';
import { Proxy } from './faults/proxy.js';
import type { Store } from './plan.js';
import type { Plant } from './plants/plants.js';

/** Two processes for the web, two for the work, a database and perhaps a Redis, with lines between them: all of its own. */
export class System {
  private constructor(
    readonly folder: string,
    readonly database: ChaosDatabase,
    readonly line: Proxy,
    readonly redis: TestRedis | null,
    readonly redisLine: Proxy | null,
    readonly fleet: Fleet,
  ) {}

  static async start(store: Store, plant: Plant | null): Promise<System> {
    const folder = mkdtempSync(join(tmpdir(), 'licensing-chaos-'));
    chmodSync(folder, 0o755); // the user that the database runs as comes in
    const database = await ChaosDatabase.start(join(folder, 'postgres'), plant?.fsync ?? true);
    const line = await new Proxy(database.port).open();
    const redis = store === 'redis' ? await TestRedis.start(undefined, true) : null;
    const redisLine = redis ? await new Proxy(redis.port).open() : null;
    const queue: Record<string, string> = redisLine ? { REDIS_URL: `redis://127.0.0.1:${redisLine.port}` } : {};
    const fleet = new Fleet(folder, { DATA_DIR: folder, ...database.urls(line), ...queue }, plant?.module ?? null);
    const system = new System(folder, database, line, redis, redisLine, fleet);
    await fleet.start();
    await system.ready().catch(async (error: unknown) => {
      await system.stop();
      throw error;
    });
    return system;
  }

  get filesFolder(): string {
    return join(this.folder, 'files');
  }

  /** Adds a line to a file of the run. */
  note(name: string, entry: object): void {
    appendFileSync(join(this.folder, name), `${JSON.stringify(entry)}\n`);
  }

  keep(name: string, content: object): void {
    writeFileSync(join(this.folder, name), JSON.stringify(content, null, 1));
  }

  async stop(): Promise<void> {
    await this.fleet.stop();
    this.line.close();
    this.redisLine?.close();
    await this.redis?.stop();
    await this.database.stop();
  }

  private async ready(): Promise<void> {
    for (let tries = 0; tries < 1200; tries += 1) {
      if (await this.fleet.ready()) return;
      await pause(100);
    }
    throw new Error(`the system did not start: ${this.folder}`);
  }
}
