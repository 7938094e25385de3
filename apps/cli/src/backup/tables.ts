import { createHash } from 'node:crypto';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { CopyOut } from './copy-stream.js';

/** Kept by the migrations themselves, never as rows. */
const MIGRATIONS_TABLE = 'schema_migration';

export interface Table {
  name: string;
  columns: string[];
  /** What makes the order of rows the same on every server. */
  order: string;
}

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
const listed = (columns: readonly string[]): string => columns.map(quoted).join(', ');

/** Every text is written the same, whatever the server is set to. */
export async function plainText(client: pg.ClientBase): Promise<void> {
  await client.query(
    `set local timezone to 'UTC'; set local datestyle to 'ISO, YMD'; set local intervalstyle to 'postgres';
     set local bytea_output to 'hex'; set local extra_float_digits to 1; set local statement_timeout to 0`,
  );
}

/** The tables of the system. The queue's own are left out: what it carries is promised by rows of the outbox. */
export async function tablesOf(client: pg.ClientBase): Promise<Table[]> {
  const { rows } = await client.query<{ name: string; columns: string[]; key: string[] | null }>(
    `select c.relname as name,
       array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
         and a.attgenerated = '' order by a.attnum) as columns,
       (select array_agg(quote_ident(a.attname) || case when a.attcollation <> 0 then ' collate "C"' else '' end order by k.n)
        from pg_index i cross join unnest(i.indkey::int2[]) with ordinality k (attnum, n)
        join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
        where i.indrelid = c.oid and i.indisprimary) as key
     from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
       and c.relname <> $1 order by c.relname collate "C"`,
    [MIGRATIONS_TABLE],
  );
  return rows.map(({ name, columns, key }) => ({
    name,
    columns,
    order: key?.join(', ') ?? `${quoted(name)}::text collate "C"`,
  }));
}

export async function migrationsOf(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(`select name from ${MIGRATIONS_TABLE} order by timestamp, id`);
  return rows.map(({ name }) => name);
}

export async function sequencesOf(client: pg.ClientBase): Promise<Record<string, string | null>> {
  const { rows } = await client.query<{ name: string; last: string | null }>(
    `select sequencename as name, last_value::text as last from pg_sequences
     where schemaname = 'public' and sequencename <> $1 order by 1`,
    [`${MIGRATIONS_TABLE}_id_seq`],
  );
  return Object.fromEntries(rows.map(({ name, last }) => [name, last]));
}

/** Counts the lines that pass and works out their hash. */
export class Counted extends Transform {
  rows = 0;
  private readonly digest = createHash('sha256');
  override _transform(chunk: Buffer, _encoding: string, done: (error: null, chunk: Buffer) => void): void {
    this.digest.update(chunk);
    for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) this.rows += 1;
    done(null, chunk);
  }
  hash(): string {
    return this.digest.digest('hex');
  }
}

/** A table's lines, out of the transaction of `client`. */
export const linesOf = (client: pg.ClientBase, { name, columns, order }: Table): CopyOut =>
  client.query(new CopyOut(`copy (select ${listed(columns)} from ${quoted(name)} order by ${order}) to stdout`));

export const copyInto = (name: string, columns: readonly string[]): string =>
  `copy ${quoted(name)} (${listed(columns)}) from stdin`;

/** What a table holds now. */
export async function measured(client: pg.ClientBase, table: Table): Promise<{ rows: number; content: string }> {
  const counted = new Counted();
  await pipeline(linesOf(client, table), counted.resume());
  return { rows: counted.rows, content: counted.hash() };
}
