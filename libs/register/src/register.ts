import {
  addDays,
  addYears,
  licenceNumber,
  type Kind,
  preparedUntil,
  renewedTerm,
  levelOf,
  type CaseForm,
  type MatterPack,
  type PlainDate,
} from '../../law/src/index.js';
import { nextSerial, type IdSource, type Sql } from '../../platform/src/index.js';
import { charterSince } from './charter.js';
import { takeGoingOn } from './closure.js';
import { registerFields, typeOf, type Registered } from './registered.js';
import { setInstitutionTimer } from './timers.js';
import { latestFields, writeVersion } from './versions.js';

interface Opening {
  caseId: string;
  form: CaseForm;
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

/** 教民…号: one row of serials for each region and level (catalogue 7.3). */
export async function nextLicenceNumber(
  sql: Sql,
  { authority: { region }, readings }: Pick<MatterPack, 'authority' | 'readings'>,
  kind: Kind,
): Promise<string> {
  const level = levelOf(kind);
  return licenceNumber(region, level, await nextSerial(sql, `licence:${region}:${level}`), readings.licenceNumber);
}

export const termOf = ({ code, licenceTermYears }: MatterPack): number => {
  if (licenceTermYears === null) throw new Error(`${code} grants no licence`);
  return licenceTermYears;
};

/**
 * A new institution with its licence and its first register version, in the transaction of the grant
 * (PEL 18; PER 22: the term fits the type). Uniqueness of name and number is the database's business.
 */
export async function openInstitution(
  sql: Sql,
  ids: IdSource,
  { caseId, form, pack, decidedOn, now }: Opening,
): Promise<OpenedLicence> {
  const state = 'LICENSED_PENDING_REGISTRATION';
  const { region } = pack.authority;
  const kind = { ...form, institutionType: typeOf(form) };
  const institutionId = await enterInstitution(sql, ids, { region, form, state, preparedUntil: null, now });
  const { number, validTo } = await enterLicence(sql, ids, { institutionId, caseId, kind, pack, decidedOn });
  const fields = {
    ...registerFields(form),
    ...charterSince(pack, form, decidedOn),
    licenceNumber: number,
    validFrom: decidedOn,
    validTo,
    state,
  };
  await writeVersion(sql, ids, { institutionId, caseId, cause: 'grant', validFrom: decidedOn, now }, fields);
  await setInstitutionTimer(sql, institutionId, validTo);
  return { institutionId, number, validFrom: decidedOn, validTo };
}

/** A first licence: its number and its term, from the day of the decision on (PEL 18; PER 22). */
export async function enterLicence(
  sql: Sql,
  ids: IdSource,
  {
    institutionId,
    caseId,
    kind,
    pack,
    decidedOn,
  }: { institutionId: string; caseId: string; kind: Kind; pack: MatterPack; decidedOn: PlainDate },
): Promise<OpenedLicence> {
  const number = await nextLicenceNumber(sql, pack, kind);
  const validTo = addDays(addYears(decidedOn, termOf(pack)), -1);
  await sql.query(
    `insert into licence (id, institution_id, case_id, number, state, valid_from, valid_to, issued_on)
     values ($1, $2, $3, $4, 'VALID', $5, $6, $5)`,
    [ids.uuid(), institutionId, caseId, number, decidedOn, validTo],
  );
  return { institutionId, number, validFrom: decidedOn, validTo };
}

/** 筹设: an entry without a licence, for three years at most (PEL 14(3)). */
export async function openPreparation(
  sql: Sql,
  ids: IdSource,
  { caseId, form, pack, decidedOn, now }: Opening,
): Promise<void> {
  const state = 'PREPARING';
  const until = preparedUntil(decidedOn);
  const { region } = pack.authority;
  const institutionId = await enterInstitution(sql, ids, { region, form, state, preparedUntil: until, now });
  const fields = { ...registerFields(form), state, preparedUntil: until };
  await writeVersion(sql, ids, { institutionId, caseId, cause: 'preparation', validFrom: decidedOn, now }, fields);
  await setInstitutionTimer(sql, institutionId, until);
}

async function enterInstitution(
  sql: Sql,
  ids: IdSource,
  entry: { region: string; form: CaseForm; state: string; preparedUntil: PlainDate | null; now: Date },
): Promise<string> {
  const id = ids.uuid();
  const { schoolName } = entry.form;
  await sql.query(
    'insert into institution (id, region, type, name, state, prepared_until, created_at) values ($1, $2, $3, $4, $5, $6, $7)',
    [id, entry.region, typeOf(entry.form), schoolName, entry.state, entry.preparedUntil, entry.now],
  );
  return id;
}

interface Renewal {
  caseId: string;
  institution: Registered;
  pack: MatterPack;
  /** The legal date of the renewal. */
  decidedOn: PlainDate;
  now: Date;
}

/**
 * 延续 (ALL 50; PER 22(2)): the same licence for another term, which begins when the old one ends. The register keeps the
 * old term as an earlier version.
 */
export async function renewLicence(
  sql: Sql,
  ids: IdSource,
  { caseId, institution, pack, decidedOn, now }: Renewal,
): Promise<OpenedLicence> {
  const { licence } = institution;
  if (!licence) throw new Error(`institution ${institution.id} has no licence to renew`);
  await takeGoingOn(sql, institution.id);
  const { from, to } = renewedTerm({ validTo: licence.validTo, decidedOn }, termOf(pack), pack.readings);
  await sql.query('update licence set valid_to = $2 where id = $1', [licence.id, to]);
  const fields = { ...(await latestFields(sql, institution.id)), validFrom: from, validTo: to };
  await writeVersion(
    sql,
    ids,
    { institutionId: institution.id, caseId, cause: 'renewal', validFrom: from, now },
    fields,
  );
  await setInstitutionTimer(sql, institution.id, to);
  return { institutionId: institution.id, number: licence.number, validFrom: from, validTo: to };
}

/** 登记反馈: the registrar's code arrives, the institution operates (PEL 19(4); PER 24). */
export async function recordRegistration(
  sql: Sql,
  ids: IdSource,
  {
    caseId,
    institutionId,
    creditCode,
    registeredOn,
    now,
  }: { caseId: string; institutionId: string; creditCode: string; registeredOn: string; now: Date },
): Promise<void> {
  const [entry] = await sql.query<{ state: string }>(
    `update institution set credit_code = $2, registered_on = $3,
       state = case when state = 'LICENSED_PENDING_REGISTRATION' then 'OPERATING' else state end where id = $1 returning state`,
    [institutionId, creditCode, registeredOn],
  );
  await writeVersion(
    sql,
    ids,
    { institutionId, caseId, cause: 'registration', validFrom: registeredOn, now },
    { ...(await latestFields(sql, institutionId)), creditCode, state: entry?.state ?? 'OPERATING' },
  );
}
