import type { PoolClient } from 'pg';

interface Corkable {
  writableCorked: number;
  cork(): void;
  uncork(): void;
}

/** What is sent within one turn of the event loop leaves in one packet. */
export function sendTogether(client: PoolClient): void {
  const { stream } = (client as unknown as { connection: { stream: Corkable } }).connection;
  if (stream.writableCorked > 0) return;
  stream.cork();
  process.nextTick(() => stream.uncork());
}
