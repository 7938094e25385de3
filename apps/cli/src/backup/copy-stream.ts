import { Readable, Writable, type Duplex } from 'node:stream';
import type pg from 'pg';

/** What the driver tells the query that is running; it knows the protocol of COPY, but brings no streams for it. */
interface Line {
  stream: Duplex;
  query(text: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
  sendCopyFail(reason: string): void;
}
type Done = (error?: Error | null) => void;

/** `copy … to stdout` as a stream. Reading slowly slows the server down, so that no table has to fit into memory. */
export class CopyOut extends Readable implements pg.Submittable {
  private line?: Line;

  constructor(private readonly text: string) {
    super();
  }
  submit(connection: pg.Connection): void {
    this.line = connection as unknown as Line;
    this.line.query(this.text);
  }
  handleCopyData({ chunk }: { chunk: Buffer }): void {
    // the driver uses its buffer again
    if (!this.push(Buffer.from(chunk))) this.line?.stream.pause();
  }
  handleCommandComplete(): void {}
  handleReadyForQuery(): void {
    this.push(null);
  }
  handleError(error: Error): void {
    this.destroy(error);
  }
  override _read(): void {
    this.line?.stream.resume();
  }
}

/** `copy … from stdin` as a stream. It ends when the server has taken everything, or says why not. */
export class CopyIn extends Writable implements pg.Submittable {
  private line?: Line;
  private waiting?: Done;
  private failed = false;

  constructor(private readonly text: string) {
    super();
  }
  submit(connection: pg.Connection): void {
    this.line = connection as unknown as Line;
    this.line.query(this.text);
  }
  handleCopyInResponse(): void {
    this.answer();
  }
  handleCommandComplete(): void {}
  handleReadyForQuery(): void {
    this.answer();
  }
  handleError(error: Error): void {
    this.failed = true;
    if (this.waiting) this.answer(error);
    else this.destroy(error);
  }
  override _construct(done: Done): void {
    this.waiting = done;
  }
  override _write(chunk: Buffer, _encoding: string, done: Done): void {
    this.line?.sendCopyFromChunk(chunk);
    if (this.line?.stream.writableNeedDrain) this.line.stream.once('drain', () => done());
    else done();
  }
  override _final(done: Done): void {
    this.waiting = done;
    this.line?.endCopyFrom();
  }
  override _destroy(error: Error | null, done: Done): void {
    if (error && !this.failed) this.line?.sendCopyFail(error.message);
    done(error);
  }
  private answer(error?: Error): void {
    const done = this.waiting;
    this.waiting = undefined;
    done?.(error);
  }
}
