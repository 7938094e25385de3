import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdirSync,
  openSync,
  closeSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import pg from 'pg';
import {
  canReach,
  databaseUser,
  ownFolder,
  reachableServer,
  run,
  shelter,
  shippedServer,
  type DatabaseUser,
} from './host.js';

export interface EmbeddedOptions {
  /** Where the database lives; default `<projectRoot>/.data/postgres`, or a shelter the database user can reach. */
  dataDir?: string;
  projectRoot: string;
  /** Tests: no fsync. */
  fast?: boolean;
  log?: (line: string) => void;
}

export interface EmbeddedPostgres {
  ownerUrl: string;
  appUrl: string;
  superuserUrl: string;
  port: number;
  dataDir: string;
  stop(): Promise<void>;
}

const SUPERUSER = 'postgres';
const DATABASE = 'licensing';

/**
 * Starts the embedded PostgreSQL, the same data every time. An orphan of a killed parent is stopped first and its
 * data recovered; a second supervisor beside a living one is refused.
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const user = databaseUser();
  const native = reachableServer(shippedServer(), user, options.projectRoot);
  const wanted = options.dataDir ?? join(options.projectRoot, '.data', 'postgres');
  const dataDir = canReach(dirname(wanted), user) ? wanted : join(shelter(options.projectRoot), 'postgres');
  mkdirSync(dirname(dataDir), { recursive: true });
  const unlock = lock(`${dataDir}.lock`);
  try {
    const password = initialise(native, dataDir, user);
    await stopOrphan(native, dataDir, user);
    const port = await freePort();
    const server = await launch(native, dataDir, user, port, options);
    const urls = await prepareDatabase(port, password, dataDir);
    const stop = async (): Promise<void> => {
      await stopServer(server);
      unlock();
    };
    return { ...urls, port, dataDir, stop };
  } catch (error) {
    unlock();
    throw error;
  }
}

/** One living supervisor for one data folder. */
function lock(path: string): () => void {
  const claim = (): boolean => {
    try {
      const handle = openSync(path, 'wx', 0o644);
      writeSync(handle, `${process.pid} ${startOf(process.pid)}`);
      closeSync(handle);
      return true;
    } catch {
      return false;
    }
  };
  if (!claim()) {
    const [pid = '', started = ''] = readFileSync(path, 'utf8').split(' ');
    if (startOf(Number(pid)) === started && started !== '') {
      throw new Error(`数据库已由进程 ${pid} 使用 / the database folder is in use by process ${pid}`);
    }
    rmSync(path, { force: true });
    if (!claim()) throw new Error('the database folder is being started by another process');
  }
  return () => rmSync(path, { force: true });
}

/** The start time of a process, so that a recycled process number is not taken for the old one. */
function startOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

/** initdb on a new folder; the passwords lie beside it, for the owner of the project only. */
function initialise(native: string, dataDir: string, user: DatabaseUser): string {
  const secret = `${dataDir}.password`;
  if (existsSync(join(dataDir, 'PG_VERSION'))) return readFileSync(secret, 'utf8').trim();
  rmSync(dataDir, { recursive: true, force: true }); // a half-made folder of an interrupted first start
  ownFolder(dataDir, user);
  const password = randomBytes(24).toString('hex');
  const handOver = `${dataDir}.pw`;
  writeFileSync(handOver, password, { mode: 0o600 });
  if (user.uid !== undefined && user.gid !== undefined) chownSync(handOver, user.uid, user.gid);
  writeFileSync(secret, password, { mode: 0o600 });
  try {
    run(
      join(native, 'bin', 'initdb'),
      ['-D', dataDir, '-U', SUPERUSER, '-E', 'UTF8', '--locale=C.UTF-8', '-A', 'scram-sha-256', `--pwfile=${handOver}`],
      user,
    );
  } finally {
    rmSync(handOver, { force: true });
  }
  return password;
}

/** kill -9 of the parent leaves the server running; it is ours if it holds our data folder. */
async function stopOrphan(native: string, dataDir: string, user: DatabaseUser): Promise<void> {
  const pidFile = join(dataDir, 'postmaster.pid');
  if (!existsSync(pidFile)) return;
  const [pid = '', folder = ''] = readFileSync(pidFile, 'utf8').split('\n');
  const alive = isPostgres(Number(pid)) && folder.trim() === dataDir;
  if (alive) run(join(native, 'bin', 'pg_ctl'), ['stop', '-D', dataDir, '-m', 'fast', '-w', '-t', '30'], user);
  else rmSync(pidFile, { force: true }); // left by a crash: its number may belong to anybody now
}

function isPostgres(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').startsWith('postgres');
  } catch {
    return false;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

async function launch(
  native: string,
  dataDir: string,
  user: DatabaseUser,
  port: number,
  options: EmbeddedOptions,
): Promise<ChildProcess> {
  const settings = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    max_connections: '100',
    shared_buffers: '128MB',
    // what is read lies in the memory of the system: a process that reads for others costs more than reading
    io_method: 'sync',
    ...(options.fast ? { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' } : {}),
  };
  const args = ['-D', dataDir, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
  const server = spawn(join(native, 'bin', 'postgres'), args, {
    ...user,
    cwd: '/',
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
  });
  let tail = '';
  const ready = new Promise<void>((resolve, reject) => {
    server.stderr?.on('data', (chunk: Buffer) => {
      tail = (tail + chunk.toString()).slice(-4000);
      options.log?.(chunk.toString().trimEnd());
      if (tail.includes('database system is ready to accept connections')) resolve();
    });
    server.once('exit', (code) =>
      reject(new Error(`the database server stopped (${code}): ${tail.trim().split('\n').at(-1) ?? ''}`)),
    );
    server.once('error', reject);
  });
  await ready;
  server.stderr?.removeAllListeners('data');
  server.stderr?.resume();
  server.unref();
  (server.stderr as unknown as { unref?: () => void } | null)?.unref?.();
  return server;
}

function stopServer(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    server.once('exit', () => resolve());
    server.ref();
    server.kill('SIGINT'); // fast shutdown
  });
}

/** Database, roles and the one extension; all of it once, all of it again harmless. */
async function prepareDatabase(
  port: number,
  password: string,
  dataDir: string,
): Promise<Pick<EmbeddedPostgres, 'ownerUrl' | 'appUrl' | 'superuserUrl'>> {
  const url = (login: string, secret: string, database = DATABASE) =>
    `postgres://${login}:${secret}@127.0.0.1:${port}/${database}`;
  const roles = { owner: rolePassword(dataDir, 'owner'), app: rolePassword(dataDir, 'app') };
  await withClient(url(SUPERUSER, password, 'postgres'), async (client) => {
    for (const [role, secret] of Object.entries(roles)) {
      const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [`licensing_${role}`]);
      await client.query(`${rowCount ? 'alter' : 'create'} role licensing_${role} login password '${secret}'`);
    }
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
    if (!rowCount) await client.query(`create database ${DATABASE} owner licensing_owner`);
  });
  await withClient(url(SUPERUSER, password), (client) =>
    client.query('create extension if not exists pg_trgm').then(() => undefined),
  );
  return {
    ownerUrl: url('licensing_owner', roles.owner),
    appUrl: url('licensing_app', roles.app),
    superuserUrl: url(SUPERUSER, password),
  };
}

function rolePassword(dataDir: string, role: string): string {
  const path = `${dataDir}.${role}-password`;
  if (!existsSync(path)) writeFileSync(path, randomBytes(24).toString('hex'), { mode: 0o600 });
  return readFileSync(path, 'utf8').trim();
}

async function withClient(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
