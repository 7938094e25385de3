import pg from 'pg';
import { copyingsOf, type Copying } from './copying.js';
import { readSchema } from './schema.js';
import type { Sample } from './samples.js';
import { LETTERS } from './words.js';

/** As many at once as there are processors on a small machine. */
const HANDS = 2;

/**
 * Makes n cases out of some dozens by SQL: new ids, names and numbers, all rows with them. A copy's log has the hashes of
 * its sample; what is done to it afterwards chains on from there.
 */
export async function multiply(superuserUrl: string, samples: readonly Sample[], n: number): Promise<void> {
  const clients = await Promise.all(Array.from({ length: HANDS }, () => connect(superuserUrl)));
  const [first] = clients;
  if (!first) return;
  try {
    await plan(first, samples, n);
    const copyings = copyingsOf(await readSchema(first));
    const indexes = await dropIndexes(first, [...new Set(copyings.map(({ table }) => table)), 'account']);
    await first.query(ACCOUNTS);
    await share(clients, copyings, async (client, { sql }: Copying) => {
      for (const statement of sql) await client.query(statement);
    });
    await share(clients, indexes, async (client, definition) => void (await client.query(definition)));
    await first.query('drop schema bench cascade');
    await first.query('vacuum analyze');
  } finally {
    await Promise.all(clients.map((client) => client.end()));
  }
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  // copies of rows that hold together hold together: their keys are not looked up again one by one
  await client.query(`set session_replication_role = replica`);
  await client.query(`set synchronous_commit = off; set maintenance_work_mem = '256MB'; set work_mem = '64MB'`);
  return client;
}

/** Work for several hands: each takes the next piece when it is done with one. */
async function share<T>(
  clients: readonly pg.Client[],
  pieces: readonly T[],
  work: (client: pg.Client, piece: T) => Promise<void>,
): Promise<void> {
  const waiting = [...pieces];
  await Promise.all(
    clients.map(async (client) => {
      for (let piece = waiting.shift(); piece !== undefined; piece = waiting.shift()) await work(client, piece);
    }),
  );
}

/** Which sample becomes how many cases of whom, in an order in which all states are mixed. */
async function plan(client: pg.Client, samples: readonly Sample[], n: number): Promise<void> {
  for (const statement of HELPERS) await client.query(statement);
  for (const { caseId, family, copies, from } of counted(samples, n))
    await client.query(
      `insert into bench.sample select c.id, c.sponsor_id, l.institution_id, l.number, $2, $3, $4, $5,
         exists (select 1 from licence o where o.case_id = c.id)
       from licensing_case c left join lateral (select institution_id, number from licence
         where case_id = c.id or institution_id = c.institution_id limit 1) l on true where c.id = $1`,
      [caseId, family.word, copies, family.schools ?? copies, from],
    );
  for (const statement of COPIES) await client.query(statement);
}

interface Counted extends Sample {
  copies: number;
  from: number;
}

function counted(samples: readonly Sample[], n: number): Counted[] {
  const ofPool = ({ part, least, most }: NonNullable<Sample['pool']>): number =>
    Math.round(Math.min(most, Math.max(least, n * part)));
  const pooled = samples.reduce((sum, { pool }) => sum + (pool ? ofPool(pool) : 0), 0);
  const shares = samples.reduce((sum, { share: part = 0 }) => sum + part, 0);
  return samples.map((sample) => ({
    ...sample,
    copies: sample.pool ? ofPool(sample.pool) : Math.max(1, Math.round(((n - pooled) * (sample.share ?? 0)) / shares)),
    from: sample.pool?.from ?? 0,
  }));
}

/** Indexes that are no constraint: made again afterwards, all at once. */
async function dropIndexes(client: pg.Client, tables: readonly string[]): Promise<string[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
     from pg_index i join pg_class t on t.oid = i.indrelid
     where t.relname = any($1) and t.relnamespace = 'public'::regnamespace
       and not exists (select 1 from pg_constraint k where k.conindid = i.indexrelid)`,
    [tables],
  );
  for (const { name } of rows) await client.query(`drop index ${name}`);
  return rows.map(({ definition }) => definition);
}

const letter = (place: number): string =>
  `substr('${LETTERS}', 1 + ((x / ${BigInt(LETTERS.length) ** BigInt(place)}) % ${LETTERS.length})::int, 1)`;

/** An id follows from that of the sample, and has the form of one (version 8). */
const HELPERS = [
  'create schema bench',
  `create function bench.id(of uuid, i integer) returns uuid language sql immutable parallel safe
     return overlay(overlay(md5(of::text || i) placing '8' from 13) placing 'a' from 17)::uuid`,
  `create function bench.word(n bigint) returns text language sql immutable parallel safe
     return (select ${[0, 1, 2, 3].map(letter).join(' || ')}
       from (select (n * 2654435761) % ${BigInt(LETTERS.length) ** 4n} as x) as mixed)`,
  `create table bench.sample (case_id uuid primary key, sponsor_id uuid, institution_id uuid, licence text, word text,
     copies integer, size integer, first integer, opens boolean)`,
];

/** 教民 with kind, region and level of the sample, and a serial (six digits) that no real licence reaches. */
const LICENCE_OF = (own: string): string =>
  `coalesce(left(s.licence, 10) || lpad((f.licences + ${own})::text, 6, '0') || right(s.licence, 1), '~')`;

/** The words of the first thousand are those of the samples. */
const COPIES = [
  `create table bench.family as
     select sponsor_id, size, 1000 + sum(size) over (order by sponsor_id) - size as base,
       100000 + sum(size) filter (where opens) over (order by sponsor_id) - size as licences
     from (select sponsor_id, max(size) as size, bool_or(opens) as opens from bench.sample group by sponsor_id) as one`,
  `create table bench.copy as
     select s.case_id, s.sponsor_id, s.copies, s.word as sample_word, coalesce(s.licence, '~') as licence, i, o.own,
       bench.word(f.base + o.own) as word, ${LICENCE_OF('o.own')} as licence_of_copy, row_number() over (order by (i + 0.5) / s.copies, s.case_id) as ordinal
     from bench.sample s join bench.family f using (sponsor_id) cross join generate_series(0, s.copies - 1) i
       cross join lateral (select (s.first + i) % s.size as own) o order by ordinal`,
  `create table bench.school as
     select s.case_id, s.sponsor_id, s.copies, s.word as sample_word, s.licence, own as i, own,
       bench.word(f.base + own) as word, ${LICENCE_OF('own')} as licence_of_copy, own as ordinal
     from bench.sample s join bench.family f using (sponsor_id) cross join generate_series(0, s.size - 1) own
     where s.opens`,
  'analyze bench.copy, bench.school, bench.sample',
];

const ACCOUNTS = `
  insert into account (id, login, password_hash, display_name, roles, active, demo, created_at)
  select bench.id(a.id, own), a.login || '-' || own, a.password_hash, a.display_name, a.roles, a.active, a.demo, a.created_at
  from bench.family f join account a on a.id = f.sponsor_id cross join generate_series(0, f.size - 1) own`;
