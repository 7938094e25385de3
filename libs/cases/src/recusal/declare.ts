import { plainDateOf } from '../../../law/src/index.js';
import { keepDeclaration, type NewInterest } from '../../../people/src/index.js';
import { inTransaction, sqlOf, type Transaction } from '../../../platform/src/index.js';
import type { Workshop } from '../workshop.js';
import { revealDraws, type DrawTools } from './draw.js';
import { hitsOfOfficer, recuse, recuseMatched } from './match.js';

export const drawToolsOf = ({ ids, identityKey, clock, calendars, shelf }: Workshop): DrawTools => {
  const now = clock.now();
  const { readings } = shelf;
  return { ids, identityKey, now, today: plainDateOf(now), readings, calendarOf: (sql) => calendars.inForce(sql) };
};

/**
 * A declaration of the year (利益申报). It works at once: every case that a declared person or body is part of is gone for
 * its declarer when this returns. A job does the same again, for what was submitted in the same moment.
 */
export async function declareInterests(
  workshop: Workshop,
  accountId: string,
  interests: readonly NewInterest[],
): Promise<void> {
  await inTransaction(workshop.source, async (sql) => {
    await keepDeclaration(sql, drawToolsOf(workshop), accountId, interests);
    await sql.query(`insert into outbox (case_id, topic, payload) values (null, 'matchInterests', $1)`, [
      JSON.stringify({ accountId }),
    ]);
  });
  await matchInterests(workshop, accountId);
}

/** Each case in a transaction of its own, its row locked first as in every command: nobody waits in a circle. */
export async function matchInterests(workshop: Workshop, accountId: string): Promise<void> {
  const tools = drawToolsOf(workshop);
  for (const hit of await hitsOfOfficer(sqlOf(workshop.source), tools, accountId))
    await inCase(workshop, hit.caseId, (sql) => recuse(sql, tools, { ...hit, cause: 'interest' }));
}

/** Tells the seeds of a case's draws, after a last look at who must stay away. */
export async function tellDraws(workshop: Workshop, caseId: string): Promise<void> {
  const tools = drawToolsOf(workshop);
  await inCase(workshop, caseId, async (sql) => {
    await recuseMatched(sql, tools, caseId);
    await revealDraws(sql, caseId, tools.now);
  });
}

export async function inCase<T>(
  workshop: Workshop,
  caseId: string,
  work: (sql: Transaction) => Promise<T>,
): Promise<T> {
  return inTransaction(workshop.source, async (sql) => {
    sql.send('select 1 from licensing_case where id = $1 for update', [caseId]);
    return work(sql);
  });
}
