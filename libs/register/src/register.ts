import {
  addDays,
  addYears,
  licenceNumber,
  type EstablishmentForm,
  type MatterPack,
  type PlainDate,
} from '../../law/src/index.js';
import { nextSerial, type IdSource, type Sql } from '../../platform/src/index.js';

/** States of an institution in the register (台账, catalogue 2.7) that this release writes. */
export type InstitutionState = 'LICENSED_PENDING_REGISTRATION' | 'OPERATING' | 'CANCELLED';

interface Opening {
  caseId: string;
  form: EstablishmentForm;
  pack: MatterPack;
  decidedOn: PlainDate;
  now: Date;
}

export interface OpenedLicence {
  institutionId: string;
  number: string;
  validFrom: PlainDate;
  validTo: PlainDate;
}

/**
 * A new institution with its licence and its first register version, in the transaction of the grant
 * (PEL 18; PER 22: the term fits the type). Uniqueness of name and number is the database's business.
 */
export async function openInstitution(
  sql: Sql,
  ids: IdSource,
  { caseId, form, pack, decidedOn, now }: Opening,
): Promise<OpenedLicence> {
  const institutionId = ids.uuid();
  const { region } = pack.authority;
  const number = licenceNumber(region, 'kindergarten', await nextSerial(sql, `licence:${region}:kindergarten`));
  if (pack.licenceTermYears === null) throw new Error(`${pack.code} grants no licence`);
  const validTo = addDays(addYears(decidedOn, pack.licenceTermYears), -1);
  await sql.query(
    `insert into institution (id, region, type, name, state, created_at) values ($1, $2, $3, $4, 'LICENSED_PENDING_REGISTRATION', $5)`,
    [institutionId, region, form.institutionType, form.schoolName, now],
  );
  await sql.query(
    `insert into licence (id, institution_id, case_id, number, state, valid_from, valid_to, issued_on)
     values ($1, $2, $3, $4, 'VALID', $5, $6, $5)`,
    [ids.uuid(), institutionId, caseId, number, decidedOn, validTo],
  );
  await writeVersion(
    sql,
    ids,
    { institutionId, caseId, cause: 'grant', validFrom: decidedOn, now },
    registerFields(form, number, decidedOn, validTo),
  );
  return { institutionId, number, validFrom: decidedOn, validTo };
}

/** What the licence and the register show; no identity numbers, no telephone (PIPL 28). */
function registerFields(
  form: EstablishmentForm,
  number: string,
  validFrom: PlainDate,
  validTo: PlainDate,
): Record<string, unknown> {
  return {
    licenceNumber: number,
    name: form.schoolName,
    address: form.siteAddress,
    institutionType: form.institutionType,
    nature: form.nature,
    principal: form.principal.name,
    legalRepresentative: form.legalRepresentative,
    sponsors: form.sponsors.map(({ name }) => name),
    plannedClasses: form.plannedClasses,
    validFrom,
    validTo,
    state: 'LICENSED_PENDING_REGISTRATION',
  };
}

/** 登记反馈: the registrar's code arrives, the institution operates (PEL 19(4); PER 24). */
export async function recordRegistration(
  sql: Sql,
  ids: IdSource,
  { caseId, creditCode, registeredOn, now }: { caseId: string; creditCode: string; registeredOn: string; now: Date },
): Promise<void> {
  const [licence] = await sql.query<{ institution_id: string }>(
    'select institution_id from licence where case_id = $1',
    [caseId],
  );
  if (!licence) throw new Error(`case ${caseId} has no licence`);
  await sql.query(`update institution set state = 'OPERATING', credit_code = $2, registered_on = $3 where id = $1`, [
    licence.institution_id,
    creditCode,
    registeredOn,
  ]);
  const [version] = await sql.query<{ fields: Record<string, unknown> }>(
    'select fields from register_version where institution_id = $1 order by valid_from desc, recorded_at desc limit 1',
    [licence.institution_id],
  );
  await writeVersion(
    sql,
    ids,
    { institutionId: licence.institution_id, caseId, cause: 'registration', validFrom: registeredOn, now },
    { ...version?.fields, creditCode, state: 'OPERATING' },
  );
}

async function writeVersion(
  sql: Sql,
  ids: IdSource,
  at: { institutionId: string; caseId: string; cause: string; validFrom: string; now: Date },
  fields: Record<string, unknown>,
): Promise<void> {
  await sql.query(
    `insert into register_version (id, institution_id, case_id, cause, valid_from, recorded_at, fields)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [ids.uuid(), at.institutionId, at.caseId, at.cause, at.validFrom, at.now, JSON.stringify(fields)],
  );
}
