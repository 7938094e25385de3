import { remediesUntil, type PlainDate } from '../../../law/src/index.js';
import type { Sql } from '../../../platform/src/index.js';
import type { Workshop } from '../workshop.js';

export interface RemediesView {
  servedOn: PlainDate | null;
  reconsiderationUntil: PlainDate | null;
  litigationUntil: PlainDate | null;
}

/** When the periods for contesting a refusal began and end: from its service, so not before it was signed for. */
export async function remediesOf(workshop: Workshop, sql: Sql, caseId: string): Promise<RemediesView> {
  const [row] = await sql.query<{ on: PlainDate }>(
    `select s.served_on::text as "on" from service_record s join document d on d.id = s.document_id
     where d.case_id = $1 and d.kind = 'refusalDecision'`,
    [caseId],
  );
  if (!row) return { servedOn: null, reconsiderationUntil: null, litigationUntil: null };
  const until = remediesUntil(row.on, await workshop.calendars.inForce(sql));
  return { servedOn: row.on, reconsiderationUntil: until.reconsideration, litigationUntil: until.litigation };
}
