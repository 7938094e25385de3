import type pg from 'pg';

/** Tables that stay small, however many cases there are. */
export const SMALL: Readonly<Record<string, string>> = {
  calendar_version: 'a few versions a year',
  calendar_year: 'a line a year and version',
  calendar_local_day: 'a few days a year and version',
  development_clock: 'one row, on a development system',
  schema_migration: 'a line for each migration',
  log_root: 'a line a day',
  staff_leave: 'a few days a year of each officer',
  legacy_centre: 'the list of before, which does not grow',
};

/** What the planner is told of a table that grows with the cases. */
const ROWS = 100_000;

/** Of the rows that belong to one thing, what part of a table they are: five of them. */
const DISTINCT = -0.2;

/**
 * Makes the planner believe in many rows. It looks at the size of the files by itself, so that each table needs a page,
 * and a page has to hold more than it can.
 */
export async function pretendRows(superuser: pg.Client): Promise<void> {
  await givePages(superuser);
  await superuser.query(
    `update pg_class c set reltuples = $1, relpages = greatest(1, pg_relation_size(c.oid) / current_setting('block_size')::int)
     where relnamespace = 'public'::regnamespace and (
       relkind = 'r' and relname <> all($2) or
       relkind = 'i' and exists (select 1 from pg_index i join pg_class t on t.oid = i.indrelid
         where i.indexrelid = c.oid and t.relname <> all($2)))`,
    [ROWS, Object.keys(SMALL)],
  );
  // what the database has gathered of the few rows meanwhile would be another thing each time
  await superuser.query(
    `select pg_clear_attribute_stats('public', tablename::text, attname::text, inherited) from pg_stats where schemaname = 'public'`,
  );
  await superuser.query(
    `select pg_restore_attribute_stats('schemaname', 'public', 'relname', c.relname::text, 'attname', a.attname::text,
       'inherited', false, 'null_frac', 0::real, 'avg_width', 16, 'n_distinct', $1::real)
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and a.atttypid = 'uuid'::regtype`,
    [DISTINCT],
  );
  // whether there is an index, not whether it would be the cheapest way to so few pages
  await superuser.query('set enable_seqscan = off');
}

/** A row in every empty table, taken back at once: the page stays. */
async function givePages(superuser: pg.Client): Promise<void> {
  const { rows: empty } = await superuser.query<{ statement: string; checks: string | null }>(
    `select format('insert into %s (%s) values (%s)', c.oid::regclass, string_agg(quote_ident(a.attname), ', '),
         string_agg(case when t.typcategory = 'A' then '''{}''' when t.typname = 'uuid' then 'gen_random_uuid()'
           when t.typname like 'json%' then '''{}''' when t.typcategory = 'N' then '1' when t.typcategory = 'B' then 'true'
           when t.typcategory = 'D' then 'now()' else '''x''' end, ', ')) as statement,
       (select string_agg(format('drop constraint %I', conname), ', ') from pg_constraint
          where conrelid = c.oid and contype = 'c') as checks
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
         and a.attgenerated = '' and a.attidentity = '' join pg_type t on t.oid = a.atttypid
     where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and pg_relation_size(c.oid) = 0 group by c.oid`,
  );
  await superuser.query('begin');
  // neither foreign keys nor triggers
  await superuser.query('set local session_replication_role = replica');
  for (const { statement, checks } of empty) {
    if (checks) await superuser.query(`alter table ${statement.split(' ')[2]} ${checks}`);
    await superuser.query(statement);
  }
  await superuser.query('rollback');
}
