import { inTransaction, Refusal } from '../../platform/src/index.js';
import type { Actor } from './commands/command.js';
import { openFile } from './file-of-case.js';
import type { Workshop } from './workshop.js';

/** 好差评: five grades, once a handling, by the applicant alone, and of their own free will. */
export async function rate(
  workshop: Workshop,
  at: { caseId: string; actor: Actor },
  { grade, words }: { grade: number; words?: string },
): Promise<void> {
  await inTransaction(workshop.source, async (sql) => {
    const file = await openFile(sql, at.caseId, workshop, true);
    if (file.row.sponsor_id !== at.actor.accountId) throw new Refusal('CASE_NOT_FOUND');
    const [rated] = await sql.query(
      'update rating set grade = $2, words = $3, rated_at = $4 where case_id = $1 and grade is null returning 1 as done',
      [at.caseId, grade, words ?? null, file.now],
    );
    if (!rated) throw new Refusal('RATING_NOT_OPEN');
  });
}
