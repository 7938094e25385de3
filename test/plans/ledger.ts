import { AsyncLocalStorage } from 'node:async_hooks';
import pg from 'pg';
import { templateOf } from './published.js';
import type { World } from '../flows/harness.js';

/** What one request, or one run of all due jobs, sent to the database, in order, `begin` and `commit` included. */
export interface Entry {
  /** Method and template of the route; of a command its type as well. `jobs` for jobs. */
  route: string;
  status: number;
  texts: string[];
}

type Inject = (options: { method: string; url: string; payload?: unknown }) => Promise<{ statusCode: number }>;

/** Writes down every statement of every request of a world, at the driver: nothing passes by it. */
export class Ledger {
  readonly entries: Entry[] = [];
  private readonly running = new AsyncLocalStorage<string[]>();
  private readonly send = pg.Client.prototype.query as (...args: unknown[]) => unknown;

  constructor(world: World) {
    const { running, send } = this;
    pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
      const [first] = args;
      const text = typeof first === 'string' ? first : ((first as { text?: string }).text ?? '');
      running.getStore()?.push(text);
      return send.apply(this, args);
    } as typeof pg.Client.prototype.query;
    this.listen(world);
  }

  private listen(world: World): void {
    const { app } = world;
    const inject = app.inject.bind(app) as Inject;
    const noted: Inject = async (options) => {
      const texts: string[] = [];
      // the request begins when its answer is waited for: within
      const answer = await this.running.run(texts, async () => await inject(options));
      this.entries.push({ route: routeOf(options), status: answer.statusCode, texts });
      return answer;
    };
    const work = world.work.bind(world);
    world.work = async () => {
      const texts: string[] = [];
      this.entries.push({ route: 'jobs', status: 200, texts });
      return this.running.run(texts, work);
    };
    world.app = new Proxy(app, {
      get: (target, key): unknown => (key === 'inject' ? noted : Reflect.get(target, key)),
    });
  }

  stop(): void {
    pg.Client.prototype.query = this.send as typeof pg.Client.prototype.query;
  }
}

function routeOf({ method, url, payload }: { method: string; url: string; payload?: unknown }): string {
  const template = templateOf(method, url);
  if (!template.endsWith('/commands')) return `${method} ${template}`;
  return `${method} ${template} ${(JSON.parse(String(payload)) as { type: string }).type}`;
}
