import { addDays, addYears, type CaseForm, type MatterPack, type PlainDate } from '../../law/src/index.js';
import type { IdSource, Sql } from '../../platform/src/index.js';
import { charterSince } from './charter.js';
import { takeGoingOn } from './closure.js';
import { nextLicenceNumber, termOf, type OpenedLicence } from './register.js';
import type { Registered } from './registered.js';
import { setInstitutionTimer } from './timers.js';
import { latestFields, writeVersion } from './versions.js';

interface NewLevel {
  caseId: string;
  institution: Registered;
  form: CaseForm;
  pack: MatterPack;
  /** The legal date of the decision. */
  decidedOn: PlainDate;
  now: Date;
}

/**
 * 层次、类别变更 (PEL 55; PER 22): the entry becomes another kind, and its licence another one, with the digit of the new
 * kind, a number and a term of its own. The old licence is void in the same moment; what was there before stays as an
 * earlier version.
 */
export async function changeLevel(
  sql: Sql,
  ids: IdSource,
  { caseId, institution: { id, licence }, form, pack, decidedOn, now }: NewLevel,
): Promise<OpenedLicence> {
  if (!licence) throw new Error(`institution ${id} has no licence`);
  await takeGoingOn(sql, id);
  const { newKind, schoolName } = form;
  const number = await nextLicenceNumber(sql, pack, newKind);
  const validTo = addDays(addYears(decidedOn, termOf(pack)), -1);
  await sql.query('update institution set type = $2, name = $3 where id = $1', [
    id,
    newKind.institutionType,
    schoolName,
  ]);
  await sql.query(`update licence set state = 'REPLACED' where id = $1`, [licence.id]);
  await sql.query(
    `insert into licence (id, institution_id, case_id, number, state, valid_from, valid_to, issued_on)
     values ($1, $2, $3, $4, 'VALID', $5, $6, $5)`,
    [ids.uuid(), id, caseId, number, decidedOn, validTo],
  );
  const before = await latestFields(sql, id);
  const fields = {
    ...before,
    ...charterSince(pack, form, decidedOn),
    // what was recognised or confirmed of the kind before says nothing of the new one
    inclusive: undefined,
    quality: undefined,
    name: schoolName,
    institutionType: newKind.institutionType,
    stage: newKind.stage,
    trainingField: newKind.trainingField,
    plannedClasses: form.plannedClasses,
    principal: form.principal.name,
    legalRepresentative: form.legalRepresentative,
    sponsors: form.sponsors.map(({ name }) => name),
    board: form.boardMembers.map(({ name }) => name),
    licenceNumber: number,
    validFrom: decidedOn,
    validTo,
  };
  await writeVersion(sql, ids, { institutionId: id, caseId, cause: 'changeLevel', validFrom: decidedOn, now }, fields);
  await setInstitutionTimer(sql, id, validTo);
  return { institutionId: id, number, validFrom: decidedOn, validTo };
}
