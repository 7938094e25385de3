import pg from 'pg';
import { DataSource } from 'typeorm';
import { ENTITIES } from '../../apps/api/src/entities.js';
import { SEED_CALENDAR } from '../../libs/law/src/index.js';
import { ownerSource } from '../../libs/platform/src/index.js';
import { createTestDatabase, type TestDatabase } from '../setup/database.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const asking = async <T extends pg.QueryResultRow>(url: string, text: string): Promise<T[]> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(text)).rows;
  } finally {
    await client.end();
  }
};

it('entities and migrations say the same: no drift', async () => {
  const source = await new DataSource({
    type: 'postgres',
    url: database.ownerUrl,
    entities: ENTITIES,
    uuidExtension: 'pgcrypto',
    installExtensions: false,
  }).initialize();
  const drift = await source.driver.createSchemaBuilder().log();
  await source.destroy();
  expect(drift.upQueries.map(({ query }) => query)).toEqual([]);
});

it('every foreign key has an index that starts with its columns', async () => {
  const naked = await asking(
    database.ownerUrl,
    `select conrelid::regclass::text || '.' || conname as key from pg_constraint c where contype = 'f' and connamespace = 'public'::regnamespace
       and not exists (select 1 from pg_index i where i.indrelid = c.conrelid
         and (i.indkey::int2[])[0:cardinality(c.conkey) - 1] @> c.conkey and c.conkey @> (i.indkey::int2[])[0:cardinality(c.conkey) - 1])`,
  );
  expect(naked).toEqual([]);
});

it('goes down to nothing and up again', async () => {
  const other = await createTestDatabase();
  const source = await ownerSource(other.ownerUrl).initialize();
  const tables = async () =>
    (
      await source.query<{ n: string }[]>(
        `select count(*) as n from pg_tables where schemaname = 'public' and tablename <> 'schema_migration'`,
      )
    )[0]?.n;
  const before = await tables();
  for (let left = source.migrations.length; left > 0; left -= 1) await source.undoLastMigration();
  expect(await tables()).toBe('0');
  await source.runMigrations();
  expect(await tables()).toBe(before);
  await source.destroy();
  await other.drop();
});

it('the first calendar is the maintained source: who changes the one gives the other a new version', async () => {
  const versions = await asking(database.ownerUrl, 'select version, content_hash as hash from calendar_version');
  expect(versions).toEqual([
    { version: '2026.1', hash: '3f1e9a376bb65e3b9b4283119fc9349bf27bbcbea5b6a556f0d0d66a8e2839bf' },
  ]);
  expect(SEED_CALENDAR).toBe('2026.1');
});

it('cases that were closed before there were versions keep the calendar that they were counted by', async () => {
  const other = await createTestDatabase();
  const source = await ownerSource(other.ownerUrl).initialize();
  const down = source.migrations.findIndex(({ name }) => name?.startsWith('WorkingDayCalendar'));
  for (let left = source.migrations.length - down; left > 0; left -= 1) await source.undoLastMigration();
  const id = (n: number): string => `00000000-0000-4000-8000-00000000000${n}`;
  await source.query(
    `insert into account (id, login, password_hash, display_name, roles, active, demo, created_at)
     values ('${id(1)}', 'sql', 'x', '演示', '{sponsor}', true, true, now())`,
  );
  for (const [n, closedAt] of [
    [2, 'now()'],
    [3, 'null'],
  ] as const)
    await source.query(
      `insert into licensing_case (id, matter, sponsor_id, state, owner_role, snapshot, version, last_hash, machine_hash, pack_hash, law_version, created_at, updated_at, closed_at)
       values ('${id(n)}', 'EST-DIRECT', '${id(1)}', 'X', 'sponsor', '{}', 0, 'h', 'm', 'p', 'l', now(), now(), ${closedAt})`,
    );
  await source.runMigrations();
  const cases = await source.query<object[]>('select calendar_version as version from licensing_case order by id');
  expect(cases).toEqual([{ version: SEED_CALENDAR }, { version: null }]);
  await source.destroy();
  await other.drop();
});

