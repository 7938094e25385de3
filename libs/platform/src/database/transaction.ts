import type { PoolClient, QueryResult } from 'pg';
import type { DataSource } from 'typeorm';
import type { Sql } from './connection.js';
import { put, type Planned } from './put.js';

/** SQL inside one transaction. */
export interface Transaction extends Sql {
  /**
   * A write whose outcome nobody reads: it goes out at once, in its order, and is answered for by the commit. What is
   * queried afterwards sees it. Its failure undoes the transaction and is what the caller is told.
   */
  send(text: string, parameters?: readonly unknown[]): void;
}

/**
 * The only door to a write transaction. Its callers are few and known: the command transaction, drafts and hand-ins,
 * the relay, accounts (test/architecture.spec.ts keeps the list).
 */
export async function inTransaction<T>(source: DataSource, work: (sql: Transaction) => Promise<T>): Promise<T> {
  const runner = source.createQueryRunner();
  const open = new OpenTransaction((await runner.connect()) as PoolClient);
  try {
    open.send('begin isolation level read committed');
    const result = await work(open);
    await open.commit();
    return result;
  } catch (error) {
    await open.rollback();
    throw open.failed ?? error;
  } finally {
    await runner.release();
  }
}

/** What every statement is answered after one has failed: no reason of its own. */
const AFTER_A_FAILURE = '25P02';

/** A connection in pipeline mode: statements leave without waiting for the answers of those before them. */
class OpenTransaction implements Transaction {
  /** The first write that failed by itself. */
  failed: unknown = null;
  private over = false;

  constructor(private readonly client: PoolClient) {}

  async query<Row = Record<string, unknown>>(
    text: string,
    parameters: readonly unknown[] = [],
    planned?: Planned,
  ): Promise<Row[]> {
    return (await this.inside(text, parameters, planned)).rows as Row[];
  }

  send(text: string, parameters: readonly unknown[] = []): void {
    this.inside(text, parameters).catch((error: unknown) => {
      if ((error as { code?: string }).code !== AFTER_A_FAILURE) this.failed ??= error;
    });
  }

  /** A transaction in which something failed answers a commit by rolling back: that is a failure here. */
  async commit(): Promise<void> {
    this.over = true;
    const { command } = await put(this.client, 'commit', []);
    if (command !== 'COMMIT') throw new Error('a statement of the transaction failed, and it was undone');
  }

  async rollback(): Promise<void> {
    if (this.over) return;
    this.over = true;
    // a connection that is gone has rolled back by itself
    await put(this.client, 'rollback', []).catch(() => undefined);
  }

  /** What somebody still asks for after the end would run outside of the transaction, on a connection that others have by then. */
  private async inside(text: string, parameters: readonly unknown[], planned?: Planned): Promise<QueryResult> {
    if (this.over) throw new Error('the transaction is over');
    return put(this.client, text, parameters, planned);
  }
}
