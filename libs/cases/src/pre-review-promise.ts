import type { IdSource, Transaction } from '../../platform/src/index.js';
import { compareDates } from '../../law/src/index.js';
import { STILL_OPEN, type CaseFile } from './file-of-case.js';
import type { PackShelf } from './pack-shelf.js';
import { openTicket } from './supervision/tickets.js';

/** The alarm of a promise that is no clock of the machine: a pre-review is an object of its own (design 6.5). */
export const PRE_REVIEW_ALARM = 'pre_review';

/** 督办: a promised day that passed without an answer is a ticket, once (BER 36). Called under the lock of the case. */
export async function superviseLatePreReview(
  sql: Transaction,
  { ids, shelf }: { ids: IdSource; shelf: Pick<PackShelf, 'readings'> },
  file: CaseFile,
): Promise<void> {
  const { row, today, now, preReviewBy } = file;
  if (row.state !== 'DRAFT' || preReviewBy === null) return;
  if (compareDates(preReviewBy, today) < 0) {
    const moment = { ...file, readings: shelf.readings };
    const ticket = { caseId: row.id, matter: 'preReviewLate', legalDate: preReviewBy, owner: 'windowClerk' } as const;
    await openTicket(sql, ids, ticket, moment);
  }
  sql.send('delete from timer where case_id = $1 and clock = $2 and wake_at <= $3', [row.id, PRE_REVIEW_ALARM, now]);
}

/** The draft was submitted, or given up, before the answer: nothing is owed any more. A late one keeps its ticket. */
export function overtakePreReview(sql: Transaction, { row, now, preReviewBy }: CaseFile): void {
  if (preReviewBy === null) return;
  sql.send(`update pre_review set overtaken_at = $2 where ${STILL_OPEN}`, [row.id, now]);
  silence(sql, row.id);
}

/** The promise was kept or fell: nothing rings any more. */
export const silence = (sql: Transaction, caseId: string): void =>
  sql.send('delete from timer where case_id = $1 and clock = $2', [caseId, PRE_REVIEW_ALARM]);
