import { readingOf, type Planned } from './reading.js';
import { DataSource, type DataSourceOptions, type EntityManager } from 'typeorm';

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

/** A source as plain SQL outside of transactions, or a manager inside of one. */
export function sqlOf(source: DataSource | EntityManager): Sql {
  const reading = source instanceof DataSource && source.isInitialized ? readingOf(source) : null;
  if (reading) return { query: (text, parameters = [], planned) => reading.query(text, parameters, planned) };
  return {
    query: async <Row>(text: string, parameters: readonly unknown[] = []) => {
      const result: unknown = await source.query(text, parameters as unknown[]);
      // node-postgres through TypeORM gives [rows, count] for updates and deletes, rows otherwise
      if (Array.isArray(result) && result.length === 2 && Array.isArray(result[0]) && typeof result[1] === 'number') {
        return result[0] as Row[];
      }
      return result as Row[];
    },
  };
}
