import type { IdSource, Sql } from '../../platform/src/index.js';
import { plainDate } from '../../law/src/index.js';
import type { CaseFile } from './file-of-case.js';
import type { PackShelf } from './pack-shelf.js';
import { openTicket } from './supervision/tickets.js';

/** The alarm of a promise that is no clock of the machine: a pre-review is an object of its own (design 6.5). */
export const PRE_REVIEW_ALARM = 'pre_review';

/** The pre-review of a case `$1` that still waits for its answer. */
export const STILL_OPEN = 'case_id = $1 and sheet_id is null and overtaken_at is null';

/** 督办: a promised day that passed without an answer is a ticket, once (BER 36). Called under the lock of the case. */
export async function superviseLatePreReview(
  sql: Sql,
  { ids, shelf }: { ids: IdSource; shelf: Pick<PackShelf, 'readings'> },
  file: CaseFile,
): Promise<void> {
  const { row, today, now } = file;
  if (row.state !== 'DRAFT') return;
  const [late] = await sql.query<{ promised_on: string }>(
    `select promised_on::text as promised_on from pre_review where ${STILL_OPEN} and promised_on < $2`,
    [row.id, today],
  );
  if (late) {
    const legalDate = plainDate(late.promised_on);
    const moment = { ...file, readings: shelf.readings };
    await openTicket(sql, ids, { caseId: row.id, matter: 'preReviewLate', legalDate, owner: 'windowClerk' }, moment);
  }
  await sql.query('delete from timer where case_id = $1 and clock = $2 and wake_at <= $3', [
    row.id,
    PRE_REVIEW_ALARM,
    now,
  ]);
}

/** The draft was submitted, or given up, before the answer: nothing is owed any more. A late one keeps its ticket. */
export async function overtakePreReview(sql: Sql, { row, now }: CaseFile): Promise<void> {
  await sql.query(`update pre_review set overtaken_at = $2 where ${STILL_OPEN}`, [row.id, now]);
  await silence(sql, row.id);
}

/** The promise was kept or fell: nothing rings any more. */
export const silence = (sql: Sql, caseId: string): Promise<unknown> =>
  sql.query('delete from timer where case_id = $1 and clock = $2', [caseId, PRE_REVIEW_ALARM]);
