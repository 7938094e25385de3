import type { PlainDate, TeachingFinding } from '../../law/src/index.js';
import type { IdSource, Sql } from '../../platform/src/index.js';

/** What officers found about teaching at an institution, oldest first. */
export async function findingsOf(sql: Sql, institutionId: string): Promise<TeachingFinding[]> {
  return sql.query<TeachingFinding>(
    `select found_by as "officerId", found_on::text as "foundOn", teaching from teaching_finding
     where institution_id = $1 order by recorded_at, id`,
    [institutionId],
  );
}

/** 现场核实: one officer's finding; two of them, by different people, make a school idle (PER 50(3); ALL 34(3)). */
export async function recordFinding(
  sql: Sql,
  ids: IdSource,
  finding: { institutionId: string; officerId: string; foundOn: PlainDate; teaching: boolean; note: string; now: Date },
): Promise<void> {
  await sql.query(
    `insert into teaching_finding (id, institution_id, found_by, found_on, teaching, note, recorded_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      ids.uuid(),
      finding.institutionId,
      finding.officerId,
      finding.foundOn,
      finding.teaching,
      finding.note,
      finding.now,
    ],
  );
}
