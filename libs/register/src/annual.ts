import type { AnnualRecord, PlainDate } from '../../law/src/index.js';
import type { IdSource, Sql } from '../../platform/src/index.js';
import { takeGoingOn } from './closure.js';
import type { Registered } from './registered.js';
import { latestFields, writeVersion } from './versions.js';

interface Inspected {
  caseId: string;
  institution: Pick<Registered, 'id'>;
  record: AnnualRecord;
  decidedOn: PlainDate;
  now: Date;
}

/** 年检结论 of a year, entered beside the licence, which stays as it is (BER 39). Each year once (NGO 23). */
export async function recordAnnual(
  sql: Sql,
  ids: IdSource,
  { caseId, institution, record, decidedOn, now }: Inspected,
): Promise<void> {
  await takeGoingOn(sql, institution.id);
  const before = await latestFields(sql, institution.id);
  const annual = [...(before.annual ?? []).filter(({ year }) => year !== record.year), record];
  const at = { institutionId: institution.id, caseId, cause: 'recordAnnual', validFrom: decidedOn, now };
  await writeVersion(sql, ids, at, { ...before, annual });
}
