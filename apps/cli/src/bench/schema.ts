import type { Client } from 'pg';

export interface ColumnOf {
  name: string;
  type: string;
  identity: boolean;
  /** `table.column` that its foreign keys lead to in the end; itself where there are none. */
  root: string;
}
export interface TableOf {
  name: string;
  columns: ColumnOf[];
  /** Tables that a foreign key of one column leads to, with that column. */
  parents: { column: string; table: string }[];
}

const COLUMNS = `
  select c.table_name as "table", c.column_name as name, c.udt_name as type, c.is_identity = 'YES' as identity
  from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
  where c.table_schema = 'public' and t.table_type = 'BASE TABLE' order by c.table_name, c.ordinal_position`;

const KEYS = `
  select r.relname as "table", a.attname as name, f.relname as "targetTable", b.attname as target, cardinality(k.conkey) = 1 as single
  from pg_constraint k join pg_class r on r.oid = k.conrelid join pg_class f on f.oid = k.confrelid
    cross join lateral unnest(k.conkey, k.confkey) as pair(own, other)
    join pg_attribute a on a.attrelid = k.conrelid and a.attnum = pair.own
    join pg_attribute b on b.attrelid = k.confrelid and b.attnum = pair.other
  where k.contype = 'f'`;

/** Tables, columns and where their foreign keys lead, as the database has them. */
export async function readSchema(client: Client): Promise<Map<string, TableOf>> {
  const { rows: columns } = await client.query<{ table: string; name: string; type: string; identity: boolean }>(
    COLUMNS,
  );
  const { rows: keys } = await client.query<{
    table: string;
    name: string;
    targetTable: string;
    target: string;
    single: boolean;
  }>(KEYS);
  const next = new Map(keys.map((key) => [`${key.table}.${key.name}`, `${key.targetTable}.${key.target}`]));
  const rootOf = (column: string): string => {
    const target = next.get(column);
    return target === undefined || target === column ? column : rootOf(target);
  };
  const tables = new Map<string, TableOf>();
  for (const { table, name, type, identity } of columns) {
    const found = tables.get(table) ?? { name: table, columns: [], parents: [] };
    found.columns.push({ name, type, identity, root: rootOf(`${table}.${name}`) });
    tables.set(table, found);
  }
  for (const { table, name, targetTable, single } of keys)
    if (single) tables.get(table)?.parents.push({ column: name, table: targetTable });
  return tables;
}
