import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { MIGRATIONS, sha256 } from '../../../../libs/platform/src/index.js';
import { BackupRefused, FILE_LIST, filePath, HEADS, readManifest, tablePath, type Manifest } from './manifest.js';

export interface Verified {
  manifest: Manifest;
  /** SHA-256 of the manifest, as it was said when the backup was made. */
  hash: string;
  /** Hashes of the files. */
  files: string[];
}

/**
 * Holds every file of a backup against the manifest, before any database is touched.
 * @throws BackupRefused with the first thing that is missing or changed
 */
export async function verifyBackup(folder: string): Promise<Verified> {
  const { manifest, hash } = await readManifest(folder);
  const known = MIGRATIONS.map(({ name }) => name);
  const foreign = manifest.migrations.find((name) => !known.includes(name));
  if (foreign) throw new BackupRefused(`made by a later release: its migration ${foreign} is not known here`);
  for (const { name, file } of manifest.tables)
    if ((await hashOfFile(tablePath(folder, name), `table ${name}`)) !== file)
      throw new BackupRefused(`table ${name}: its file is not the one that was backed up`);
  await listed(folder, HEADS, manifest.chains.heads);
  const list = await listed(folder, FILE_LIST, manifest.files.list);
  const files: string[] = [];
  for (const line of list.split('\n').filter((one) => one !== '')) {
    const [content = '', size = ''] = line.split(' ');
    await sameBytes(filePath(folder, content), content, Number(size));
    files.push(content);
  }
  return { manifest, hash, files };
}

async function listed(folder: string, name: string, hash: string): Promise<string> {
  const text = await readFile(join(folder, name), 'utf8').catch(() => {
    throw new BackupRefused(`${name} is missing`);
  });
  if (sha256(text) !== hash) throw new BackupRefused(`${name} is not the one that was backed up`);
  return text;
}

async function sameBytes(path: string, hash: string, size: number): Promise<void> {
  const found = await hashOfFile(path, `file ${hash}`);
  if (found !== hash) throw new BackupRefused(`file ${hash} holds other bytes than its name says`);
  const { size: bytes } = await stat(path);
  if (bytes !== size) throw new BackupRefused(`file ${hash} has ${bytes} bytes, its row says ${size}`);
}

async function hashOfFile(path: string, what: string): Promise<string> {
  const digest = createHash('sha256');
  try {
    await pipeline(createReadStream(path), digest);
  } catch (error) {
    if ((error as { code?: string }).code !== 'ENOENT') throw error;
    throw new BackupRefused(`${what} is missing`);
  }
  return digest.digest('hex');
}