describe('the application role', () => {
  const appendOnly = [
    'case_event',
    'event_words',
    'submission',
    'register_version',
    'register_lineage',
    'co_signer_invitation',
    'co_signer_seat',
    'co_signature',
    'institution_holder',
    'service_record',
    'command_answer',
    'verdict',
    'verdict_sheet',
    'attestation',
    'trip',
    'trip_confirmation',
    'appointment_reminder',
    'visit_signature',
    'commitment',
    'tolerance',
    'special_procedure',
    'hearing',
    'hearing_party',
    'hearing_record',
    'hearing_signature',
    'archive_record',
    'public_notice',
    'log_root',
    'calendar_version',
    'calendar_year',
    'calendar_local_day',
    'supervision_ticket',
    'ticket_rung',
    'ticket_acknowledgement',
    'ticket_told',
    'promise_explanation',
    'outbox_skip',
  ];
  it.each(appendOnly)('may not update, delete or truncate %s', async (table) => {
    for (const statement of [
      `update ${table} set ${table === 'trip' ? 'cause' : '(tableoid)'} = null`,
      `delete from ${table}`,
      `truncate ${table}`,
    ]) {
      await expect(
        asking(database.appUrl, statement.replace('set (tableoid) = null', `set ${await firstColumn(table)} = null`)),
      ).rejects.toThrow(/permission denied/);
    }
  });

  it('may not make or change tables, switch the log off or become somebody else', async () => {
    for (const statement of [
      'create table mine (id int)',
      'alter table case_event disable trigger all',
      'drop table account',
      'set role licensing_owner',
      'delete from account',
      'delete from licensing_case',
    ]) {
      await expect(asking(database.appUrl, statement)).rejects.toThrow(/permission denied|must be owner/);
    }
  });

  it('cannot write a second correction notice or a second decision, nor a number twice', async () => {
    const account = '00000000-0000-4000-8000-000000000001';
    const caseId = '00000000-0000-4000-8000-000000000002';
    const hash = '0'.repeat(64);
    await asking(
      database.appUrl,
      `insert into account (id, login, password_hash, display_name, roles, active, demo, created_at) values ('${account}', 'sql', 'x', '演示', '{sponsor}', true, true, now())`,
    );
    await asking(
      database.appUrl,
      `insert into licensing_case (id, matter, sponsor_id, state, owner_role, snapshot, version, last_hash, machine_hash, pack_hash, law_version, created_at, updated_at)
       values ('${caseId}', 'EST-DIRECT', '${account}', 'RECEIVED', 'windowClerk', '{}', 0, '${hash}', 'm', 'p', 'l', now(), now())`,
    );
    const entry = (seq: number, type: string) =>
      asking(
        database.appUrl,
        `insert into case_event (case_id, seq, type, state, actor_role, owner_role, at, legal_date, payload, machine_hash, pack_hash, prev_hash, hash)
         values ('${caseId}', ${seq}, '${type}', 'X', 'windowClerk', 'windowClerk', now(), now(), '{}', 'm', 'p', '${hash}', '${hash}')`,
      );
    await entry(1, 'issueCorrectionNotice');
    await expect(entry(2, 'issueCorrectionNotice')).rejects.toThrow(/one_correction_notice/);
    await expect(entry(1, 'accept')).rejects.toThrow(/case_event_pkey/);
    await entry(2, 'grant');
    await expect(entry(3, 'refuse')).rejects.toThrow(/one_decision/);
  });
});

const firstColumn = async (table: string): Promise<string> => {
  const [row] = await asking<{ column_name: string }>(
    database.ownerUrl,
    `select column_name from information_schema.columns where table_name = '${table}' and table_schema = 'public' order by ordinal_position limit 1`,
  );
  return row?.column_name ?? '';
};
