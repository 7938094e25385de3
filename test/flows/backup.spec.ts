import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import pg from 'pg';
import { makeBackup, type Made } from '../../apps/cli/src/backup/make.js';
import { filePath, HEADS, MANIFEST, tablePath, type Manifest } from '../../apps/cli/src/backup/manifest.js';
import { restoreBackup } from '../../apps/cli/src/backup/restore.js';
import { brokenLink, entriesOf } from '../../libs/cases/src/index.js';
import { sha256 } from '../../libs/platform/src/index.js';
import { createEmptyDatabase, type TestDatabase } from '../setup/database.js';
import { World } from './harness.js';

/** The drill: a running system is backed up, restored elsewhere, and goes on there. */
const folder = mkdtempSync(join(tmpdir(), 'licensing-backup-'));
const kept = join(folder, 'kept');
let world: World;
let empty: TestDatabase;
let made: Made;
let cases: Record<'drafted' | 'submitted' | 'accepted' | 'issued' | 'granted', string>;

beforeAll(async () => {
  [world, empty] = [await World.make(), await createEmptyDatabase()];
  const issued = await world.granted();
  await world.work();
  cases = {
    issued,
    drafted: await world.drafted(),
    submitted: await world.submitted(),
    accepted: await world.accepted(),
    granted: await world.granted(),
  };
  made = await whileCommandsRun(() => makeBackup(world.database.ownerUrl, world.folder, kept, new Date()));
});
afterAll(async () => {
  await world.close();
  await empty.drop();
  rmSync(folder, { recursive: true, force: true });
});

/** People go on filing before, during and after the work. */
async function whileCommandsRun<T>(work: () => Promise<T>): Promise<T> {
  let stop = false;
  await world.submitted();
  const filing = (async () => {
    do await world.submitted();
    while (!stop);
  })();
  try {
    return await work();
  } finally {
    stop = true;
    await filing;
  }
}

async function rowsOf<T extends pg.QueryResultRow>(url: string, text: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client
    .query<T>(text)
    .then(({ rows }) => rows)
    .finally(() => client.end());
}

const TABLES = `select n.nspname, c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind = 'r' and n.nspname in ('public', 'bullmq')`;
/** Who may do what, and what keeps order: rights, keys, triggers. */
const ORDER = `select 'right' as kind, c.relname as on, coalesce(c.relacl::text, '') || coalesce((select string_agg(a.attname || a.attacl::text, ',' order by a.attnum)
      from pg_attribute a where a.attrelid = c.oid), '') as what from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'S')
  union all select 'key', conname, pg_get_constraintdef(oid) from pg_constraint where connamespace = 'public'::regnamespace
  union all select 'trigger', tgname, tgenabled::text || pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
  order by 1, 2, 3`;

/** A copy of the backup, changed by a hand that knows or does not know the format. */
function tampered(change: (copy: string) => void): string {
  const copy = mkdtempSync(join(folder, 'copy-'));
  cpSync(kept, copy, { recursive: true });
  change(copy);
  return copy;
}
const refusal = async (copy: string, into = empty.ownerUrl): Promise<string> =>
  restoreBackup(copy, into, join(folder, 'nowhere')).then(
    () => 'restored',
    (error: Error) => error.message,
  );

function rewriteManifest(copy: string, change: (manifest: Manifest) => void): void {
  const path = join(copy, MANIFEST);
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as Manifest;
  change(manifest);
  writeFileSync(path, JSON.stringify(manifest));
}

/** Lines of a table, changed or taken out, with every hash of the manifest made to fit. */
function rewriteLines(copy: string, table: string, change: (line: string) => string | null): void {
  const path = tablePath(copy, table);
  const lines = gunzipSync(readFileSync(path)).toString().split('\n').slice(0, -1);
  const left = lines.map(change).filter((line) => line !== null);
  const text = left.map((line) => `${line}\n`).join('');
  writeFileSync(path, gzipSync(text));
  rewriteManifest(copy, ({ tables }) => {
    const entry = tables.find(({ name }) => name === table);
    const file = sha256(readFileSync(path));
    if (entry) Object.assign(entry, { rows: left.length, content: sha256(text), file });
  });
}

it('a changed backup is refused with the thing that is wrong, and the database stays empty', async () => {
  const stored = readFileSync(join(kept, 'files.txt'), 'utf8').slice(0, 64);
  const oneByte = tampered((copy) => {
    const path = tablePath(copy, 'account');
    const bytes = readFileSync(path);
    bytes[bytes.length - 20] = (bytes[bytes.length - 20] ?? 0) ^ 1;
    writeFileSync(path, bytes);
  });
  expect(await refusal(oneByte)).toBe('table account: its file is not the one that was backed up');
  expect(await refusal(tampered((copy) => rmSync(tablePath(copy, 'timer'))))).toBe('table timer is missing');
  expect(await refusal(tampered((copy) => rmSync(filePath(copy, stored))))).toBe(`file ${stored} is missing`);
  expect(await refusal(tampered((copy) => writeFileSync(filePath(copy, stored), 'x')))).toBe(
    `file ${stored} holds other bytes than its name says`,
  );
  expect(await refusal(tampered((copy) => rmSync(join(copy, HEADS))))).toBe(`${HEADS} is missing`);
  expect(await refusal(tampered((copy) => rmSync(join(copy, MANIFEST))))).toMatch(/not finished$/);
  expect(
    await refusal(tampered((copy) => rewriteManifest(copy, ({ migrations }) => migrations.push('Later9999999999999')))),
  ).toBe('made by a later release: its migration Later9999999999999 is not known here');
  expect(await rowsOf(empty.ownerUrl, TABLES)).toEqual([]);
});

