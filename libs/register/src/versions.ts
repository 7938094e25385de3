import type { IdSource, Sql } from '../../platform/src/index.js';
import type { RegisterFields } from './registered.js';

/** What the register says of an institution now. */
export async function latestFields(sql: Sql, institutionId: string): Promise<RegisterFields> {
  const [version] = await sql.query<{ fields: RegisterFields }>(
    'select fields from register_version where institution_id = $1 order by ordinal desc limit 1',
    [institutionId],
  );
  if (!version) throw new Error(`institution ${institutionId} is not in the register`);
  return version.fields;
}

/** @param at `caseId` null: changed by law itself and by no case */
export async function writeVersion(
  sql: Sql,
  ids: IdSource,
  at: { institutionId: string; caseId: string | null; cause: string; validFrom: string; now: Date },
  fields: RegisterFields,
): Promise<void> {
  await sql.query(
    `insert into register_version (id, institution_id, case_id, cause, valid_from, recorded_at, fields)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [ids.uuid(), at.institutionId, at.caseId, at.cause, at.validFrom, at.now, JSON.stringify(fields)],
  );
}
