import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import { SCHEMA_LOCK, sha256 } from '../../../../libs/platform/src/index.js';
import { chainsOf } from './chains.js';
import {
  BackupRefused,
  FILE_LIST,
  filePath,
  FORMAT,
  HEADS,
  MANIFEST,
  tablePath,
  type Manifest,
  type TableEntry,
} from './manifest.js';
import { Counted, linesOf, migrationsOf, plainText, sequencesOf, tablesOf, type Table } from './tables.js';

export interface Made {
  folder: string;
  manifest: Manifest;
  /** SHA-256 of the manifest: who knows it knows the whole backup. */
  hash: string;
  /** What is wrong with the database that was backed up; null: nothing. */
  broken: string | null;
}

type Taken = Omit<Manifest, 'format' | 'madeAt' | 'files'> & {
  stored: { hash: string; size: string }[];
  broken: string | null;
};

/**
 * Everything at one moment, while the system goes on: one transaction that sees only that moment, then the files that its
 * rows name (files are kept before their rows, and never changed). The folder gets its name only when it is whole.
 */
export async function makeBackup(ownerUrl: string, filesFolder: string, folder: string, now: Date): Promise<Made> {
  const coming = `${folder}.part`;
  await mkdir(dirname(folder), { recursive: true });
  const taken = await open(folder).then(
    (handle) => handle.close().then(() => true),
    () => false,
  );
  if (taken) throw new BackupRefused(`${folder} exists already`);
  await rm(coming, { recursive: true, force: true });
  await mkdir(join(coming, 'tables'), { recursive: true, mode: 0o700 });
  const { stored, broken, ...database } = await takeDatabase(ownerUrl, coming);
  const files = await takeFiles(stored, filesFolder, coming);
  const manifest: Manifest = { format: FORMAT, madeAt: now.toISOString(), ...database, files };
  const text = `${JSON.stringify(manifest, null, 2)}\n`;
  await writeSafely(join(coming, MANIFEST), text);
  await rename(coming, folder);
  return { folder, manifest, hash: sha256(text), broken };
}

async function takeDatabase(ownerUrl: string, folder: string): Promise<Taken> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock_shared($1)', [SCHEMA_LOCK]);
    await client.query('begin isolation level repeatable read read only');
    await plainText(client);
    const { rows: versions } = await client.query<{ server_version: string }>('show server_version');
    const tables: TableEntry[] = [];
    for (const table of await tablesOf(client)) tables.push(await takeTable(client, table, folder));
    const { text, broken, ...chains } = await chainsOf(client);
    await writeSafely(join(folder, HEADS), text);
    const { rows: stored } = await client.query<{ hash: string; size: string }>(
      'select hash, size::text as size from stored_file order by hash collate "C"',
    );
    const server = versions[0]?.server_version ?? '';
    const [migrations, sequences] = [await migrationsOf(client), await sequencesOf(client)];
    await client.query('commit');
    return { server, migrations, tables, sequences, chains, stored, broken };
  } finally {
    await client.end();
  }
}

async function takeTable(client: pg.Client, table: Table, folder: string): Promise<TableEntry> {
  const path = tablePath(folder, table.name);
  const [counted, digest] = [new Counted(), createHash('sha256')];
  const hashed = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      digest.update(chunk);
      done(null, chunk);
    },
  });
  await pipeline(linesOf(client, table), counted, createGzip(), hashed, createWriteStream(path, { flush: true }));
  const { name, columns } = table;
  return { name, columns, rows: counted.rows, content: counted.hash(), file: digest.digest('hex') };
}

async function takeFiles(
  stored: readonly { hash: string; size: string }[],
  from: string,
  folder: string,
): Promise<Manifest['files']> {
  let bytes = 0;
  for (const { hash } of stored)
    bytes += await copyVerified(join(from, hash.slice(0, 2), hash), filePath(folder, hash), hash);
  const list = stored.map(({ hash, size }) => `${hash} ${size}\n`).join('');
  await writeSafely(join(folder, FILE_LIST), list);
  return { count: stored.length, bytes, list: sha256(list) };
}

/** @throws BackupRefused when the bytes are not those of their name */
export async function copyVerified(from: string, to: string, hash: string): Promise<number> {
  await mkdir(dirname(to), { recursive: true });
  const digest = createHash('sha256');
  let bytes = 0;
  const hashed = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      digest.update(chunk);
      bytes += chunk.length;
      done(null, chunk);
    },
  });
  try {
    await pipeline(createReadStream(from), hashed, createWriteStream(to, { flush: true }));
  } catch (error) {
    if ((error as { code?: string }).code !== 'ENOENT') throw error;
    throw new BackupRefused(`file ${hash} is missing`);
  }
  if (digest.digest('hex') !== hash) throw new BackupRefused(`file ${hash} holds other bytes than its name says`);
  return bytes;
}

async function writeSafely(path: string, text: string): Promise<void> {
  await writeFile(path, text, { flush: true });
}
