import type { PlainDate } from '../../law/src/index.js';
import {
  applicableLines,
  plainDateOf,
  type DraftForm,
  type MaterialLine,
  type MatterPack,
  type WorkingCalendar,
} from '../../law/src/index.js';
import { standingOf, type CaseSnapshot, type Procedure } from '../../procedures/src/index.js';
import { canonicalJson, Refusal, sha256, type Clock, type Sql } from '../../platform/src/index.js';
import { inForceOf, VERSION_IN_FORCE, type CalendarShelf } from './calendar/calendar-shelf.js';
import { REGISTERED, type Registered } from '../../register/src/index.js';
import { clocksOf, type CaseClock } from './clocks.js';
import { isWindingUp, linesOfClosing } from './closing-papers.js';
import { ENTRY_COLUMNS, type LogEntry } from './log.js';
import type { PackShelf } from './pack-shelf.js';
import { reservedIn, type Reserved } from './recusal/reserved.js';
import type { CaseRow } from './rows.js';

/** A file as handed in for a line, not superseded; `submission_seq` is null while it is only being written. */
export interface CurrentHandIn {
  id: string;
  line_id: string;
  file_hash: string;
  file_name: string;
  size: number;
  media_type: string;
  handed_in_at: Date;
  submission_seq: number | null;
}

/** What an applicant says and hands in, and the lines of the list that follow from it. */
export interface Content {
  form: DraftForm;
  handIns: CurrentHandIn[];
  lines: MaterialLine[];
}

/**
 * Everything about one case that a command or a page needs, read once. Its content is what the bureau has: the last
 * submission, or the draft while nothing has been submitted yet.
 */
export interface CaseFile extends Content {
  /** The institution in the register that the case is about; null while there is none. */
  institution: Registered | null;
  row: Omit<CaseRow, 'snapshot'> & { snapshot: CaseSnapshot };
  pack: MatterPack;
  procedure: Procedure;
  /** What its days are counted by: the calendar in force, or for a closed case the one it was closed under. */
  calendar: WorkingCalendar;
  log: LogEntry[];
  /** What the applicant is writing after a submission; it counts for nothing until it is supplied. */
  writing: Content | null;
  clocks: CaseClock[];
  /** Where the county has it so (`assignment: named`): whose alone each drawn office is. Empty: colleagues may stand in. */
  reserved: Reserved;
  /** The promised day of a pre-review that still waits for its answer; null while there is none. */
  preReviewBy: PlainDate | null;
  now: Date;
  today: PlainDate;
}

/** The columns of a case's row `c`. */
export const COLUMNS = `c.id, c.number, c.matter, c.sponsor_id, c.institution_name, c.claimed_name, c.state, c.owner_role, c.snapshot, c.version, c.last_hash, c.machine_hash,
  c.pack_hash, c.law_version, c.institution_id, c.created_at, c.updated_at, c.closed_at, c.calendar_version`;

/** The pre-review of a case that still waits for its answer. @param caseId SQL of the case's id */
const stillOpen = (caseId: string): string => `case_id = ${caseId} and sheet_id is null and overtaken_at is null`;
export const STILL_OPEN = stillOpen('$1');

/** What stands beside the row of a case, as JSON has it: moments are texts. */
export interface Beside {
  calendar: string | null;
  draft: DraftForm | null;
  submitted: DraftForm | null;
  institution: Registered | null;
  preReviewBy: PlainDate | null;
  log: AsJson<LogEntry>[];
  handIns: AsJson<CurrentHandIn>[];
}
type AsJson<T> = { [K in keyof T]: T[K] extends Date ? string : T[K] };

/** @param caseId SQL of the case's id @param institutionId SQL of the id of the institution that it is about */
export const besideOf = (caseId: string, institutionId: string): string => `select (${VERSION_IN_FORCE}) as calendar,
  (select form from draft where case_id = ${caseId}) as draft,
  (select form from submission where case_id = ${caseId} order by seq desc limit 1) as submitted,
  (select row_to_json(r) from (${REGISTERED} where i.id = ${institutionId}) r)
    as institution,
  (select promised_on::text from pre_review where ${stillOpen(caseId)}) as "preReviewBy",
  (select coalesce(json_agg(e order by e.seq), '[]') from (select ${ENTRY_COLUMNS} from case_event where case_id = ${caseId}) e) as log,
  (select coalesce(json_agg(h order by h.line_id), '[]') from (
     select h.id, h.line_id, h.file_hash, h.file_name, h.handed_in_at, h.submission_seq, f.size, f.media_type
     from hand_in h cross join lateral (select size, media_type from stored_file where hash = h.file_hash limit 1) f where h.case_id = ${caseId} and h.superseded_at is null) h)
    as "handIns"`;
const BESIDE = besideOf('$1', '(select institution_id from licensing_case where id = $1)');

export interface FileTools {
  shelf: PackShelf;
  calendars: CalendarShelf;
  clock: Clock;
}

/**
 * Everything is asked for at once, the row first: in a transaction that has locked it the rest is as it stands under the
 * lock, for each statement sees what was committed before it ran; outside of one the rest is never older than the row.
 * @param lock take the case for writing: from here to the end of the transaction nobody else can
 */
