import { addWorkingDays, endOfDay } from '../../law/src/index.js';
import { inTransaction, Refusal } from '../../platform/src/index.js';
import type { Actor } from './commands/command.js';
import { judgeSheet, writeSheet, type SeenVerdict } from './commands/verdict-sheet.js';
import { openOwn } from './drafts.js';
import { openFile, STILL_OPEN } from './file-of-case.js';
import type { Workshop } from './workshop.js';
import { mustSee } from './queries/list.js';
import { drawToolsOf } from './recusal/declare.js';
import { noteParties } from './recusal/match.js';
import { PRE_REVIEW_ALARM, silence, superviseLatePreReview } from './pre-review-promise.js';

/** 网上预审: a look before submission, on request; it stops nothing and delays nothing (design 6.5). */
export async function requestPreReview(
  workshop: Workshop,
  at: { caseId: string; actor: Actor },
): Promise<{ id: string; promisedOn: string }> {
  return inTransaction(workshop.source, async (sql) => {
    const file = await openOwn(workshop, sql, at);
    if (file.row.state !== 'DRAFT') throw new Refusal('PRE_REVIEW_CLOSED');
    const [open] = await sql.query(`select 1 from pre_review where ${STILL_OPEN}`, [at.caseId]);
    if (open) throw new Refusal('PRE_REVIEW_OPEN');
    const id = workshop.ids.uuid();
    const promisedOn = addWorkingDays(file.today, file.pack.limits.preReview.length, file.calendar);
    await sql.query('insert into pre_review (id, case_id, requested_at, promised_on) values ($1, $2, $3, $4)', [
      id,
      at.caseId,
      file.now,
      promisedOn,
    ]);
    await sql.query(
      `insert into timer (case_id, clock, wake_at) values ($1, $2, $3)
       on conflict (case_id, clock) do update set wake_at = excluded.wake_at`,
      [at.caseId, PRE_REVIEW_ALARM, endOfDay(promisedOn)],
    );
    await noteParties(sql, drawToolsOf(workshop), at.caseId, file.form);
    return { id, promisedOn };
  });
}

/** The clerk's answer: a verdict per line; what is ok here cannot be called deficient later unless it changes. */
export async function answerPreReview(
  workshop: Workshop,
  at: { caseId: string; actor: Actor },
  verdicts: readonly SeenVerdict[],
): Promise<{ sheetId: string }> {
  return inTransaction(workshop.source, async (sql) => {
    await mustSee(sql, at.caseId, at.actor);
    const file = await openFile(sql, at.caseId, workshop, true);
    const [open] = await sql.query<{ id: string }>(`select id from pre_review where ${STILL_OPEN}`, [at.caseId]);
    if (file.row.state !== 'DRAFT') throw new Refusal('PRE_REVIEW_CLOSED');
    if (!open) throw new Refusal('PRE_REVIEW_NONE');
    await superviseLatePreReview(sql, workshop, file);
    await judgeSheet(sql, file, verdicts);
    const sheetId = workshop.ids.uuid();
    writeSheet(sql, file, { id: sheetId, purpose: 'pre_review', accountId: at.actor.accountId }, verdicts);
    sql.send('update pre_review set sheet_id = $2 where id = $1', [open.id, sheetId]);
    silence(sql, at.caseId);
    return { sheetId };
  });
}
