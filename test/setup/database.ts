import { randomBytes } from 'node:crypto';
import pg from 'pg';

export interface TestDatabase {
  ownerUrl: string;
  appUrl: string;
  superuserUrl: string;
  drop(): Promise<void>;
}

const on = (url: string | undefined, database: string): string => (url ?? '').replace(/\/[^/]*$/, `/${database}`);

/** The template in which everybody of the demonstration has an account and the packs are kept. */
export const WITH_PEOPLE = 'template_people';

/** A database of one's own, cloned from the migrated template. Only ever names that say "test". */
export async function createTestDatabase(template = 'template_test'): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  const admin = async (statement: string): Promise<void> => {
    const client = new pg.Client({ connectionString: on(process.env['TEST_SUPERUSER_URL'], 'postgres') });
    await client.connect();
    await client.query(statement).finally(() => client.end());
  };
  await admin(`create database ${name} template ${template} strategy file_copy owner licensing_owner`);
  return {
    ownerUrl: on(process.env['TEST_OWNER_URL'], name),
    appUrl: on(process.env['TEST_APP_URL'], name),
    superuserUrl: on(process.env['TEST_SUPERUSER_URL'], name),
    drop: () => admin(`drop database if exists ${name} with (force)`),
  };
}

/** A database with nothing in it but the extension that the superuser makes. */
export async function createEmptyDatabase(): Promise<TestDatabase> {
  const database = await createTestDatabase('template1');
  const client = new pg.Client({ connectionString: database.superuserUrl });
  await client.connect();
  await client.query('create extension pg_trgm').finally(() => client.end());
  return database;
}
