import type { Sql } from '../../libs/platform/src/index.js';
import { randomIds } from '../../libs/platform/src/index.js';
import {
  latestFields,
  writeLineage,
  writeVersion,
  type LineageKind,
  type RegisterFields,
} from '../../libs/register/src/index.js';
import { plainDate } from '../../libs/law/src/index.js';

/** An entry of the register as a row, for what needs no procedure. */
export async function enterInstitution(sql: Sql, name: string, state: string, now: Date): Promise<string> {
  const id = randomIds.uuid();
  await sql.query(
    `insert into institution (id, region, type, name, state, created_at) values ($1, '150203', 'KG', $2, $3, $4)`,
    [id, name, state, now],
  );
  const at = { institutionId: id, caseId: null, cause: 'grant', validFrom: now.toISOString().slice(0, 10), now };
  await writeVersion(sql, randomIds, at, { name, state } as RegisterFields);
  return id;
}

/** Each of the ones became each of the others, by one case. */
export async function became(
  sql: Sql,
  kind: LineageKind,
  from: readonly string[],
  to: readonly string[],
  by: { caseId: string; day: string; now: Date },
): Promise<void> {
  for (const predecessor of from)
    for (const successor of to)
      await writeLineage(sql, { predecessor, successor, kind, caseId: by.caseId, day: plainDate(by.day) }, by.now);
}

/** What a later day will change, written today, so that an entry has days to choose from. */
export async function changesLater(sql: Sql, institutionId: string, caseId: string, now: Date): Promise<void> {
  const validFrom = plainDate('2026-09-01');
  const before = await latestFields(sql, institutionId);
  const marks = {
    inclusive: { from: validFrom, until: plainDate('2029-08-31') },
    quality: { level: 'good' as const, from: validFrom, until: plainDate('2029-08-31') },
  };
  await writeVersion(
    sql,
    randomIds,
    { institutionId, caseId, cause: 'changePrincipal', validFrom, now },
    { ...before, ...marks, principal: '演示新园长' },
  );
}
