import type { PlainDate } from '../../law/src/index.js';
import { Refusal, type Sql } from '../../platform/src/index.js';
import { registered, type Registered } from './registered.js';

/** One version of an entry: what the register said from a day on, since when it says so, and why. */
export interface RegisterVersion {
  cause: string;
  validFrom: PlainDate;
  recordedAt: Date;
  fields: Record<string, unknown>;
}

/** An entry of the register for the bureau, with everything that made it. */
export interface RegisterEntry extends Registered {
  versions: RegisterVersion[];
  findings: { foundOn: PlainDate; teaching: boolean; note: string; foundBy: string }[];
}

/** @throws Refusal INSTITUTION_NOT_FOUND */
export async function registerEntry(sql: Sql, institutionId: string): Promise<RegisterEntry> {
  const institution = await registered(sql, institutionId);
  if (!institution) throw new Refusal('INSTITUTION_NOT_FOUND');
  const versions = await sql.query<RegisterVersion>(
    `select cause, valid_from::text as "validFrom", recorded_at as "recordedAt", fields from register_version
     where institution_id = $1 order by ordinal desc`,
    [institutionId],
  );
  const findings = await sql.query<RegisterEntry['findings'][number]>(
    `select f.found_on::text as "foundOn", f.teaching, f.note, a.display_name as "foundBy"
     from teaching_finding f join account a on a.id = f.found_by where f.institution_id = $1 order by f.recorded_at desc, f.id`,
    [institutionId],
  );
  return { ...institution, versions, findings };
}
