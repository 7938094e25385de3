import type { PoolClient } from 'pg';
import type { DataSource, DataSourceOptions } from 'typeorm';
import { put, type Planned } from './put.js';
import { readingOf } from './reading.js';

/** What reads and writes speak: parametrised SQL, nothing of an entity life cycle. */
export interface Sql {
  /** @param planned anew, where the best plan depends on the parameters: what is searched for, and how rare it is */
  query<Row = Record<string, unknown>>(
    text: string,
    parameters?: readonly unknown[],
    planned?: Planned,
  ): Promise<Row[]>;
}

export const APP_ROLE = 'licensing_app';

/** Options of the application's own connection: small pool, plain SQL, no synchronising, dates as text, statements in a pipeline. */
export function applicationOptions(
  url: string,
  entities: DataSourceOptions['entities'],
  poolSize = 8,
): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    entities,
    synchronize: false,
    migrationsRun: false,
    uuidExtension: 'pgcrypto',
    installExtensions: false,
    extra: {
      max: poolSize,
      pipeline: true,
      // small statements in great number: compiling them costs more than it ever gives back
      options: `-c role=${APP_ROLE} -c timezone=UTC -c jit=off`,
      connectionTimeoutMillis: 15000,
    },
  };
}

/** Plain SQL outside of transactions; a connection plans a text once and keeps it by its name. */
export function sqlOf(source: DataSource): Sql {
  const reading = source.isInitialized ? readingOf(source) : null;
  if (reading) return { query: (text, parameters = [], planned) => reading.query(text, parameters, planned) };
  return {
    query: async <Row>(text: string, parameters: readonly unknown[] = [], planned: Planned = 'once') => {
      const runner = source.createQueryRunner();
      try {
        return (await put((await runner.connect()) as PoolClient, text, parameters, planned)).rows as Row[];
      } finally {
        await runner.release();
      }
    },
  };
}