it('a changed row of a log is found even where every hash of the backup was made to fit', async () => {
  const place = (table: string, column: string): number =>
    made.manifest.tables.find(({ name }) => name === table)?.columns.indexOf(column) ?? NaN;
  const [roleOf, headOf] = [place('case_event', 'actor_role'), place('licensing_case', 'last_hash')];
  const [first, second] = [1, 2].map((seq) => `${cases.accepted}\t${seq}\t`);
  const changed = tampered((copy) =>
    rewriteLines(copy, 'case_event', (line) =>
      line.startsWith(`${second}`) ? line.split('\t').with(roleOf, 'bureauHead').join('\t') : line,
    ),
  );
  expect(await refusal(changed)).toBe(`case_event: the chain of case ${cases.accepted} is broken at entry 2`);
  const shorter = tampered((copy) =>
    rewriteLines(copy, 'case_event', (line) => (line.startsWith(`${first}`) ? null : line)),
  );
  expect(await refusal(shorter)).toMatch(/^case_event: the chain of case|^rows that belong together are not all there/);
  const elsewhere = tampered((copy) =>
    rewriteLines(copy, 'licensing_case', (line) =>
      line.startsWith(cases.accepted) ? line.split('\t').with(headOf, '0'.repeat(64)).join('\t') : line,
    ),
  );
  expect(await refusal(elsewhere)).toMatch(/^licensing_case: case .* does not stand where its log ends$/);
  expect(await rowsOf(empty.ownerUrl, TABLES)).toEqual([]);
});

it('a database with something in it is refused', async () => {
  expect(await refusal(kept, world.database.ownerUrl)).toMatch(/^the database is not empty: it has the table /);
  await expect(makeBackup(world.database.ownerUrl, world.folder, kept, new Date())).rejects.toThrow('exists already');
});

it('what was backed up while commands ran comes out whole, and goes on as if nothing had happened', async () => {
  const files = join(folder, 'files');
  const restored = await restoreBackup(kept, empty.ownerUrl, files);
  expect(made.broken).toBeNull();
  expect(restored.hash).toBe(made.hash);
  expect(restored.tables.filter(({ same }) => !same)).toEqual([]);
  expect(await rowsOf(empty.ownerUrl, ORDER)).toEqual(await rowsOf(world.database.ownerUrl, ORDER));
  const [now] = await world.sql.query<{ n: string }>('select count(*) as n from licensing_case');
  expect(Number(now?.n)).toBeGreaterThan(restored.tables.find(({ table }) => table === 'licensing_case')?.rows ?? NaN);

  const again = await makeBackup(empty.ownerUrl, files, join(folder, 'again'), new Date());
  const contents = ({ tables }: Manifest) => tables.map(({ name, rows, content }) => [name, rows, content]);
  expect(contents(again.manifest)).toEqual(contents(made.manifest));
  expect(again.manifest).toMatchObject({
    sequences: made.manifest.sequences,
    chains: made.manifest.chains,
    files: made.manifest.files,
  });

  const other = await World.on(empty, files);
  await goesOn(other);
  await other.app.close();
});

const DONE = 'select id, released_at, done_at, attempts from outbox where done_at is not null order by id';

async function goesOn(other: World): Promise<void> {
  const done = await other.sql.query<{ id: string }>(DONE);
  const [last] = await other.sql.query<{ id: string }>('select max(id) as id from outbox');
  expect(done.length).toBeGreaterThan(0);
  const papers = await other.count('document', cases.issued);

  // what was promised and not yet done is done now, and nothing that was done is done again
  await other.work();
  expect((await other.view(cases.granted)).documents.every(({ ready }) => ready)).toBe(true);
  expect((await other.sql.query<{ id: string }>(DONE)).slice(0, done.length)).toEqual(done);
  expect(await other.count('document', cases.issued)).toBe(papers);

  // a command, a paper and a draft of before
  await other.lookedUp(cases.accepted);
  await (await other.as('sponsor')).does(cases.drafted, 'submit');
  const [next] = await other.sql.query<{ id: string }>('select max(id) as id from outbox');
  expect(Number(next?.id)).toBeGreaterThan(Number(last?.id));
  const [paper] = (await other.view(cases.issued)).materials.filter(({ fileId }) => fileId !== null);
  expect((await (await other.as('sponsor')).download(`/api/files/${paper?.fileId}`)).length).toBeGreaterThan(0);

  // an alarm that was set before the backup
  other.clock.set('2026-03-10');
  await other.work();
  expect((await other.view(cases.submitted)).state).toBe('DEEMED_ACCEPTED');
  for (const caseId of Object.values(cases)) expect(brokenLink(await entriesOf(other.sql, caseId))).toBeNull();
}
