import { join, resolve } from 'node:path';
import { reachEmbeddedPostgres } from '../../../../libs/platform/src/embedded/reach.js';
import { startEmbeddedPostgres } from '../../../../libs/platform/src/embedded/index.js';
import { SystemClock } from '../../../../libs/platform/src/index.js';
import { projectRoot } from '../../../../libs/platform/src/project-root.js';
import { readSettings } from '../../../../libs/platform/src/settings/index.js';
import { makeBackup } from './make.js';
import { BackupRefused } from './manifest.js';
import { restoreBackup, type Restored } from './restore.js';

/** `backup [folder]`: the running system may go on meanwhile. */
export async function backup(args: string[]): Promise<number> {
  const { dataDir, ownerUrl, postgresDir } = place();
  const now = new SystemClock().now();
  const stamp = now.toISOString().replace(/[-:]|\.\d+/g, '');
  const folder = resolve(args.find((arg) => !arg.startsWith('--')) ?? join(dataDir, 'backups', stamp));
  const embedded = ownerUrl ? null : await reachEmbeddedPostgres({ projectRoot: projectRoot(), dataDir: postgresDir });
  try {
    const { manifest, hash, broken } = await saying(() =>
      makeBackup(ownerUrl ?? embedded?.ownerUrl ?? '', join(dataDir, 'files'), folder, now),
    );
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    const { cases, entries } = manifest.chains;
    process.stdout.write(
      `${folder}\n${rows} rows of ${manifest.tables.length} tables · ${cases} logs with ${entries} entries · ${manifest.files.count} files, ${manifest.files.bytes} bytes\nmanifest ${hash}\n`,
    );
    if (broken) process.stderr.write(`the database is not whole, and this backup will not be restored: ${broken}\n`);
    return broken ? 1 : 0;
  } finally {
    await embedded?.stop();
  }
}

/** `restore <folder> [--into url] [--files folder]`: into an empty database, and only a backup that is whole. */
export async function restore(args: string[]): Promise<number> {
  const option = (name: string): string | undefined => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);
  const [folder] = args;
  if (!folder || folder.startsWith('--')) {
    process.stderr.write('restore <folder> [--into <url of the owner of an empty database>] [--files <folder>]\n');
    return 2;
  }
  const { dataDir, ownerUrl, postgresDir } = place();
  const into = option('--into') ?? ownerUrl;
  const embedded = into ? null : await startEmbeddedPostgres({ projectRoot: projectRoot(), dataDir: postgresDir });
  try {
    const files = option('--files') ?? join(dataDir, 'files');
    const restored = await saying(() =>
      restoreBackup(resolve(folder), into ?? embedded?.ownerUrl ?? '', resolve(files)),
    );
    process.stdout.write(asText(restored));
    return 0;
  } finally {
    await embedded?.stop();
  }
}

interface Place {
  dataDir: string;
  /** Of a database of one's own; without it the embedded one is meant. */
  ownerUrl?: string;
  postgresDir?: string;
}

function place(): Place {
  const settings = readSettings(process.env);
  const dataDir = settings.dataDir ?? join(projectRoot(), '.data');
  return {
    dataDir,
    ownerUrl: settings.databaseOwnerUrl ?? settings.databaseUrl,
    postgresDir: settings.dataDir && join(dataDir, 'postgres'),
  };
}

async function saying<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof BackupRefused ? new Error(`refused: ${error.message}`) : error;
  }
}

function asText({ manifest, hash, tables, cases, entries, files }: Restored): string {
  const width = Math.max(...tables.map(({ table }) => table.length));
  const lines = tables
    .filter(({ rows }) => rows > 0)
    .map(
      ({ table, rows, restored, content }) =>
        `${table.padEnd(width)} ${String(rows).padStart(9)} = ${String(restored).padEnd(9)} ${content.slice(0, 16)}`,
    );
  const empty = tables.length - lines.length;
  return `${[
    `backup of ${manifest.madeAt}, manifest ${hash}`,
    ...lines,
    `${empty} tables are empty on both sides`,
    `${cases} logs with ${entries} entries: every link holds, every log ends where it ended`,
    `${files} files: every hash holds`,
    `schema of ${manifest.migrations.at(-1)}; the next start brings it up to date`,
  ].join('\n')}\n`;
}
