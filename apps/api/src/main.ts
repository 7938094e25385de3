import 'reflect-metadata';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { pino } from 'pino';
import { DataSource } from 'typeorm';
import { migrateQueue, openQueueStore, Relay } from '../../../libs/jobs/src/index.js';
import { demoAccounts } from '../../../libs/people/src/index.js';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../../libs/platform/src/embedded/index.js';
import { PackError, type Role } from '../../../libs/law/src/index.js';
import {
  followDevelopmentClock,
  machineNow,
  migrate,
  safeError,
  say,
  sqlOf,
  SystemClock,
  type Log,
} from '../../../libs/platform/src/index.js';
import { projectRoot } from '../../../libs/platform/src/project-root.js';
import { readSettings, SettingsError, type Settings } from '../../../libs/platform/src/settings/index.js';
import { makeApplication } from './application.js';
import { countyShelf } from './county.js';
import { Leaving } from './http/leaving.js';
import { DEMO_ACCOUNTS, DEMO_PASSWORD, ensureDemoAccounts } from './demo.js';
import { noteRun } from './note-run.js';
import { stopListening } from './stopping.js';
import { patiently } from './patience.js';
import type { Pulse } from './pulse.js';
import { Tools } from './tools.js';

/** Lines of the log are written together, at the latest after this time, and when the process ends. */
const LOG = { dest: 2, sync: false, minLength: 4096, periodicFlush: 250 };

/** Starts what ROLE asks for: database, migrations, HTTP, relay; and takes it down in the opposite order. */
async function main(): Promise<void> {
  const settings = readSettings(process.env);
  const log = pino({ level: settings.logLevel, base: { role: settings.role } }, pino.destination(LOG));
  const dataDir = settings.dataDir ?? join(projectRoot(), '.data');
  mkdirSync(join(dataDir, 'files'), { recursive: true });
  const embedded = settings.databaseUrl
    ? null
    : await startEmbeddedPostgres({
        projectRoot: projectRoot(),
        dataDir: settings.dataDir && join(dataDir, 'postgres'),
      });
  const databaseUrl = settings.databaseUrl ?? embedded?.appUrl ?? '';
  const ownerUrl = settings.databaseOwnerUrl ?? embedded?.ownerUrl ?? databaseUrl;
  const closers: (() => Promise<void>)[] = [async () => embedded?.stop()];
  const leaving = new Leaving();
  let closing = false;
  const close = async (code: number): Promise<void> => {
    if (closing) return;
    closing = true;
    for (const closer of closers.reverse())
      await closer().catch((error: unknown) => log.error({ error: safeError(error) }, 'while stopping'));
    process.exit(code);
  };
  let listening = false;
  let pulse: Pulse | undefined;
  const leave = async (): Promise<void> => {
    if (pulse) pulse.stopping = true;
    await leaving.announce(listening ? settings.drainSeconds : 0);
    await close(0);
  };
  process.on('SIGINT', () => void leave());
  process.on('SIGTERM', () => void leave());
  try {
    await patiently(() => migrate(ownerUrl));
    await patiently(() => migrateQueue(ownerUrl));
    await patiently(() => refuseDemoInProduction(settings, ownerUrl));
    const shelf = countyShelf(settings.countyDir);
    const app = await patiently(() =>
      makeApplication({
        settings,
        databaseUrl,
        filesFolder: join(dataDir, 'files'),
        clock: new SystemClock(),
        log,
        shelf,
      }),
    );
    closers.push(() => app.close());
    const tools = app.get(Tools);
    pulse = tools.pulse;
    if (settings.mode === 'demo') {
      await patiently(() => ensureDemoAccounts(tools));
      closers.push(followDevelopmentClock(tools.sql, tools.clock));
    }
    const stopRelay = settings.role === 'api' ? null : startRelay(settings, databaseUrl, tools, log);
    closers.push(async () => void (await Promise.all([stopListening(app, tools.pulse), stopRelay?.()])));
    if (settings.listens) await app.listen(settings.port, settings.host);
    listening = settings.role !== 'worker';
    if (listening) announce(settings, embedded);
  } catch (error) {
    await sayWhy(error, settings, close);
  }
}

function startRelay(settings: Settings, databaseUrl: string, tools: Tools, log: Log): () => Promise<void> {
  const store = openQueueStore({ databaseUrl, redisUrl: settings.redisUrl });
  const { workshop, files, press, pulse } = tools;
  const relay = new Relay({ workshop, files, press }, store, log, machineNow, noteRun(log, pulse));
  relay.start();
  return () => relay.stop();
}

/** A production system that still knows demo accounts does not start. */
async function refuseDemoInProduction({ mode }: Settings, ownerUrl: string): Promise<void> {
  if (mode !== 'production') return;
  const source = await new DataSource({ type: 'postgres', url: ownerUrl }).initialize();
  const logins = await demoAccounts(sqlOf(source)).finally(() => source.destroy());
  if (logins.length > 0)
    throw new SettingsError([`MODE=production but the database has demo accounts: ${logins.join(', ')}`]);
}

function announce({ publicUrl, mode }: Settings, embedded: EmbeddedPostgres | null): void {
  const lines = [`民办学校行政许可系统 / School licensing: ${publicUrl}`];
  if (mode === 'demo') {
    lines.push(`演示账号 / demo accounts (password ${DEMO_PASSWORD}):`, ...demoLines());
    if (embedded) lines.push(`数据 / data: ${embedded.dataDir}`);
    lines.push('试一遍 / try it: npm run tour');
  }
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** Every demo account with the role it plays, one role a line. */
function demoLines(): string[] {
  const byRole = new Map<Role, string[]>();
  for (const [login, , roles] of DEMO_ACCOUNTS)
    for (const role of roles) byRole.set(role, [...(byRole.get(role) ?? []), login]);
  return [...byRole].map(
    ([role, logins]) => `  ${say('zh', `role.${role}`)} / ${say('en', `role.${role}`)}: ${logins.join(' ')}`,
  );
}

/** One line for what a person can put right; the whole stack only for what nobody expected. */
async function sayWhy(error: unknown, { port }: Settings, close: (code: number) => Promise<void>): Promise<void> {
  const code = (error as { code?: string }).code;
  if (code === 'EADDRINUSE') process.stderr.write(`端口 ${port} 已被占用 / port ${port} is taken\n`);
  else if (error instanceof SettingsError || error instanceof PackError) process.stderr.write(`${error.message}\n`);
  else
    process.stderr.write(
      `启动失败 / could not start: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
  await close(1);
}

pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
