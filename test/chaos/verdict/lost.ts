import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import { canonicalJson } from '../../../libs/platform/src/index.js';
import type { Ledger } from '../people/ledger.js';

/** What was acknowledged and is not there, word for word. */
export async function lostOf(db: pg.Client, ledger: Ledger, filesFolder: string): Promise<string[]> {
  return [
    ...(await lostCommands(db, ledger)),
    ...(await lostDrafts(db, ledger)),
    ...(await lostFiles(db, ledger, filesFolder)),
    ...(await lostRows(db, ledger)),
  ];
}

async function lostCommands(db: pg.Client, { commands }: Ledger): Promise<string[]> {
  const { rows } = await db.query<{ command_id: string; answer: unknown; state: string | null; opened: boolean }>(
    `select a.command_id, a.answer, e.state, exists (select 1 from licensing_case c where c.id = a.case_id) as opened
     from command_answer a left join case_event e on e.case_id = a.case_id and e.command_id = a.command_id
       and e.seq = (a.answer->>'version')::int
     where a.case_id is not null`,
  );
  const there = new Map(rows.map((row) => [row.command_id, row]));
  return [...commands.values()].flatMap(({ commandId, caseId, type, version, state, answer }) => {
    const name = `command ${commandId} (${type}, case ${caseId}, version ${version})`;
    const row = there.get(commandId);
    if (!row) return [`${name}: no answer is kept`];
    if (canonicalJson(row.answer) !== answer) return [`${name}: another answer is kept: ${canonicalJson(row.answer)}`];
    if (!row.opened) return [`${name}: its case is not there`];
    if (type !== 'open' && row.state !== state)
      return [`${name}: the log has ${row.state ?? 'no entry'}, not ${state}`];
    return [];
  });
}

async function lostDrafts(db: pg.Client, { drafts }: Ledger): Promise<string[]> {
  const { rows } = await db.query<{ id: string; form: Record<string, unknown>; version: number | null }>(
    `select c.id, d.version, coalesce((select s.form from submission s where s.case_id = c.id order by seq desc limit 1), '{}')
       || coalesce(d.form, '{}') as form
     from licensing_case c left join draft d on d.case_id = c.id`,
  );
  const there = new Map(rows.map((row) => [row.id, row]));
  return [...drafts].flatMap(([caseId, saves]) => {
    const row = there.get(caseId);
    if (!row) return [`draft of case ${caseId}: the case is not there`];
    const inOrder = [...saves].sort((a, b) => a.version - b.version);
    const saved: Record<string, unknown> = Object.assign({}, ...inOrder.map(({ fields }) => fields));
    const wrong = Object.entries(saved).filter(
      ([field, value]) => canonicalJson(row.form[field]) !== canonicalJson(value),
    );
    const behind = row.version !== null && row.version < (inOrder.at(-1)?.version ?? 0);
    return [
      ...wrong.map(([field]) => `draft of case ${caseId}: the field ${field} is not what was saved last`),
      ...(behind ? [`draft of case ${caseId}: version ${row.version} is older than one that was acknowledged`] : []),
    ];
  });
}

async function lostFiles(db: pg.Client, { files }: Ledger, folder: string): Promise<string[]> {
  const { rows } = await db.query<{ id: string; file_hash: string }>('select id, file_hash from hand_in');
  const there = new Map(rows.map(({ id, file_hash }) => [id, file_hash]));
  const missing = files
    .filter(({ handInId, hash }) => there.get(handInId) !== hash)
    .map(({ handInId, caseId }) => `file ${handInId} of case ${caseId} is not in its list`);
  const stored = await db.query<{ hash: string }>('select hash from stored_file');
  const hashes = new Set([...stored.rows.map(({ hash }) => hash), ...files.map(({ hash }) => hash)]);
  const broken: string[] = [];
  for (const hash of hashes) if (!(await isWhole(folder, hash))) broken.push(`the bytes of file ${hash} are not there`);
  return [...missing, ...broken];
}

async function isWhole(folder: string, hash: string): Promise<boolean> {
  const bytes = await readFile(join(folder, hash.slice(0, 2), hash)).catch(() => null);
  return bytes !== null && createHash('sha256').update(bytes).digest('hex') === hash;
}

/** What has a row of its own: accounts, signatures, licences that were seen, calendars, the clock. */
async function lostRows(db: pg.Client, ledger: Ledger): Promise<string[]> {
  const keys = async (text: string): Promise<Set<string>> =>
    new Set((await db.query<{ key: string }>(text)).rows.map(({ key }) => key));
  const accounts = await keys('select id::text as key from account');
  const signatures = await keys(
    `select visit_id || ' ' || account_id || ' ' || content_hash as key from visit_signature`,
  );
  const licences = await keys('select number as key from licence');
  const calendars = await keys(`select version || ' ' || content_hash as key from calendar_version`);
  const { rows } = await db.query<{ now: Date }>(
    `select now() + make_interval(secs => offset_ms / 1000.0) as now from development_clock`,
  );
  const behind = ledger.clock !== '' && (rows[0]?.now ?? new Date(0)) < new Date(ledger.clock);
  return [
    ...ledger.accounts.filter(({ id }) => !accounts.has(id)).map(({ login }) => `the account ${login}`),
    ...ledger.signatures
      .filter((one) => !signatures.has(`${one.visitId} ${one.accountId} ${one.contentHash}`))
      .map(({ visitId, accountId }) => `the signature of ${accountId} under visit ${visitId}`),
    ...[...ledger.licences.keys()].filter((number) => !licences.has(number)).map((number) => `the licence ${number}`),
    ...ledger.calendars
      .filter(({ version, contentHash }) => !calendars.has(`${version} ${contentHash}`))
      .map(({ version }) => `the calendar ${version}`),
    ...(behind ? [`the clock stands before ${ledger.clock}`] : []),
  ];
}
