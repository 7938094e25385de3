import type {
  Advertisement,
  AnnualRecord,
  CaseForm,
  CentreConversion,
  InstitutionState,
  LicenceLoss,
  PlainDate,
  Prepaid,
  QualityLevel,
  TrainingField,
} from '../../law/src/index.js';
import type { Sql } from '../../platform/src/index.js';

/** 已备案的招生简章、广告 (PEL 42). Both days count. */
export type FiledAdvertisement = Pick<Advertisement, 'title' | 'medium' | 'publishedFrom' | 'publishedUntil'>;

/** What the register shows of an institution; no identity numbers, no telephone (PIPL 28). */
export interface RegisterFields {
  name: string;
  address: string;
  institutionType: string;
  nature: string;
  principal: string;
  legalRepresentative: string;
  sponsors: string[];
  plannedClasses: number;
  stage?: string;
  /** 非学科类的门类: culture, sports or science (NS13). */
  trainingField?: TrainingField;
  /** 预收费监管 (PRE6). */
  prepaid?: Prepaid;
  /** 幼儿中心认定, as the list of before had it. Both days count. */
  recognised?: { number: string; from: PlainDate; until: PlainDate };
  /** What became of a centre. */
  became?: Pick<CentreConversion, 'into' | 'kindergartenLicence' | 'nurseryFiling'>;
  /** Further campuses of the same school (增设校区). */
  campuses?: string[];
  /** Members of the decision body (PEL 21): as established, and as changed or filed last. */
  board?: string[];
  /** Since when the charter holds that the bureau has (PER 19(2)). */
  charterFrom?: PlainDate;
  /** Every prospectus and advertisement filed, oldest first. */
  advertisements?: FiledAdvertisement[];
  /** Every re-issue of the licence, oldest first; the prints before the last one are void. */
  reissues?: LicenceLoss[];
  /** 普惠性民办幼儿园 (PSL 24(3)). Both days count. */
  inclusive?: { from: PlainDate; until: PlainDate };
  /** 办学水平 as confirmed last (PEL 41). Both days count. */
  quality?: { level: QualityLevel; from: PlainDate; until: PlainDate };
  /** 年检结论, a line a year. */
  annual?: AnnualRecord[];
  state?: string;
  licenceNumber?: string;
  validFrom?: string;
  validTo?: string;
  preparedUntil?: string;
  creditCode?: string;
}

export interface RegisteredLicence {
  id: string;
  number: string;
  /** `REPLACED`: by a licence of another level or category; it is void and no longer the institution's. */
  state: 'VALID' | 'EXPIRED' | 'REVOKED' | 'LAPSED' | 'CANCELLED' | 'REPLACED';
  validFrom: PlainDate;
  validTo: PlainDate;
}

/** An institution as the register has it now. */
export interface Registered {
  id: string;
  state: InstitutionState;
  preparedUntil: PlainDate | null;
  licence: RegisteredLicence | null;
  fields: RegisterFields;
}

export const registerFields = (form: Partial<CaseForm>): RegisterFields => ({
  name: form.schoolName ?? '',
  address: form.siteAddress ?? '',
  institutionType: typeOf(form),
  ...(form.stage ? { stage: form.stage } : {}),
  nature: form.nature ?? '',
  principal: form.principal?.name ?? form.tutoringHead?.name ?? '',
  legalRepresentative: form.legalRepresentative ?? '',
  sponsors: form.sponsors?.map(({ name }) => name) ?? [],
  plannedClasses: form.plannedClasses ?? 0,
  ...(form.stage ? { stage: form.stage } : {}),
  ...(form.boardMembers ? { board: form.boardMembers.map(({ name }) => name) } : {}),
  ...(form.trainingField ? { trainingField: form.trainingField, prepaid: form.prepaid } : {}),
});

/** The form of a tutoring institution asks for its field, and for no type (NS13). */
export const typeOf = ({ institutionType, trainingField }: Partial<CaseForm>): string =>
  institutionType ?? (trainingField ? 'TRN-NON' : '');

/** An institution `i` as the register has it now; to be narrowed by a condition. */
export const REGISTERED = `select i.id, i.state, i.prepared_until::text as "preparedUntil",
  (select jsonb_build_object('id', l.id, 'number', l.number, 'state', l.state, 'validFrom', l.valid_from, 'validTo', l.valid_to)
     from licence l where l.institution_id = i.id and l.state <> 'REPLACED' order by l.issued_on desc limit 1) as licence,
  (select v.fields from register_version v where v.institution_id = i.id order by v.ordinal desc limit 1) as fields
  from institution i`;

/** @param lock takes the institution for writing to the end of the transaction */
export async function registered(sql: Sql, institutionId: string, lock = false): Promise<Registered | null> {
  const [row] = await sql.query<Registered>(`${REGISTERED} where i.id = $1${lock ? ' for update of i' : ''}`, [
    institutionId,
  ]);
  return row ?? null;
}