export async function openFile(sql: Sql, caseId: string, tools: FileTools, lock = false): Promise<CaseFile> {
  const asking = lock ? lockedRow(sql, caseId) : unlockedRow(sql, caseId);
  if (!lock) await asking;
  const [row, [beside]] = await Promise.all([asking, sql.query<Beside>(BESIDE, [caseId])]);
  if (!row || !beside) throw new Refusal('CASE_NOT_FOUND');
  return assembled(sql, tools, row, beside);
}

type RowOfFile = CaseFile['row'];

async function unlockedRow(sql: Sql, caseId: string): Promise<RowOfFile | undefined> {
  return (await sql.query<RowOfFile>(`select ${COLUMNS} from licensing_case c where c.id = $1`, [caseId]))[0];
}

/** Takes a case for writing. What is asked after it is as it stands under the lock. */
export async function lockedRow(sql: Sql, caseId: string): Promise<RowOfFile | undefined> {
  return (
    await sql.query<RowOfFile>(`select ${COLUMNS} from licensing_case c where c.id = $1 for update`, [caseId])
  )[0];
}

/** The file of a case from its rows. */
export async function assembled(sql: Sql, tools: FileTools, row: CaseFile['row'], beside: Beside): Promise<CaseFile> {
  const { institution, preReviewBy } = beside;
  const handIns = beside.handIns.map((one) => ({ ...one, handed_in_at: new Date(one.handed_in_at) }));
  const { pack, procedure } = await tools.shelf.pinned(sql, row);
  const now = tools.clock.now();
  const file = {
    row,
    pack,
    procedure,
    calendar: await tools.calendars.at(sql, row.calendar_version ?? inForceOf(beside.calendar)),
    log: beside.log.map((entry) => ({ ...entry, at: new Date(entry.at) })),
    ...contentOf(row, beside, handIns, pack, institution),
    institution,
    clocks: [],
    reserved: pack.authority.assignment === 'named' ? await reservedIn(sql, row.id) : {},
    preReviewBy,
    now,
    today: plainDateOf(now),
  };
  return { ...file, clocks: clocksOfFile(file) };
}

/** Whom and what a case is about, in words: as the register has it; an institution that is not there yet as its applicant says. */
export const subjectOf = ({ form, institution }: Pick<CaseFile, 'form' | 'institution'>) => ({
  name: institution?.fields.name ?? form.schoolName ?? '',
  address: institution?.fields.address ?? form.siteAddress ?? '',
  sponsors: institution?.fields.sponsors ?? form.sponsors?.map(({ name }) => name) ?? [],
});

/** The clocks of a case as it stands, as of its file's own day. */
export function clocksOfFile(file: Omit<CaseFile, 'clocks'>): CaseClock[] {
  const { clocks: running } = standingOf(file.procedure, file.row.snapshot);
  return clocksOf(file.log, running, {
    pack: file.pack,
    known: file.procedure.clocks,
    calendar: file.calendar,
    asOf: file.today,
    closed: file.row.closed_at !== null,
  });
}

/** Keeps apart what was submitted and what is still being written: nobody is judged by an unfinished sentence. */
function contentOf(
  { number, state }: { number: string | null; state: string },
  forms: Pick<Beside, 'draft' | 'submitted'>,
  current: CurrentHandIn[],
  pack: MatterPack,
  institution: Registered | null,
): Content & { writing: Content | null } {
  const pending = current.filter(({ submission_seq }) => submission_seq === null);
  const submitted = current.filter(({ submission_seq }) => submission_seq !== null);
  const later = linesOfClosing(pack).filter(({ stage }) => stage === 'closing');
  const content = (form: DraftForm, handIns: CurrentHandIn[]): Content => ({
    form,
    handIns,
    lines: [...applicableLines(pack, form, institution?.fields), ...(isWindingUp(state) ? later : [])],
  });
  if (number === null) return { ...content(forms.draft ?? {}, pending), writing: null };
  const standing = content(forms.submitted ?? {}, submitted);
  if (!forms.draft && pending.length === 0) return { ...standing, writing: null };
  const kept = submitted.filter(({ line_id }) => !pending.some((newer) => newer.line_id === line_id));
  return { ...standing, writing: content(forms.draft ?? standing.form, [...kept, ...pending]) };
}

/** The case with what the applicant is writing in the place of what was submitted. */
export const asWritten = (file: CaseFile): CaseFile => (file.writing ? { ...file, ...file.writing } : file);

/** Hash of what stands behind a line: its file, or its form fields. Null where nothing is there yet. */
export function lineContentHash(line: MaterialLine, file: Pick<CaseFile, 'form' | 'handIns'>): string | null {
  switch (line.source) {
    case 'upload':
      return file.handIns.find(({ line_id }) => line_id === line.id)?.file_hash ?? null;
    case 'form': {
      const fields = line.fields.map((field) => (file.form as Record<string, unknown>)[field]);
      return fields.some((value) => value === undefined) ? null : sha256(canonicalJson(fields));
    }
    case 'lookup':
    case 'agency':
      return null;
  }
}

/** One hash over the form and every file: what exactly was submitted. */
export function contentHash(file: Pick<CaseFile, 'form' | 'handIns'>): string {
  const files = file.handIns.map(({ line_id, file_hash }) => [line_id, file_hash] as const);
  return sha256(canonicalJson({ form: file.form, files: files.sort(([a], [b]) => (a < b ? -1 : 1)) }));
}
