import { createReadStream } from 'node:fs';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import pg from 'pg';
import type { QueryRunner } from 'typeorm';
import { onSchemaOf } from '../../../../libs/platform/src/index.js';
import { chainsOf } from './chains.js';
import { CopyIn } from './copy-stream.js';
import { copyVerified } from './make.js';
import { BackupRefused, filePath, tablePath, type Manifest, type TableEntry } from './manifest.js';
import { copyInto, measured, plainText, quoted, tablesOf, type Table } from './tables.js';
import { verifyBackup } from './verify.js';

/** A table of the backup beside the same table as it was read again out of the restored database. */
export interface Compared {
  table: string;
  rows: number;
  restored: number;
  content: string;
  same: boolean;
}

export interface Restored {
  manifest: Manifest;
  hash: string;
  tables: Compared[];
  cases: number;
  entries: number;
  files: number;
}

/**
 * Puts a backup into an empty database and its files into a folder. All in one transaction: what does not come out as it
 * went in, row for row and link for link, leaves the database empty. The schema is that of the backup; the next start of the system
 * brings it up to date.
 * @throws BackupRefused
 */
export async function restoreBackup(folder: string, ownerUrl: string, filesFolder: string): Promise<Restored> {
  const { manifest, hash, files } = await verifyBackup(folder);
  const { migrations } = manifest;
  const done = await onSchemaOf(ownerUrl, migrations, refuseNonEmpty, async (runner) => {
    const client = (await runner.connect()) as pg.PoolClient;
    await plainText(client);
    const tables = await tablesOf(client);
    sameShape(tables, manifest.tables);
    await load(client, folder, manifest);
    const compared = await compare(client, tables, manifest.tables);
    const { cases, entries, heads, broken } = await chainsOf(client);
    if (broken) throw new BackupRefused(broken);
    if (heads !== manifest.chains.heads)
      throw new BackupRefused('case_event: the logs do not end where they ended when the backup was made');
    for (const file of files) await settle(filePath(folder, file), storedPath(filesFolder, file), file);
    return { tables: compared, cases, entries };
  });
  await tidy(ownerUrl);
  return { manifest, hash, ...done, files: files.length };
}

const storedPath = (folder: string, hash: string): string => join(folder, hash.slice(0, 2), hash);

async function refuseNonEmpty(runner: QueryRunner): Promise<void> {
  const [found] = (await runner.query(
    `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema' order by 1 limit 1`,
  )) as { name: string }[];
  if (found) throw new BackupRefused(`the database is not empty: it has the table ${found.name}`);
}

function sameShape(tables: readonly Table[], kept: readonly TableEntry[]): void {
  const shape = (of: readonly { name: string; columns: string[] }[]): string[] =>
    of.map(({ name, columns }) => `${name}: ${[...columns].sort().join(', ')}`).sort();
  const [here, there] = [shape(tables), shape(kept)];
  const odd = here.find((one) => !there.includes(one)) ?? there.find((one) => !here.includes(one));
  if (odd) throw new BackupRefused(`the tables of the backup are not those of its migrations: ${odd}`);
}

/** Foreign keys are tried when all rows are there; triggers spoke when the rows were written the first time. */
async function load(client: pg.PoolClient, folder: string, { tables, sequences }: Manifest): Promise<void> {
  const each = (statement: (table: string) => string): string =>
    tables.map(({ name }) => statement(quoted(name))).join('; ');
  const { rows: keys } = await client.query<{ table: string; name: string }>(
    `select conrelid::regclass::text as table, quote_ident(conname) as name from pg_constraint
     where contype = 'f' and connamespace = 'public'::regnamespace and not condeferrable`,
  );
  const alter = (how: string): string =>
    keys.map(({ table, name }) => `alter table ${table} alter constraint ${name} ${how}`).join('; ');
  await client.query(alter('deferrable initially deferred'));
  await client.query(each((table) => `alter table ${table} disable trigger user`));
  await client.query(`truncate ${tables.map(({ name }) => quoted(name)).join(', ')}`);
  for (const { name, columns } of tables) await loadTable(client, tablePath(folder, name), name, columns);
  await client.query('set constraints all immediate').catch((error: Error) => {
    throw new BackupRefused(`rows that belong together are not all there: ${error.message}`);
  });
  await client.query(each((table) => `alter table ${table} enable trigger user`));
  await client.query(alter('not deferrable'));
  for (const [name, last] of Object.entries(sequences))
    if (last !== null) await client.query('select setval(quote_ident($1)::regclass, $2)', [name, last]);
}

async function loadTable(client: pg.PoolClient, path: string, name: string, columns: string[]): Promise<void> {
  try {
    await pipeline(createReadStream(path), createGunzip(), client.query(new CopyIn(copyInto(name, columns))));
  } catch (error) {
    throw new BackupRefused(`table ${name} cannot be loaded: ${(error as Error).message}`);
  }
}

async function compare(
  client: pg.PoolClient,
  tables: readonly Table[],
  kept: readonly TableEntry[],
): Promise<Compared[]> {
  const compared: Compared[] = [];
  for (const { name, columns, rows, content } of kept) {
    const order = tables.find((table) => table.name === name)?.order ?? '';
    const now = await measured(client, { name, columns, order });
    compared.push({
      table: name,
      rows,
      restored: now.rows,
      content,
      same: now.rows === rows && now.content === content,
    });
  }
  const other = compared.find(({ same }) => !same);
  if (other)
    throw new BackupRefused(
      `table ${other.table}: ${other.rows} rows were backed up, ${other.restored} came out, or others`,
    );
  return compared;
}

/** A file is found under its name only when it is whole. */
async function settle(from: string, to: string, hash: string): Promise<void> {
  await copyVerified(from, `${to}.part`, hash);
  await rename(`${to}.part`, to);
}

/** The planner knows nothing yet of what was loaded. */
async function tidy(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  await client.query('analyze').finally(() => client.end());
}
