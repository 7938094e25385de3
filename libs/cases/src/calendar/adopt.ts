import { plainDateOf, yearOf, type YearEntry } from '../../../law/src/index.js';
import { canonicalJson, inTransaction, Refusal, sha256, type Sql } from '../../../platform/src/index.js';
import type { Workshop } from '../workshop.js';
import { contentHashOf, type CalendarContent } from './calendar-shelf.js';
import { proposed, reportOn } from './report.js';

export interface Adoption {
  commandId: string;
  accountId: string;
  entry: YearEntry;
  reason: string;
  /** What the administrator saw: the report's base and hash. */
  baseVersion: string;
  reportHash: string;
}
export interface Adopted {
  version: string;
  contentHash: string;
  /** Open cases whose alarms are set anew in the background. */
  cases: number;
}

/** Cases in one outbox row: short enough that a killed worker repeats little. */
const CASES_PER_JOB = 100;

/**
 * Puts a new version of the calendar in force: exactly what was shown, or nothing. Adoptions come one after the other.
 * Open cases are counted by the new version from the commit on; jobs only set their alarms. Closed cases are left alone.
 * @throws Refusal CALENDAR_HAS_MOVED_ON another version was adopted meanwhile; CALENDAR_REPORT_CHANGED an open case has
 *   moved so that other days would change than those shown; COMMAND_ID_REUSED; what `proposed` refuses
 */
export async function adoptCalendar(workshop: Workshop, adoption: Adoption): Promise<Adopted> {
  const { commandId, ...body } = adoption;
  const bodyHash = sha256(canonicalJson(body));
  return inTransaction(workshop.source, async (sql) => {
    await sql.query(`select pg_advisory_xact_lock(hashtextextended('calendar', 0))`);
    const [before] = await sql.query<{ body_hash: string; answer: Adopted }>(
      'select body_hash, answer from command_answer where command_id = $1',
      [commandId],
    );
    if (before && before.body_hash !== bodyHash) throw new Refusal('COMMAND_ID_REUSED');
    if (before) return before.answer;
    const content = await asShown(workshop, sql, adoption);
    const version = await write(workshop, sql, adoption, content);
    const answer = { version, contentHash: contentHashOf(content), cases: await wakeOpenCases(sql) };
    const [kept] = await sql.query(
      `insert into command_answer (command_id, case_id, actor_id, body_hash, answer, at)
       values ($1, null, $2, $3, $4, $5) on conflict (command_id) do nothing returning command_id`,
      [commandId, adoption.accountId, bodyHash, JSON.stringify(answer), workshop.clock.now()],
    );
    if (!kept) throw new Refusal('COMMAND_ID_REUSED');
    return answer;
  });
}

async function asShown(workshop: Workshop, sql: Sql, adoption: Adoption): Promise<CalendarContent> {
  const change = await proposed(workshop, sql, adoption.entry);
  if (change.base.version !== adoption.baseVersion) throw new Refusal('CALENDAR_HAS_MOVED_ON');
  const { reportHash } = await reportOn(workshop, sql, adoption.entry, change);
  if (reportHash !== adoption.reportHash) throw new Refusal('CALENDAR_REPORT_CHANGED');
  return change.content;
}

/** Writes a version, whole: what it does not say anew it takes along from its base. */
async function write(
  { clock }: Workshop,
  sql: Sql,
  { accountId, baseVersion, reason }: Adoption,
  content: CalendarContent,
): Promise<string> {
  const now = clock.now();
  const year = yearOf(plainDateOf(now));
  const [row] = await sql.query<{ version: string }>(
    `insert into calendar_version (version, ordinal, base_version, reason, content_hash, adopted_at, adopted_by)
     select $1 || '.' || (select count(*) + 1 from calendar_version where version like $1 || '.%'),
       (select max(ordinal) + 1 from calendar_version), $2, $3, $4, $5, $6
     returning version`,
    [String(year), baseVersion, reason.trim(), contentHashOf(content), now, accountId],
  );
  const version = row?.version ?? '';
  for (const one of content.years)
    await sql.query(
      'insert into calendar_year (version, year, notice, days_off, make_up_days) values ($1, $2, $3, $4, $5)',
      [version, one.year, one.notice, one.daysOff, one.makeUpDays],
    );
  for (const { region, day, kind, reason: why, documentNumber } of content.localDays)
    await sql.query(
      `insert into calendar_local_day (version, region, day, kind, reason, document_number)
       values ($1, $2, $3, $4, $5, $6)`,
      [version, region, day, kind, why, documentNumber],
    );
  return version;
}

/**
 * One outbox row for each batch of open cases: it outlives a killed process and may be repeated. Drafts are among them:
 * one that is being submitted at this moment counts its days by the version before.
 */
async function wakeOpenCases(sql: Sql): Promise<number> {
  const [row] = await sql.query<{ cases: string }>(
    `with open as (
       select id, number, (row_number() over () - 1) / $1::int as batch from licensing_case
       where closed_at is null),
     put as (
       insert into outbox (topic, payload)
       select 'recomputeTimers', jsonb_build_object('caseIds', jsonb_agg(id order by id)) from open group by batch)
     select count(number) as cases from open`,
    [CASES_PER_JOB],
  );
  return Number(row?.cases ?? 0);
}
