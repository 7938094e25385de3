import type { PlainDate } from '../../law/src/index.js';
import {
  applicableLines,
  plainDateOf,
  type DraftForm,
  type MaterialLine,
  type MatterPack,
} from '../../law/src/index.js';
import { standingOf, type CaseSnapshot, type Procedure } from '../../procedures/src/index.js';
import { canonicalJson, Refusal, sha256, type Clock, type Sql } from '../../platform/src/index.js';
import { clocksOf, type CaseClock } from './clocks.js';
import { entriesOf, type LogEntry } from './log.js';
import type { PackShelf } from './pack-shelf.js';
import type { CaseRow } from './rows.js';

/** A file as handed in for a line, current ones only. */
export interface CurrentHandIn {
  id: string;
  line_id: string;
  file_hash: string;
  file_name: string;
  size: number;
  media_type: string;
  handed_in_at: Date;
}

/** Everything about one case that a command or a page needs, read once. */
export interface CaseFile {
  row: Omit<CaseRow, 'snapshot'> & { snapshot: CaseSnapshot };
  pack: MatterPack;
  procedure: Procedure;
  log: LogEntry[];
  form: DraftForm;
  handIns: CurrentHandIn[];
  lines: MaterialLine[];
  clocks: CaseClock[];
  now: Date;
  today: PlainDate;
}

const COLUMNS = `id, number, matter, sponsor_id, institution_name, state, owner_role, snapshot, version, last_hash, machine_hash,
  pack_hash, law_version, created_at, updated_at, closed_at`;

/** @param lock take the case for writing: from here to the end of the transaction nobody else can */
export async function openFile(
  sql: Sql,
  caseId: string,
  tools: { shelf: PackShelf; clock: Clock },
  lock = false,
): Promise<CaseFile> {
  const [row] = await sql.query<CaseFile['row']>(
    `select ${COLUMNS} from licensing_case where id = $1${lock ? ' for update' : ''}`,
    [caseId],
  );
  if (!row) throw new Refusal('CASE_NOT_FOUND');
  const { pack, procedure } = await tools.shelf.pinned(sql, row);
  const [log, form, handIns] = [await entriesOf(sql, caseId), await formOf(sql, caseId), await handInsOf(sql, caseId)];
  const now = tools.clock.now();
  const file = {
    row,
    pack,
    procedure,
    log,
    form,
    handIns,
    lines: applicableLines(pack, form),
    clocks: [],
    now,
    today: plainDateOf(now),
  };
  return { ...file, clocks: clocksOfFile(file, tools.shelf) };
}

/** The clocks of a case as it stands, as of its file's own day. */
export function clocksOfFile(file: Omit<CaseFile, 'clocks'>, shelf: PackShelf): CaseClock[] {
  const { clocks: running } = standingOf(file.procedure, file.row.snapshot);
  return clocksOf(file.log, running, { pack: file.pack, calendar: shelf.calendar, asOf: file.today });
}

/** What the applicant says: the draft while there is one, else the last submission. */
async function formOf(sql: Sql, caseId: string): Promise<DraftForm> {
  const [row] = await sql.query<{ form: DraftForm }>(
    `select form from draft where case_id = $1
     union all (select form from submission where case_id = $1 order by seq desc limit 1) limit 1`,
    [caseId],
  );
  return row?.form ?? {};
}

async function handInsOf(sql: Sql, caseId: string): Promise<CurrentHandIn[]> {
  return sql.query<CurrentHandIn>(
    `select h.id, h.line_id, h.file_hash, h.file_name, h.handed_in_at, f.size, f.media_type
     from hand_in h join stored_file f on f.hash = h.file_hash
     where h.case_id = $1 and h.superseded_at is null order by h.line_id`,
    [caseId],
  );
}

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
      return null;
  }
}

/** One hash over the form and every file: what exactly was submitted. */
export function contentHash(file: Pick<CaseFile, 'form' | 'handIns'>): string {
  return sha256(
    canonicalJson({ form: file.form, files: file.handIns.map(({ line_id, file_hash }) => [line_id, file_hash]) }),
  );
}
