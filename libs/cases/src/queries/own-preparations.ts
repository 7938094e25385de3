import type { PlainDate } from '../../../law/src/index.js';
import type { Sql } from '../../../platform/src/index.js';

/** A preparation of the one who asks that can still become a school (PEL 15). */
export interface OwnPreparation {
  id: string;
  name: string;
  /** 筹设批准书文号. */
  number: string;
  preparedUntil: PlainDate;
  /** A formal application that is under way, or being written. */
  formalCaseId: string | null;
}

/** The preparations of a sponsor, by name. */
export const ownPreparations = (sql: Sql, sponsorId: string): Promise<OwnPreparation[]> =>
  sql.query<OwnPreparation>(
    `select i.id, i.name, d.number, i.prepared_until::text as "preparedUntil",
       (select r.id from licensing_case r where r.institution_id = i.id and r.closed_at is null and r.sponsor_id = $1
          order by r.updated_at desc limit 1) as "formalCaseId"
     from licensing_case c join document d on d.case_id = c.id and d.kind = 'preparationApproval'
       join register_version v on v.case_id = c.id and v.cause = 'preparation' join institution i on i.id = v.institution_id
     where c.sponsor_id = $1 and i.state = 'PREPARING' order by i.name, i.id limit 100`,
    [sponsorId],
  );
