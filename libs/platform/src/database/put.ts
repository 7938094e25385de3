import type { PoolClient, QueryResult } from 'pg';
import { QueryFailedError } from 'typeorm';
import { nameOf } from './statement-name.js';

/** How a statement is planned: once for all its parameters, or anew each time, where a plan depends on them. */
export type Planned = 'once' | 'anew';

/** Sends a statement; what the database refuses is thrown as TypeORM throws it. */
export async function put(
  client: PoolClient,
  text: string,
  parameters: readonly unknown[],
  planned: Planned = 'once',
): Promise<QueryResult> {
  const values = parameters as unknown[];
  sendTogether(client);
  return client.query({ name: planned === 'once' ? nameOf(text) : undefined, text, values }).catch((error: Error) => {
    throw new QueryFailedError(text, values, error);
  });
}

interface Corkable {
  writableCorked: number;
  cork(): void;
  uncork(): void;
}

/** What is sent within one turn of the event loop leaves in one packet. */
function sendTogether(client: PoolClient): void {
  const { stream } = (client as unknown as { connection: { stream: Corkable } }).connection;
  if (stream.writableCorked > 0) return;
  stream.cork();
  process.nextTick(() => stream.uncork());
}
