import { execFile } from 'node:child_process';
import {
  closeSync,
  existsSync,
  fstatSync,
  ftruncateSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../../libs/platform/src/embedded/index.js';
import { databaseUser, ownFolder } from '../../../libs/platform/src/embedded/host.js';
import type { Proxy } from './proxy.js';

/** Bytes of a segment of the write-ahead log. */
const SEGMENT = 16n * 1024n * 1024n;

/** What of the data files a machine that loses its power would find on its disk again. */
interface OnDisk {
  folder: string;
  /** Up to where the write-ahead log was on the disk when the copy was complete. */
  log: bigint;
}

/** A PostgreSQL of one's own, which can be killed, and whose machine can lose its power. */
export class ChaosDatabase {
  private server!: EmbeddedPostgres;
  private onDisk?: OnDisk;
  private pending: Promise<void> = Promise.resolve();

  private constructor(
    private readonly folder: string,
    private readonly fsync: boolean,
  ) {}

  static async start(folder: string, fsync: boolean): Promise<ChaosDatabase> {
    const database = new ChaosDatabase(folder, fsync);
    await database.up();
    process.once('exit', () => signal(database.postmaster(), 'SIGINT'));
    await database.says(`alter system set fsync = ${fsync ? 'on' : 'off'}`);
    await database.says(`alter system set wal_keep_size = '1GB'`); // what a loss of power is replayed from
    await database.says(`select pg_reload_conf()`);
    return database;
  }

  get port(): number {
    return this.server.port;
  }

  /** The addresses of the store, by the line that leads to it. */
  urls(line: Proxy): { DATABASE_URL: string; DATABASE_OWNER_URL: string } {
    const through = (url: string): string => url.replace(`:${this.server.port}/`, `:${line.port}/`);
    return { DATABASE_URL: through(this.server.appUrl), DATABASE_OWNER_URL: through(this.server.ownerUrl) };
  }

  /** For those who look on from outside: past the line, and with every right. */
  get superuserUrl(): string {
    return this.server.superuserUrl;
  }

  get appUrl(): string {
    return this.server.appUrl;
  }

  /** kill -9 of the server and of each of its processes, then recovery from the write-ahead log. */
  crash(line: Proxy, down: () => void): Promise<void> {
    return this.inTurn(async () => {
      await this.kill();
      down();
      await this.up();
      line.leadTo(this.port);
    });
  }

  /** Remembers what would be on the disk; the system goes on meanwhile. */
  remember(): Promise<void> {
    return this.inTurn(async () => void (await this.lookAtDisk()));
  }

  /**
   * The machine loses its power: of the data files there is left what the last checkpoint wrote, of the write-ahead log
   * what was flushed to the disk. A server that does not flush (fsync off) has nothing on the disk but what the kernel
   * wrote in its own time: all up to the moment that was remembered, and nothing after it. Nobody hears from the database
   * between that look at its log and its end.
   */
  losePower(line: Proxy, down: () => void): Promise<void> {
    return this.inTurn(async () => {
      const disk = this.onDisk ?? (await this.lookAtDisk());
      this.onDisk = undefined;
      line.hold();
      try {
        const kept = this.fsync ? await this.flushed() : disk.log;
        await this.kill();
        down();
        forgetLogAfter(join(this.server.dataDir, 'pg_wal'), kept);
      } finally {
        line.cut();
        line.letGo();
      }
      const { dataDir } = this.server;
      rmSync(join(disk.folder, 'pg_wal'), { recursive: true });
      renameSync(join(dataDir, 'pg_wal'), join(disk.folder, 'pg_wal'));
      renameSync(dataDir, `${dataDir}-gone`);
      renameSync(disk.folder, dataDir);
      await this.up();
      line.leadTo(this.port);
      await rm(`${dataDir}-gone`, { recursive: true });
    });
  }

  async stop(): Promise<void> {
    await this.pending.catch(() => undefined);
    await this.server.stop();
  }

  /** @param tries a server that has just come up may have no connection to spare */
  async query<Row>(text: string, tries = 5): Promise<Row[]> {
    try {
      return await this.askOnce<Row>(text);
    } catch (error) {
      if (tries === 1) throw error;
      await pause(300);
      return this.query<Row>(text, tries - 1);
    }
  }

  private async askOnce<Row>(text: string): Promise<Row[]> {
    const client = new pg.Client({ connectionString: this.superuserUrl });
    client.on('error', () => undefined);
    await client.connect();
    try {
      return (await client.query(text)).rows as Row[];
    } finally {
      await client.end();
    }
  }

  private async lookAtDisk(): Promise<OnDisk> {
    const folder = `${this.folder}-on-disk`;
    await rm(folder, { recursive: true, force: true });
    ownFolder(folder, databaseUser());
    await this.says('checkpoint');
    // control file first: recovery begins at this checkpoint, and its log says of every later page what it holds
    await copy(this.server.dataDir, folder, ['global/pg_control']);
    const rest = ['--exclude=./pg_wal/*', '--exclude=./global/pg_control', '--exclude=./postmaster.pid', '.'];
    await copy(this.server.dataDir, folder, rest);
    this.onDisk = { folder, log: await this.flushed() };
    return this.onDisk;
  }

  private async says(text: string): Promise<void> {
    await this.query(text);
  }

  private async flushed(): Promise<bigint> {
    const [row] = await this.query<{ at: string }>(`select (pg_current_wal_flush_lsn() - '0/0')::text as at`);
    return BigInt(row?.at ?? '0');
  }

  /** One thing at a time happens to a database. */
  private inTurn(work: () => Promise<void>): Promise<void> {
    this.pending = this.pending.catch(() => undefined).then(work);
    return this.pending;
  }

  /** On a port that was free a moment ago: somebody else may have taken it since. */
  private async up(tries = 5): Promise<void> {
    try {
      this.server = await startEmbeddedPostgres({ projectRoot: process.cwd(), dataDir: this.folder });
    } catch (error) {
      if (tries === 1) throw error;
      await this.up(tries - 1);
    }
  }

  /** Its process, or 0 where it is down. */
  private postmaster(): number {
    const path = join(this.server.dataDir, 'postmaster.pid');
    return existsSync(path) ? Number(readFileSync(path, 'utf8').split('\n')[0]) : 0;
  }

  private async kill(): Promise<void> {
    const postmaster = this.postmaster();
    signal(postmaster, 'SIGSTOP'); // so that it starts nobody while its processes are counted
    for (const child of childrenOf(postmaster)) signal(child, 'SIGKILL');
    signal(postmaster, 'SIGKILL');
    await this.server.stop(); // waits for its end and gives the folder free
    for (const child of childrenOf(postmaster)) signal(child, 'SIGKILL');
  }
}

async function copy(from: string, to: string, what: readonly string[]): Promise<void> {
  const script = 'tar -C "$1" --warning=no-file-changed --warning=no-file-removed -cf - "${@:3}" | tar -C "$2" -xpf -';
  // a file that changes or goes while it is read is told as 1, and is what the log is replayed for
  await promisify(execFile)('bash', ['-c', script, 'copy', from, to, ...what]);
}

/** Bytes of the log after a position are nothing but zeros, and later segments are not there. */
function forgetLogAfter(folder: string, position: bigint): void {
  const last = segmentName(position / SEGMENT);
  for (const name of readdirSync(folder).filter((one) => /^[0-9A-F]{24}$/.test(one)))
    if (name > last) rmSync(join(folder, name));
  const path = join(folder, last);
  if (!existsSync(path)) return;
  const file = openSync(path, 'r+');
  const { size } = fstatSync(file);
  const kept = Number(position % SEGMENT);
  ftruncateSync(file, kept);
  writeSync(file, Buffer.alloc(size - kept), 0, size - kept, kept);
  closeSync(file);
}

function segmentName(segment: bigint): string {
  const perLog = 0x1_0000_0000n / SEGMENT;
  const part = (value: bigint): string => value.toString(16).toUpperCase().padStart(8, '0');
  return `00000001${part(segment / perLog)}${part(segment % perLog)}`;
}

function childrenOf(parent: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[1]) === parent;
      } catch {
        return false;
      }
    });
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    if (pid > 0) process.kill(pid, name);
  } catch {
    // it has ended already
  }
}
