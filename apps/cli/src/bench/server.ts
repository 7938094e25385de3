import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../../../libs/platform/src/embedded/index.js';
import { projectRoot } from '../../../../libs/platform/src/project-root.js';
import { seed, type EmptyDatabase } from './seed.js';

/** The database server of a bench: real, with fsync, counting statements when it is asked to. */
export class BenchServer {
  private constructor(
    private readonly server: EmbeddedPostgres,
    private readonly folder: string,
    readonly version: string,
  ) {}

  /** @param folder what was seeded into it before is used again */
  static async start(folder: string): Promise<BenchServer> {
    mkdirSync(folder, { recursive: true });
    chmodSync(folder, 0o755); // the user that the database runs as comes in
    const options = { projectRoot: projectRoot(), dataDir: join(folder, 'postgres') };
    const first = await startEmbeddedPostgres(options);
    await told(first.superuserUrl, [
      `alter system set shared_preload_libraries = 'pg_stat_statements'`,
      `alter system set pg_stat_statements.track = 'none'`,
      `alter system set max_wal_size = '4GB'`,
    ]);
    await first.stop();
    const server = await startEmbeddedPostgres(options);
    const [row] = await told<{ version: string }>(server.superuserUrl, [
      'create extension if not exists pg_stat_statements',
      `select current_setting('server_version') as version`,
    ]);
    return new BenchServer(server, folder, row?.version ?? '');
  }

  stop(): Promise<void> {
    return this.server.stop();
  }

  /** Puts on the disk what was changed so far, so that no workload pays for what was done before it. */
  async settled(): Promise<void> {
    await this.says('checkpoint');
  }

  get port(): number {
    return this.server.port;
  }

  urls(database: string): EmptyDatabase {
    const on = (url: string): string => url.replace(/\/[^/]*$/, `/${database}`);
    const { ownerUrl, appUrl, superuserUrl } = this.server;
    return { ownerUrl: on(ownerUrl), appUrl: on(appUrl), superuserUrl: on(superuserUrl) };
  }

  /** A database of its own, empty but for the extension that the superuser makes. */
  async create(name: string): Promise<EmptyDatabase> {
    await this.says(`drop database if exists ${name} with (force)`, `create database ${name} owner licensing_owner`);
    await told(this.urls(name).superuserUrl, ['create extension pg_trgm']);
    return this.urls(name);
  }

  /** n cases, seeded once a folder; each run works on a copy. */
  async seeded(n: number, tell: (what: string) => void): Promise<EmptyDatabase> {
    const [template, copy] = [`seed_${n}`, `bench_${n}`];
    const done = join(this.folder, template);
    if (!existsSync(done)) {
      tell(`${n} cases`);
      await seed(await this.create(template), n);
      writeFileSync(done, '');
    }
    await this.says(
      `drop database if exists ${copy} with (force)`,
      `create database ${copy} template ${template} strategy file_copy owner licensing_owner`,
      'checkpoint',
    );
    return this.urls(copy);
  }

  /** How many statements the application sent to a database while something was done. */
  async statementsOf(database: string, work: () => Promise<void>): Promise<number> {
    await this.says(`alter system set pg_stat_statements.track = 'top'`, 'select pg_reload_conf()');
    await this.says('select pg_stat_statements_reset()');
    await work();
    const [row] = await this.says<{ calls: number }>(
      `select coalesce(sum(calls), 0)::int as calls from pg_stat_statements s join pg_database d on d.oid = s.dbid
       join pg_roles r on r.oid = s.userid where d.datname = '${database}' and r.rolname like 'licensing_app%'`,
    );
    await this.says(`alter system set pg_stat_statements.track = 'none'`, 'select pg_reload_conf()');
    return row?.calls ?? 0;
  }

  private says<Row extends object>(...statements: string[]): Promise<Row[]> {
    return told<Row>(this.server.superuserUrl, statements);
  }
}

/** Statements, one after the other; the rows of the last. */
export async function told<Row extends object>(url: string, statements: readonly string[]): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    let rows: Row[] = [];
    for (const statement of statements) rows = (await client.query<Row>(statement)).rows;
    return rows;
  } finally {
    await client.end();
  }
}
