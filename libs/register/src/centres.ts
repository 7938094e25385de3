import { kindergartenNamed, type CentreConversion, type PlainDate } from '../../law/src/index.js';
import type { DataSource } from 'typeorm';
import { inTransaction, Refusal, type IdSource, type Sql } from '../../platform/src/index.js';
import { writeLineage } from './lineage.js';
import type { Registered, RegisterFields } from './registered.js';
import { latestFields, writeVersion } from './versions.js';

/** An early-childhood centre as the list of before has it. */
export interface LegacyCentre {
  number: string;
  name: string;
  address: string;
  operator: string;
  head: string;
  recognisedOn: PlainDate;
  validUntil: PlainDate;
}

export interface CentreEntry extends LegacyCentre {
  id: string;
  state: string;
}

const COLUMNS = `i.id, i.name, i.state, c.number, c.recognised_on::text as "recognisedOn", c.valid_until::text as "validUntil",
  v.fields->>'address' as address, v.fields->>'principal' as head, a.login as operator`;
const FROM = `legacy_centre c join institution i on i.id = c.institution_id join account a on a.id = c.operator_id
  join lateral (select fields from register_version r where r.institution_id = i.id order by ordinal desc limit 1) v on true`;

export const centres = (sql: Sql): Promise<CentreEntry[]> =>
  sql.query<CentreEntry>(`select ${COLUMNS} from ${FROM} order by c.number`);

/** The centres of one operator. */
export const centresOf = (sql: Sql, operatorId: string): Promise<CentreEntry[]> =>
  sql.query<CentreEntry>(`select ${COLUMNS} from ${FROM} where c.operator_id = $1 order by c.number`, [operatorId]);

/** The entry of a centre, for its operator; null for a centre of anybody else. */
export async function centreOf(
  sql: Sql,
  { centreNumber, operatorId }: { centreNumber: string; operatorId: string },
): Promise<{ id: string; name: string } | null> {
  const [row] = await sql.query<{ id: string; name: string }>(
    `select i.id, i.name from legacy_centre c join institution i on i.id = c.institution_id
     where c.number = $1 and c.operator_id = $2`,
    [centreNumber, operatorId],
  );
  return row ?? null;
}

const knownAlready = (field: string, code: string): Refusal =>
  new Refusal('FIELDS_INVALID', { fields: [{ field, code }] });

/**
 * 历史台账导入: the centres of the list of before, all of them or none. An entry says what the list said and is no licence.
 * @returns every centre that is listed now
 * @throws Refusal FIELDS_INVALID OPERATOR_UNKNOWN for who has no account; NAME_TAKEN, CENTRE_KNOWN for what is there already
 */
export function importCentres(source: DataSource, ids: IdSource, list: LegacyList): Promise<CentreEntry[]> {
  return inTransaction(source, async (sql) => {
    await enterCentres(sql, ids, list);
    return centres(sql);
  });
}

interface LegacyList {
  list: readonly LegacyCentre[];
  region: string;
  by: string;
  now: Date;
}

async function enterCentres(sql: Sql, ids: IdSource, { list, region, by, now }: LegacyList): Promise<void> {
  for (const [place, centre] of list.entries()) {
    const [operator] = await sql.query<{ id: string; display_name: string }>(
      `select id, display_name from account where login = $1 and 'sponsor' = any(roles) and active`,
      [centre.operator],
    );
    if (!operator)
      throw new Refusal('FIELDS_INVALID', {
        fields: [{ field: `centres[${place}].operator`, code: 'OPERATOR_UNKNOWN' }],
      });
    const institutionId = ids.uuid();
    const fresh = await sql.query(
      `insert into institution (id, region, type, name, state, created_at) values ($1, $2, 'ECC', $3, 'OPERATING', $4)
       on conflict do nothing returning id`,
      [institutionId, region, centre.name, now],
    );
    if (fresh.length === 0) throw knownAlready(`centres[${place}].name`, 'NAME_TAKEN');
    const listed = await sql.query(
      `insert into legacy_centre (institution_id, number, operator_id, recognised_on, valid_until, imported_by, imported_at)
       values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing returning number`,
      [institutionId, centre.number, operator.id, centre.recognisedOn, centre.validUntil, by, now],
    );
    if (listed.length === 0) throw knownAlready(`centres[${place}].number`, 'CENTRE_KNOWN');
    const fields: RegisterFields = {
      name: centre.name,
      address: centre.address,
      institutionType: 'ECC',
      nature: '',
      principal: centre.head,
      legalRepresentative: '',
      sponsors: [operator.display_name],
      plannedClasses: 0,
      recognised: { number: centre.number, from: centre.recognisedOn, until: centre.validUntil },
      state: 'OPERATING',
    };
    const at = { institutionId, caseId: null, cause: 'importCentre', validFrom: centre.recognisedOn, now };
    await writeVersion(sql, ids, at, fields);
  }
}

/**
 * 转办、退出: the entry of before ends with what was confirmed, once. As a kindergarten it goes on: the kindergarten has it
 * for its predecessor.
 */
export async function convertCentre(
  sql: Sql,
  ids: IdSource,
  at: { caseId: string; institution: Registered; conversion: CentreConversion; decidedOn: PlainDate; now: Date },
): Promise<void> {
  const { caseId, institution, conversion, decidedOn, now } = at;
  const [ended] = await sql.query(
    `update institution set state = 'CANCELLED' where id = $1 and type = 'ECC' and state = 'OPERATING' returning id`,
    [institution.id],
  );
  if (!ended) throw new Refusal('CENTRE_HAS_ENDED', { article: 'PSL 30' });
  const { into, kindergartenLicence, nurseryFiling } = conversion;
  const became = {
    into,
    ...(kindergartenLicence ? { kindergartenLicence } : {}),
    ...(nurseryFiling ? { nurseryFiling } : {}),
  };
  await writeVersion(
    sql,
    ids,
    { institutionId: institution.id, caseId, cause: 'convertCentre', validFrom: decidedOn, now },
    { ...(await latestFields(sql, institution.id)), state: 'CANCELLED', became },
  );
  const named = kindergartenNamed({ conversion });
  const [kindergarten] = named
    ? await sql.query<{ id: string }>('select institution_id as id from licence where number = $1', [named])
    : [];
  if (kindergarten)
    await writeLineage(
      sql,
      { predecessor: institution.id, successor: kindergarten.id, caseId, kind: 'conversion', day: decidedOn },
      now,
    );
}
