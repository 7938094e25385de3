import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256 } from '../../../../libs/platform/src/index.js';

/** A backup that is not what it was, or a place that it must not go to. One line that says what. */
export class BackupRefused extends Error {}

export const FORMAT = 1;
export const MANIFEST = 'manifest.json';
/** A line for each file: hash, size in bytes. */
export const FILE_LIST = 'files.txt';
/** A line for each case: id, number of its last entry, hash of that entry. */
export const HEADS = 'heads.txt';

/** Rows of a table as COPY writes them, one line each, in the order of the primary key, compressed. */
export interface TableEntry {
  name: string;
  columns: string[];
  rows: number;
  /** SHA-256 of the lines: the same for the same rows, wherever they lie. */
  content: string;
  /** SHA-256 of the file as it lies in the backup. */
  file: string;
}

export interface ChainsEntry {
  cases: number;
  entries: number;
  /** SHA-256 of the list of heads. */
  heads: string;
}

export interface Manifest {
  format: typeof FORMAT;
  madeAt: string;
  /** Version of the server that it was taken from. */
  server: string;
  /** The schema, by the migrations that made it. */
  migrations: string[];
  tables: TableEntry[];
  /** Last number given out, by sequence; null: none yet. */
  sequences: Record<string, string | null>;
  chains: ChainsEntry;
  files: { count: number; bytes: number; list: string };
}

export const tablePath = (folder: string, table: string): string => join(folder, 'tables', `${table}.copy.gz`);
export const filePath = (folder: string, hash: string): string => join(folder, 'files', hash.slice(0, 2), hash);

/** @throws BackupRefused when the folder holds no backup that this release can read */
export async function readManifest(folder: string): Promise<{ manifest: Manifest; hash: string }> {
  const text = await readFile(join(folder, MANIFEST), 'utf8').catch(() => {
    throw new BackupRefused(`${folder} holds no ${MANIFEST}: no backup, or one that was not finished`);
  });
  try {
    const manifest = JSON.parse(text) as Manifest;
    if (manifest.format === FORMAT) return { manifest, hash: sha256(text) };
  } catch {
    // said below
  }
  throw new BackupRefused(`${MANIFEST} cannot be read: changed, or written by a release with another format`);
}
