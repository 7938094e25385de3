import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { makeApplication } from '../../../api/src/application.js';
import { DEMO_PASSWORD, ensureDemoAccounts } from '../../../api/src/demo.js';
import { Tools } from '../../../api/src/tools.js';
import { Api, took } from '../../../../libs/client/src/index.js';
import { drain, migrateQueue } from '../../../../libs/jobs/src/index.js';
import { migrate, SystemClock, type Sql } from '../../../../libs/platform/src/index.js';
import { startEmbeddedPostgres } from '../../../../libs/platform/src/embedded/index.js';
import { projectRoot } from '../../../../libs/platform/src/project-root.js';
import { readSettings } from '../../../../libs/platform/src/settings/index.js';

/** The day stands still until the replay turns the page. */
class DeskCalendar extends SystemClock {
  private instant = new Date('2026-03-02T09:00:00+08:00');
  override now(): Date {
    return new Date(this.instant);
  }
  override begin(): void {}
  turnTo(day: string): void {
    const morning = new Date(`${day}T09:00:00+08:00`);
    if (morning > this.instant) this.instant = morning;
  }
}

/** A bureau of its own: an empty register on an empty database, everybody at their desk, reached over HTTP. */
export class Office {
  private readonly people = new Map<string, Promise<Api>>();

  private constructor(
    private readonly app: NestFastifyApplication,
    private readonly url: string,
    private readonly calendar: DeskCalendar,
    private readonly tools: Tools,
    private readonly closers: readonly (() => Promise<void> | void)[],
  ) {}

  /** @param own an empty database, for its owner and for the application; without it one is made and thrown away */
  static async open(own?: { ownerUrl: string; appUrl: string }): Promise<Office> {
    const folder = mkdtempSync(join(tmpdir(), 'licensing-year-'));
    chmodSync(folder, 0o755); // the user that the database runs as comes in
    const embedded = own
      ? null
      : await startEmbeddedPostgres({ projectRoot: projectRoot(), dataDir: join(folder, 'postgres'), fast: true });
    if (embedded && !embedded.dataDir.startsWith(folder)) {
      await embedded.stop();
      throw new Error('the replay found no folder for a database of its own');
    }
    const { ownerUrl, appUrl } = own ?? embedded ?? { ownerUrl: '', appUrl: '' };
    await migrate(ownerUrl);
    await migrateQueue(ownerUrl);
    const calendar = new DeskCalendar();
    const files = join(folder, 'files');
    mkdirSync(files);
    const settings = readSettings({ MODE: 'demo' });
    const app = await makeApplication({
      settings,
      databaseUrl: appUrl,
      filesFolder: files,
      clock: calendar,
      log: { error: (detail, message) => console.error(message, detail), info: () => undefined },
    });
    const tools = app.get(Tools);
    await ensureDemoAccounts(tools);
    await app.listen(0, '127.0.0.1');
    const closers = [() => app.close(), () => embedded?.stop(), () => rmSync(folder, { recursive: true, force: true })];
    return new Office(app, await app.getUrl(), calendar, tools, closers);
  }

  async close(): Promise<void> {
    for (const close of this.closers) await close();
  }

  get sql(): Sql {
    return this.tools.sql;
  }

  get today(): string {
    return new Date(this.calendar.now().getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
  }

  /** Somebody at their desk, or an applicant at home, who registers on the first visit. */
  as(login: string): Promise<Api> {
    const person = this.people.get(login) ?? this.enter(login);
    this.people.set(login, person);
    return person;
  }

  private async enter(login: string): Promise<Api> {
    const api = new Api(this.url);
    if (login.startsWith('year-'))
      took(
        await api.http.POST('/api/accounts', {
          body: { login, password: DEMO_PASSWORD, displayName: `演示举办者${login.slice(5)}` },
        }),
      );
    await api.login(login, DEMO_PASSWORD);
    return api;
  }

  /** The next page of the calendar; what falls due meanwhile happens. */
  async turnTo(day: string): Promise<void> {
    this.calendar.turnTo(day);
    await this.work();
  }

  /** What the system does by itself: papers, publications, what the law does. */
  async work(): Promise<void> {
    const { workshop, files, press } = this.tools;
    await drain({ workshop, files, press }, () => this.calendar.now());
  }
}
