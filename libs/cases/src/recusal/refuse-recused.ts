import { Refusal, type Sql } from '../../../platform/src/index.js';
import type { Actor } from '../commands/command.js';

/** Nobody acts on a case that does not exist for them, whichever way their command came. @throws Refusal CASE_NOT_FOUND */
export async function refuseRecused(sql: Sql, caseId: string, { accountId }: Actor): Promise<void> {
  if (accountId === null) return;
  const [away] = await sql.query('select 1 from recusal where case_id = $1 and account_id = $2', [caseId, accountId]);
  if (away) throw new Refusal('CASE_NOT_FOUND');
}
