import {
  goesOn,
  namesIn,
  type CaseForm,
  type MatterPack,
  type PlainDate,
  type ResultingSchool,
} from '../../law/src/index.js';
import { Refusal, type IdSource, type Sql } from '../../platform/src/index.js';
import { charterSince } from './charter.js';
import { takeGoingOn } from './closure.js';
import type { LineageKind } from './lineage-graph.js';
import { writeLineage } from './lineage.js';
import { enterLicence, type OpenedLicence } from './register.js';
import type { Registered, RegisterFields } from './registered.js';
import { setInstitutionTimer } from './timers.js';
import { latestFields, writeVersion } from './versions.js';

/** A merger or a division as it was decided. */
export interface Succession {
  caseId: string;
  pack: MatterPack;
  form: CaseForm;
  /** The institution of the one who applied. */
  institution: Registered;
  /** The legal date of the decision. */
  decidedOn: PlainDate;
  now: Date;
}

/** A school that a merger or a division has ended, with the licence that ended with it. */
export interface EndedSchool {
  institutionId: string;
  name: string;
  licenceNumber: string;
}

/** What became of everybody: licences to be printed, the case's main one first, and schools that are no more. */
export interface Succeeded {
  licences: OpenedLicence[];
  ended: EndedSchool[];
}

type Cause = 'mergeInstitutions' | 'divideInstitution';

/**
 * 合并 (PEL 53; ALL 70(3)): the others end in the school that goes on, or all of them in a new one. Every entry is taken
 * in one order, so that two mergers never wait for each other; what has ended meanwhile refuses the whole.
 * @param others the other merging schools, as the register has them
 */
export async function mergeInstitutions(
  sql: Sql,
  ids: IdSource,
  merger: Succession,
  others: readonly Registered[],
): Promise<Succeeded> {
  const { institution, form } = merger;
  await takeAll(sql, [institution, ...others]);
  const merged = await mergedFields(sql, merger, others);
  if (form.mergerKind === 'absorption') {
    const ended = await endAll(sql, ids, merger, 'mergeInstitutions', others);
    const licence = await goOn(sql, ids, merger, 'mergeInstitutions', merged);
    await lineage(sql, merger, 'merger', ended, [licence]);
    return { licences: [licence], ended };
  }
  const ended = await endAll(sql, ids, merger, 'mergeInstitutions', [institution, ...others]);
  const licence = await open(sql, ids, merger, 'mergeInstitutions', merged);
  await lineage(sql, merger, 'merger', ended, [licence]);
  return { licences: [licence], ended };
}

/**
 * 分立 (PEL 53): every school that is new gets an entry and a licence of its own; the divided one goes on under its
 * licence as the school that continues it, or ends where none does.
 */
export async function divideInstitution(sql: Sql, ids: IdSource, division: Succession): Promise<Succeeded> {
  const { institution, form } = division;
  await takeAll(sql, [institution]);
  const before = await latestFields(sql, institution.id);
  const continuing = form.resultingSchools.find(({ continuation }) => continuation === 'continues');
  const ended = continuing ? [] : await endAll(sql, ids, division, 'divideInstitution', [institution]);
  // what goes on gives its old name free before another school may take it
  const licences = continuing
    ? [await goOn(sql, ids, division, 'divideInstitution', dividedFields(before, continuing, division))]
    : [];
  for (const school of form.resultingSchools.filter(({ continuation }) => continuation === 'new'))
    licences.push(await open(sql, ids, division, 'divideInstitution', dividedFields(before, school, division)));
  await lineage(sql, division, 'division', [{ institutionId: institution.id }], licences);
  return { licences, ended };
}

/** @throws Refusal ALREADY_CLOSING */
async function takeAll(sql: Sql, institutions: readonly Registered[]): Promise<void> {
  for (const id of institutions.map((one) => one.id).sort()) {
    await takeGoingOn(sql, id);
    const [row] = await sql.query<{ state: string }>('select state from institution where id = $1', [id]);
    if (!goesOn(row?.state ?? '')) throw new Refusal('ALREADY_CLOSING', { article: 'PEL 58' });
  }
}

/** 注销 (ALL 70(3)): the legal person ends by the merger or the division, and its licence in the same second. */
async function endAll(
  sql: Sql,
  ids: IdSource,
  { caseId, decidedOn, now }: Succession,
  cause: Cause,
  institutions: readonly Registered[],
): Promise<EndedSchool[]> {
  const state = cause === 'mergeInstitutions' ? 'MERGED' : 'CANCELLED';
  const ended: EndedSchool[] = [];
  for (const { id, licence } of institutions) {
    const before = await latestFields(sql, id);
    await sql.query('update institution set state = $2 where id = $1', [id, state]);
    await sql.query(
      `update licence set state = 'CANCELLED' where institution_id = $1 and state in ('VALID', 'EXPIRED')`,
      [id],
    );
    await setInstitutionTimer(sql, id, null);
    const at = { institutionId: id, caseId, cause, validFrom: decidedOn, now };
    await writeVersion(sql, ids, at, { ...before, state });
    ended.push({ institutionId: id, name: before.name, licenceNumber: licence?.number ?? '' });
  }
  return ended;
}

