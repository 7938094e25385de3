import { ENDED_STATES, isNewName, type DraftForm, type MatterPack } from '../../law/src/index.js';
import { Refusal, type Sql } from '../../platform/src/index.js';
import type { CaseFile } from './file-of-case.js';

/** The name that a case would give to a school, where it would give one. */
export const claimedName = ({ onlineForm }: Pick<MatterPack, 'onlineForm'>, form: DraftForm): string | null =>
  onlineForm && isNewName(onlineForm) ? (form.schoolName?.trim() ?? null) : null;

/**
 * One name, one school (PER 20): what another living school is called, or another running case has asked for, is told on
 * filing and not after months; the same case filed once more is told what it is (CASE_ALREADY_RUNNING). The keys of the database hold it whatever happens in between.
 * @throws Refusal NAME_TAKEN
 */
export async function refuseTakenName(sql: Sql, { row, pack, form }: CaseFile): Promise<void> {
  const name = claimedName(pack, form);
  if (!name) return;
  const [taken] = await sql.query(
    `select 1 from institution where region = $1 and name = $2 and id is distinct from $3
       and state <> all($8)
     union all
     select 1 from licensing_case where claimed_name = $2 and id <> $4 and number is not null and closed_at is null
       and state <> 'REFUSED'
       and not (matter = $5 and (institution_id = $3 or (sponsor_id = $6 and institution_name = $7))) limit 1`,
    [
      pack.authority.region,
      name,
      row.institution_id,
      row.id,
      row.matter,
      row.sponsor_id,
      row.institution_name,
      ENDED_STATES,
    ],
  );
  if (taken) throw nameTaken();
}

export const nameTaken = (): Refusal =>
  new Refusal('NAME_TAKEN', {
    article: 'PER 20',
    fields: [{ field: 'schoolName', code: 'NAME_TAKEN', article: 'PER 20' }],
  });
