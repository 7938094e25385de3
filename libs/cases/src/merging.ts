import { isInForce, type KnownMerging, type MergingParty } from '../../law/src/index.js';
import type { Sql } from '../../platform/src/index.js';
import { registered, type Registered } from '../../register/src/index.js';
import type { CaseFile } from './file-of-case.js';

const plainNumber = (licenceNumber: string): string => licenceNumber.replace(/\s+/g, '').replace(/号$/, '');

/** The institutions of some licences, as the register has them now, in the order in which they are named. */
export async function institutionsOf(sql: Sql, licenceNumbers: readonly string[]): Promise<(Registered | null)[]> {
  const rows = await sql.query<{ number: string; id: string }>(
    'select number, institution_id as id from licence where number = any($1)',
    [licenceNumbers.map(plainNumber)],
  );
  const found = [];
  for (const number of licenceNumbers.map(plainNumber)) {
    const id = rows.find((row) => row.number === number)?.id;
    found.push(id ? await registered(sql, id) : null);
  }
  return found;
}

/** Whether somebody has asked to close this school, or the bureau is closing it, without an end of it yet. */
async function isClosing(sql: Sql, institutionId: string | undefined): Promise<boolean> {
  const [running] = await sql.query(
    `select 1 from licensing_case where institution_id = $1 and number is not null and closed_at is null
       and (matter like 'TERM-%' or matter = 'LAPSE') limit 1`,
    [institutionId ?? null],
  );
  return running !== undefined;
}

/** What a merger or a division has to know of the register, for the conditions of the law; null for any other matter. */
export async function knownMerging(sql: Sql, file: CaseFile): Promise<KnownMerging | null> {
  const { onlineForm, authority } = file.pack;
  if (onlineForm !== 'merger' && onlineForm !== 'division') return null;
  const numbers = (file.form.mergingSchools ?? []).map(({ licenceNumber }) => licenceNumber);
  const schools = await institutionsOf(sql, numbers);
  const parties: MergingParty[] = [];
  for (const [i, licenceNumber] of numbers.entries())
    parties.push(await asParty(sql, file, licenceNumber, schools[i] ?? null));
  return { region: authority.region, ownClosing: await isClosing(sql, file.institution?.id), parties };
}

async function asParty(
  sql: Sql,
  { today }: CaseFile,
  licenceNumber: string,
  school: Registered | null,
): Promise<MergingParty> {
  return {
    licenceNumber,
    found: school !== null,
    state: school?.state ?? '',
    nature: school?.fields.nature ?? '',
    institutionType: school?.fields.institutionType ?? '',
    stage: school?.fields.stage,
    trainingField: school?.fields.trainingField,
    licenceInForce: isInForce(school?.licence, today),
    closing: await isClosing(sql, school?.id),
    address: school?.fields.address ?? '',
    campuses: school?.fields.campuses ?? [],
  };
}
