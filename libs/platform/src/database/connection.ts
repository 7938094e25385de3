import type { PoolClient, QueryResult } from 'pg';
import { QueryFailedError, type DataSource, type DataSourceOptions } from 'typeorm';
import { nameOf } from './statement-name.js';

/** What reads and writes speak: parametrised SQL, nothing of an entity life cycle. */
export interface Sql {
  query<Row = Record<string, unknown>>(text: string, parameters?: readonly unknown[]): Promise<Row[]>;
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
      options: `-c role=${APP_ROLE} -c timezone=UTC`,
      connectionTimeoutMillis: 15000,
    },
  };
}

/** Plain SQL, each statement on whichever connection is free; a connection plans a text once and keeps it by its name. */
export function sqlOf(source: DataSource): Sql {
  return {
    query: async <Row>(text: string, parameters: readonly unknown[] = []) => {
      const runner = source.createQueryRunner();
      try {
        return (await put((await runner.connect()) as PoolClient, text, parameters)).rows as Row[];
      } finally {
        await runner.release();
      }
    },
  };
}

/** Sends a statement; what the database refuses is thrown as TypeORM throws it. */
export async function put(client: PoolClient, text: string, parameters: readonly unknown[]): Promise<QueryResult> {
  const values = parameters as unknown[];
  return client.query({ name: nameOf(text), text, values }).catch((error: Error) => {
    throw new QueryFailedError(text, values, error);
  });
}
