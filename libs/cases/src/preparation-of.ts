import { HELD_BY_PREPARATION, noticeNumberIn, type DraftForm } from '../../law/src/index.js';
import type { Sql } from '../../platform/src/index.js';

/** A preparation that a formal application rests on, and what its file holds already. */
export interface OwnPreparation {
  institutionId: string;
  name: string;
  /** 筹设批准书文号, as it is printed. */
  number: string;
  held: DraftForm;
}

/** The preparation behind an approval, for the sponsor to whom it was given; null for anybody else's. */
export async function preparationOf(
  sql: Sql,
  { number, sponsorId }: { number: string; sponsorId: string },
): Promise<OwnPreparation | null> {
  const printed = noticeNumberIn(number);
  if (!printed) return null;
  const [row] = await sql.query<{ institutionId: string; name: string; form: DraftForm }>(
    `select i.id as "institutionId", i.name,
       (select s.form from submission s where s.case_id = c.id order by s.seq desc limit 1) as form
     from document d join licensing_case c on c.id = d.case_id
       join register_version v on v.case_id = c.id and v.cause = 'preparation' join institution i on i.id = v.institution_id
     where d.number = $1 and d.kind = 'preparationApproval' and c.sponsor_id = $2`,
    [printed, sponsorId],
  );
  if (!row) return null;
  const { institutionId, name, form } = row;
  const held = Object.fromEntries(HELD_BY_PREPARATION.map((field) => [field, form[field]]));
  return { institutionId, name, number: printed, held };
}
