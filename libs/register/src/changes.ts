import {
  addDays,
  addYears,
  headOf,
  type Advertisement,
  type CaseForm,
  type MatterPack,
  type PlainDate,
} from '../../law/src/index.js';
import type { IdSource, Sql } from '../../platform/src/index.js';
import type { OpenedLicence } from './register.js';
import type { FiledAdvertisement, Registered, RegisterFields } from './registered.js';
import { charterSince } from './charter.js';
import { takeGoingOn } from './closure.js';
import { latestFields, writeVersion } from './versions.js';

/** A change of what the register says of an institution that goes on (台账变更). */
export type EntryChange =
  | 'changeName'
  | 'changeAddress'
  | 'changeSponsor'
  | 'changeLegalRepresentative'
  | 'changePrincipal'
  | 'changeGovernance'
  | 'fileAdvertisement'
  | 'reissueLicence'
  | 'confirmInclusive'
  | 'confirmQuality'
  | 'changeTutoring';

/** From when and until when a recognition or a confirmation holds; only those matters have an end. */
interface Confirmed {
  from: PlainDate;
  until(): PlainDate;
}

const confirmedFrom = (from: PlainDate, { code, confirmedYears }: Change['pack']): Confirmed => ({
  from,
  until: () => {
    if (confirmedYears === undefined) throw new Error(`${code} confirms nothing`);
    return addDays(addYears(from, confirmedYears), -1);
  },
});

/** What each change makes of an entry: the new fields and no others. */
export const CHANGED: Readonly<
  Record<EntryChange, (form: CaseForm, before: RegisterFields, confirmed: Confirmed) => Partial<RegisterFields>>
> = {
  changeName: ({ schoolName }) => ({ name: schoolName }),
  changeAddress: ({ siteChange, siteAddress }, { campuses = [] }) =>
    siteChange === 'added_campus' ? { campuses: [...campuses, siteAddress] } : { address: siteAddress },
  changeSponsor: ({ sponsors, boardMembers }) => ({
    sponsors: sponsors.map(({ name }) => name),
    board: boardMembers.map(({ name }) => name),
  }),
  changeLegalRepresentative: ({ representative }) => ({ legalRepresentative: representative.name }),
  changePrincipal: (form, { principal: before, legalRepresentative }) => ({
    principal: headOf(form).name,
    // the office of the legal representative goes with the principal's, where it was the principal's (PEL 23)
    ...(legalRepresentative === before ? { legalRepresentative: headOf(form).name } : {}),
  }),
  changeGovernance: ({ boardMembers }) => ({ board: boardMembers.map(({ name }) => name) }),
  fileAdvertisement: ({ advertisements }, { advertisements: before = [] }) => ({
    advertisements: [...before, ...advertisements.map(filedAdvertisement)],
  }),
  reissueLicence: ({ licenceLoss }, { reissues = [] }) => ({ reissues: [...reissues, licenceLoss] }),
  changeTutoring: (form, ...of) => {
    const { what, newName, newAddress } = form.tutoringChange;
    if (what === 'sponsor') return CHANGED.changeSponsor(form, ...of);
    return what === 'name' ? { name: newName ?? '' } : { address: newAddress ?? '' };
  },
  confirmInclusive: (_, __, { from, until }) => ({ inclusive: { from, until: until() } }),
  confirmQuality: ({ qualityLevel }, _, { from, until }) => ({
    quality: { level: qualityLevel, from, until: until() },
  }),
};

/** What the register keeps of an advertisement: what appears, where and how long. */
const filedAdvertisement = ({ title, medium, publishedFrom, publishedUntil }: Advertisement): FiledAdvertisement => ({
  title,
  medium,
  publishedFrom,
  publishedUntil,
});

interface Change {
  caseId: string;
  institution: Registered;
  change: EntryChange;
  form: CaseForm;
  pack: Pick<MatterPack, 'code' | 'confirmedYears' | 'materials'>;
  /** The legal date of the decision or of the filing. */
  decidedOn: PlainDate;
  now: Date;
}

/**
 * A new version of the entry, from the day of the decision or filing on; the licence keeps its number and its term, and is
 * printed anew where it names what has changed. What was there before stays as an earlier version.
 */
export async function changeEntry(
  sql: Sql,
  ids: IdSource,
  { caseId, institution, change, form, pack, decidedOn, now }: Change,
): Promise<OpenedLicence> {
  const { licence } = institution;
  if (!licence) throw new Error(`institution ${institution.id} has no licence`);
  await takeGoingOn(sql, institution.id);
  const before = await latestFields(sql, institution.id);
  const changed = {
    ...CHANGED[change](form, before, confirmedFrom(decidedOn, pack)),
    ...charterSince(pack, form, decidedOn),
  };
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
