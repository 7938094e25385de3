import { plainDateOf, type PlainDate } from '../../law/src/index.js';
import { Refusal, type Sql } from '../../platform/src/index.js';
import {
  registerOnDay,
  type AsOf,
  type LineageGraph,
  type RegisterFields,
  type RegisterOnDay,
  type Turn,
} from '../../register/src/index.js';

/**
 * What is printed on original and duplicate of a licence (its scope names the field of training), the marks that are
 * published, and since when the charter holds, which is public (PER 19(2)). Nothing else is for everybody: not who sits on
 * the decision body, and not how prepaid fees are kept, which is looked at on inspection (PRE6).
 */
export const PUBLIC_FIELDS = [
  'name',
  'address',
  'campuses',
  'institutionType',
  'stage',
  'trainingField',
  'nature',
  'principal',
  'sponsors',
  'legalRepresentative',
  'state',
  'licenceNumber',
  'validFrom',
  'validTo',
  'preparedUntil',
  'creditCode',
  'inclusive',
  'quality',
  'recognised',
  'became',
  'charterFrom',
] as const satisfies readonly (keyof RegisterFields)[];

export type PublicFields = Partial<Pick<RegisterFields, (typeof PUBLIC_FIELDS)[number]>>;

export interface PublicTurn {
  cause: string;
  caseNumber: string | null;
  matter: string | null;
  validFrom: PlainDate;
  recordedOn: PlainDate;
  /** Of the public fields. */
  changed: string[];
}

export interface PublicOnDay extends AsOf {
  id: string;
  said: PublicFields | null;
  turns: PublicTurn[];
  days: string[];
  lineage: LineageGraph;
}

/** Of a centre of the list of before, which is public, no licence names the people: they are told to nobody. */
const PEOPLE: readonly string[] = ['principal', 'sponsors', 'legalRepresentative'];

/**
 * What the register said of an institution that was ever licensed, or that stood on the list of centres.
 * @throws Refusal INSTITUTION_NOT_FOUND also of one that is in the register without a licence
 */
export async function publicOnDay(sql: Sql, id: string, asOf: AsOf): Promise<PublicOnDay> {
  const [known] = await sql.query(
    'select 1 from licence where institution_id = $1 union all select 1 from legacy_centre where institution_id = $1 limit 1',
    [id],
  );
  if (!known) throw new Refusal('INSTITUTION_NOT_FOUND');
  return publicFace(await registerOnDay(sql, id, asOf));
}

const publicFace = ({ said, turns, ...more }: RegisterOnDay): PublicOnDay => ({
  ...more,
  said: said && publicFieldsOf(said),
  turns: turns.map(publicTurn),
});

const publicFieldsOf = (said: RegisterFields): PublicFields =>
  Object.fromEntries(
    PUBLIC_FIELDS.filter((key) => said[key] !== undefined)
      .filter((key) => said.institutionType !== 'ECC' || !PEOPLE.includes(key))
      .map((key) => [key, said[key]]),
  );

const publicTurn = ({ cause, caseNumber, matter, validFrom, recordedAt, changed }: Turn): PublicTurn => ({
  cause,
  caseNumber,
  matter,
  validFrom,
  recordedOn: plainDateOf(recordedAt),
  changed: PUBLIC_FIELDS.filter((key) => changed.includes(key)),
});
