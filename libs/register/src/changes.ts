import type { CaseForm } from '../../law/src/index.js';
import type { IdSource, Sql } from '../../platform/src/index.js';
import type { OpenedLicence } from './register.js';
import type { Registered, RegisterFields } from './registered.js';
import { takeGoingOn } from './closure.js';
import { latestFields, writeVersion } from './versions.js';

/** A change of what the register says of an institution that goes on (台账变更). */
export type EntryChange =
  | 'changeName'
  | 'changeAddress'
  | 'changeLevel'
  | 'changeSponsor'
  | 'changeLegalRepresentative'
  | 'changePrincipal'
  | 'changeGovernance';

/** What each change makes of an entry: the new fields and no others. */
export const CHANGED: Readonly<
  Record<EntryChange, (form: CaseForm, before: RegisterFields) => Partial<RegisterFields>>
> = {
  changeName: ({ schoolName }) => ({ name: schoolName }),
  changeAddress: ({ siteChange, siteAddress }, { campuses = [] }) =>
    siteChange === 'added_campus' ? { campuses: [...campuses, siteAddress] } : { address: siteAddress },
  changeLevel: ({ institutionType, stage, plannedClasses }) => ({ institutionType, stage, plannedClasses }),
  changeSponsor: ({ sponsors, boardMembers }) => ({
    sponsors: sponsors.map(({ name }) => name),
    board: boardMembers.map(({ name }) => name),
  }),
  changeLegalRepresentative: ({ representative }) => ({ legalRepresentative: representative.name }),
  changePrincipal: ({ principal }, { principal: before, legalRepresentative }) => ({
    principal: principal.name,
    // the office of the legal representative goes with the principal's, where it was the principal's (PEL 23)
    ...(legalRepresentative === before ? { legalRepresentative: principal.name } : {}),
  }),
  changeGovernance: ({ boardMembers }) => ({ board: boardMembers.map(({ name }) => name) }),
};

interface Change {
  caseId: string;
  institution: Registered;
  change: EntryChange;
  form: CaseForm;
  /** The legal date of the decision or of the filing. */
  decidedOn: string;
  now: Date;
}

/**
 * A new version of the entry, from the day of the decision or filing on; the licence keeps its number and its term, and is
 * printed anew where it names what has changed. What was there before stays as an earlier version.
 */
export async function changeEntry(
  sql: Sql,
  ids: IdSource,
  { caseId, institution, change, form, decidedOn, now }: Change,
): Promise<OpenedLicence> {
  const { licence } = institution;
  if (!licence) throw new Error(`institution ${institution.id} has no licence`);
  await takeGoingOn(sql, institution.id);
  const before = await latestFields(sql, institution.id);
  const changed = CHANGED[change](form, before);
  if (changed.name !== undefined)
    await sql.query('update institution set name = $2 where id = $1', [institution.id, changed.name]);
  const at = { institutionId: institution.id, caseId, cause: change, validFrom: decidedOn, now };
  await writeVersion(sql, ids, at, { ...before, ...changed });
  return {
    institutionId: institution.id,
    number: licence.number,
    validFrom: licence.validFrom,
    validTo: licence.validTo,
  };
}
