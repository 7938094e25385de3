import { createHash } from 'node:crypto';
import { createReadStream, type ReadStream } from 'node:fs';
import { access, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileTypeFromBuffer } from 'file-type';
import { Refusal, type IdSource } from '../../platform/src/index.js';

export interface StoredFile {
  hash: string;
  size: number;
  mediaType: string;
}

/** 50 MB, the limit of one file. */
export const MAX_FILE_BYTES = 50 * 1024 * 1024;
const ACCEPTED = ['application/pdf', 'image/jpeg', 'image/png'];
/** Enough for every signature that the type detection knows. */
const HEAD_BYTES = 4100;

/** Bytes on disk under their SHA-256: written once, never changed, found by hash. */
export class FileStore {
  constructor(
    private readonly folder: string,
    private readonly ids: IdSource,
  ) {}

  /**
   * Takes an upload in as it streams by. The type is read from the content, never from the name.
   * @throws Refusal FILE_TYPE, FILE_TOO_LARGE or FILE_EMPTY; nothing is kept then
   */
  async take(chunks: AsyncIterable<Buffer>): Promise<StoredFile> {
    const incoming = join(this.folder, 'incoming');
    await mkdir(incoming, { recursive: true });
    const temporary = join(incoming, this.ids.uuid());
    try {
      const { hash, size, head } = await this.write(temporary, chunks);
      if (size === 0) throw new Refusal('FILE_EMPTY');
      const mediaType = (await fileTypeFromBuffer(head))?.mime ?? 'unknown';
      if (!ACCEPTED.includes(mediaType)) throw new Refusal('FILE_TYPE');
      await this.settle(temporary, hash);
      return { hash, size, mediaType };
    } finally {
      await rm(temporary, { force: true });
    }
  }

  /** Keeps bytes that the system made itself, such as a printed notice. */
  async keep(bytes: Buffer, mediaType: string): Promise<StoredFile> {
    const incoming = join(this.folder, 'incoming');
    await mkdir(incoming, { recursive: true });
    const temporary = join(incoming, this.ids.uuid());
    const { hash, size } = await this.write(temporary, [bytes]);
    await this.settle(temporary, hash);
    return { hash, size, mediaType };
  }

  /** @throws Refusal FILE_NOT_FOUND */
  async read(hash: string): Promise<ReadStream> {
    const path = this.pathOf(hash);
    await access(path).catch(() => {
      throw new Refusal('FILE_NOT_FOUND');
    });
    return createReadStream(path);
  }

  private async write(
    path: string,
    chunks: AsyncIterable<Buffer> | Iterable<Buffer>,
  ): Promise<{ hash: string; size: number; head: Buffer }> {
    const digest = createHash('sha256');
    const handle = await open(path, 'wx');
    let size = 0;
    let head: Buffer = Buffer.alloc(0);
    try {
      for await (const chunk of chunks) {
        size += chunk.length;
        if (size > MAX_FILE_BYTES) throw new Refusal('FILE_TOO_LARGE');
        if (head.length < HEAD_BYTES) head = Buffer.concat([head, chunk.subarray(0, HEAD_BYTES - head.length)]);
        digest.update(chunk);
        await handle.write(chunk);
      }
      await handle.sync(); // the database row that follows must never point at bytes that a power cut took
    } finally {
      await handle.close();
    }
    return { hash: digest.digest('hex'), size, head };
  }

  /** Gives the bytes their name; it too is on the disk before a row speaks of it. */
  private async settle(temporary: string, hash: string): Promise<void> {
    const path = this.pathOf(hash);
    const folder = dirname(path);
    const isNew = (await mkdir(folder, { recursive: true })) !== undefined;
    await rename(temporary, path);
    await syncFolder(folder);
    if (isNew) await syncFolder(this.folder);
  }

  private pathOf(hash: string): string {
    if (!/^[0-9a-f]{64}$/.test(hash)) throw new Refusal('FILE_NOT_FOUND');
    return join(this.folder, hash.slice(0, 2), hash);
  }
}

/** Writes the names in a folder to the disk. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}
