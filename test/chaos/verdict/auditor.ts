import { setTimeout as pause } from 'node:timers/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import { makeApplication } from '../../../apps/api/src/application.js';
import { Tools } from '../../../apps/api/src/tools.js';
import { SystemClock } from '../../../libs/platform/src/index.js';
import { readSettings } from '../../../libs/platform/src/settings/index.js';
import type { ChaosDatabase } from '../faults/database.js';
import { halfDoneOf } from './half-done.js';

const LOOK_EVERY_MS = 4_000;

/** Looks at the database from outside, past every line that is cut; with the application's own means, and never writing. */
export class Auditor {
  private app?: NestFastifyApplication;
  private readonly clock = new SystemClock();

  constructor(
    private readonly database: ChaosDatabase,
    private readonly filesFolder: string,
  ) {}

  async open(): Promise<void> {
    pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
    this.app = await makeApplication({
      settings: readSettings({ MODE: 'demo' }),
      databaseUrl: this.database.appUrl,
      filesFolder: this.filesFolder,
      clock: this.clock,
      log: { error: () => undefined, info: () => undefined },
    });
  }

  async close(): Promise<void> {
    await this.app?.close().catch(() => undefined);
  }

  async connect(): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: this.database.superuserUrl });
    client.on('error', () => undefined); // the server may be killed under it
    await client.connect();
    return client;
  }

  /** What is there by half now. */
  async look(quiet: boolean): Promise<string[]> {
    const db = await this.connect();
    try {
      const { rows } = await db.query<{ offset_ms: string }>('select offset_ms from development_clock');
      this.clock.follow(Number(rows[0]?.offset_ms ?? 0));
      return await halfDoneOf(db, (this.app as NestFastifyApplication).get(Tools).workshop, quiet);
    } finally {
      await db.end().catch(() => undefined);
    }
  }

  /** Again and again while the people work; a database that is down is looked at later. */
  lookOften(): { seen: string[]; looks: () => number; stop(): Promise<void> } {
    let [stopped, looks] = [false, 0];
    const seen = new Set<string>();
    const looking = (async () => {
      while (!stopped) {
        await pause(LOOK_EVERY_MS);
        const halves = await this.look(false).catch(() => null);
        if (halves) looks += 1;
        for (const half of halves ?? []) seen.add(`at work: ${half}`);
      }
    })();
    return {
      get seen() {
        return [...seen];
      },
      looks: () => looks,
      stop: async () => {
        stopped = true;
        await looking;
      },
    };
  }

  /** How much has happened. */
  async figures(): Promise<Record<string, number>> {
    const [figures] = await this.database.query<Record<string, number>>(
      `select (select count(*)::int from case_event) as entries,
         (select count(*)::int from case_event where actor_id is null and command_id is null) as "entriesOfClocks",
         (select count(*)::int from outbox) as "outboxRows",
         (select count(*)::int from document) as documents,
         (select count(*)::int from licence) as licences,
         (select count(*)::int from supervision_ticket) as tickets,
         (select count(*)::int from calendar_version) as calendars`,
    );
    return figures ?? {};
  }
}