/** The applicant's school goes on under its number and its term, with what has become of it. */
async function goOn(
  sql: Sql,
  ids: IdSource,
  { caseId, institution, decidedOn, now }: Succession,
  cause: Cause,
  changed: Partial<RegisterFields>,
): Promise<OpenedLicence> {
  const { licence, id } = institution;
  if (!licence) throw new Error(`institution ${id} has no licence`);
  if (changed.name !== undefined) await sql.query('update institution set name = $2 where id = $1', [id, changed.name]);
  const at = { institutionId: id, caseId, cause, validFrom: decidedOn, now };
  await writeVersion(sql, ids, at, { ...(await latestFields(sql, id)), ...changed });
  return { institutionId: id, number: licence.number, validFrom: licence.validFrom, validTo: licence.validTo };
}

/** A school of its own, with an entry, a licence and its first version. */
async function open(
  sql: Sql,
  ids: IdSource,
  { caseId, pack, institution, decidedOn, now }: Succession,
  cause: Cause,
  fields: RegisterFields,
): Promise<OpenedLicence> {
  const state = 'LICENSED_PENDING_REGISTRATION';
  const id = ids.uuid();
  await sql.query(
    'insert into institution (id, region, type, name, state, created_at) values ($1, $2, $3, $4, $5, $6)',
    [id, pack.authority.region, institution.fields.institutionType, fields.name, state, now],
  );
  const licence = await enterLicence(sql, ids, {
    institutionId: id,
    caseId,
    kind: institution.fields,
    pack,
    decidedOn,
  });
  const { number, validTo } = licence;
  const at = { institutionId: id, caseId, cause, validFrom: decidedOn, now };
  await writeVersion(sql, ids, at, { ...fields, licenceNumber: number, validFrom: decidedOn, validTo, state });
  await setInstitutionTimer(sql, id, validTo);
  return licence;
}

/** Who became whom; a school that went on is not its own successor. */
async function lineage(
  sql: Sql,
  { caseId, decidedOn, now }: Succession,
  kind: LineageKind,
  before: readonly { institutionId: string }[],
  after: readonly OpenedLicence[],
): Promise<void> {
  for (const { institutionId: predecessor } of before)
    for (const { institutionId: successor } of after.filter((one) => one.institutionId !== predecessor))
      await writeLineage(sql, { predecessor, successor, caseId, kind, day: decidedOn }, now);
}

/** What belongs to the kind of a school goes on in those that come after it: its stage, or its field with the guard of its fees. */
const kept = (of: Pick<RegisterFields, 'stage' | 'trainingField' | 'prepaid'>): Partial<RegisterFields> =>
  Object.fromEntries(Object.entries(of).filter(([, value]) => value !== undefined));

/** The merged school: what the form says of it, the sponsors of all that merge, and nothing that only an old one had. */
async function mergedFields(
  sql: Sql,
  { institution, form, pack, decidedOn }: Succession,
  others: readonly Registered[],
): Promise<RegisterFields> {
  const [first, ...campuses] = form.sites.map(({ address }) => address);
  const { institutionType, nature, stage, trainingField, prepaid } = await latestFields(sql, institution.id);
  return {
    institutionType,
    nature,
    ...kept({ stage, trainingField, prepaid }),
    name: form.schoolName,
    address: first ?? institution.fields.address,
    campuses,
    principal: form.principal.name,
    legalRepresentative: form.legalRepresentative,
    sponsors: [...new Set([institution, ...others].flatMap(({ fields }) => fields.sponsors))],
    board: form.boardMembers.map(({ name }) => name),
    ...charterSince(pack, form, decidedOn),
    plannedClasses: form.plannedClasses,
  };
}

/** One school of a division: its own place and people; the sponsors are those of the divided school. */
const dividedFields = (
  { institutionType, nature, stage, trainingField, prepaid, sponsors }: RegisterFields,
  { name, address, plannedClasses, principalName, representativeName, boardNames }: ResultingSchool,
  { pack, form, decidedOn }: Succession,
): RegisterFields => ({
  institutionType,
  nature,
  ...kept({ stage, trainingField, prepaid }),
  name,
  address,
  campuses: [],
  principal: principalName,
  legalRepresentative: representativeName,
  sponsors: [...sponsors],
  board: namesIn(boardNames),
  ...charterSince(pack, form, decidedOn),
  plannedClasses,
});
