import { setTimeout as pause } from 'node:timers/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import { makeApplication } from '../../../apps/api/src/application.js';
import { Tools } from '../../../apps/api/src/tools.js';
import type { Workshop } from '../../../libs/cases/src/index.js';
import { SystemClock } from '../../../libs/platform/src/index.js';
import { readSettings } from '../../../libs/platform/src/settings/index.js';
import type { ChaosDatabase } from '../faults/database.js';
import { astrayOf, halfDoneOf } from './half-done.js';

/** From one look at everything to the next. */
const ALL_EVERY_MS = 4_000;
/** Between them, how long after each look at what has just moved: a fifth of the time at most is looking. */
const MOVED_AT_LEAST_MS = 200;
const TIMES_THE_LOOK = 4;
/** What moved so long ago has been looked at. */
const JUST_MS = 3_000;

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
  look(quiet: boolean): Promise<string[]> {
    return this.looking((db, workshop) => halfDoneOf(db, workshop, quiet));
  }

  /** Of the cases that have just moved. */
  private lookAtMoved(): Promise<string[]> {
    return this.looking((db, workshop) => astrayOf(db, workshop, new Date(workshop.clock.now().getTime() - JUST_MS)));
  }

  /** At the time that the system has. */
  private async looking(look: (db: pg.Client, workshop: Workshop) => Promise<string[]>): Promise<string[]> {
    const db = await this.connect();
    try {
      const { rows } = await db.query<{ offset_ms: string }>('select offset_ms from development_clock');
      this.clock.follow(Number(rows[0]?.offset_ms ?? 0));
      return await look(db, (this.app as NestFastifyApplication).get(Tools).workshop);
    } finally {
      await db.end().catch(() => undefined);
    }
  }

  /** Again and again while the people work; a database that is down is looked at later. */
  lookOften(): { seen: string[]; looks: () => number; stop(): Promise<void> } {
    let [stopped, looks] = [false, 0];
    const seen = new Set<string>();
    const note = (halves: string[] | null): void => {
      if (halves) looks += 1;
      for (const half of halves ?? []) seen.add(`at work: ${half}`);
    };
    const looking = (async () => {
      while (!stopped) {
        for (const until = performance.now() + ALL_EVERY_MS; !stopped && performance.now() < until;) {
          const began = performance.now();
          note(await this.lookAtMoved().catch(() => null));
          await pause(Math.max(MOVED_AT_LEAST_MS, TIMES_THE_LOOK * (performance.now() - began)));
        }
        note(await this.look(false).catch(() => null));
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
