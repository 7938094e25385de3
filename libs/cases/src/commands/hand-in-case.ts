import type { Hearing } from './hearing.js';
import type { ActingRole } from '../../../procedures/src/index.js';

/**
 * Whether a person had a hand in this case in any office but the given one: as clerk (pre-review too), reviewer, legal
 * reviewer, as a member of a visit or the signer of a result. Four eyes go by person, never by role.
 */
export async function hadAHand({ sql, file }: Hearing, accountId: string | null, but: ActingRole): Promise<boolean> {
  const inLog = file.log.some(({ actor_id, actor_role }) => actor_id === accountId && actor_role !== but);
  const [row] = await sql.query<{ beside: boolean }>(
    `select exists (select 1 from attestation where case_id = $1 and $2 in (signed_by, countersigned_by))
       or exists (select 1 from verdict_sheet where case_id = $1 and account_id = $2)
       or exists (select 1 from site_visit v join visit_member m on m.visit_id = v.id
         where v.case_id = $1 and m.account_id = $2) as beside`,
    [file.row.id, accountId],
  );
  return inLog || row?.beside === true;
}
