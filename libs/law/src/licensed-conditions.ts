import { BOARD } from './board.js';
import type { AnnualRecord } from './annual.js';
import type { CaseForm, DraftForm } from './forms.js';
import { GOING_ON_STATES } from './institution-states.js';
import { isSchool, isTutoring, nameFits } from './institution-types.js';
import { leadsKindergarten, leadsSchool } from './principals.js';
import type { KnownMerging } from './known-merging.js';
import { isMajority, isTwoThirds } from './resolutions.js';

/** What the register says of the institution that a matter is about, as far as a condition asks. */
export interface KnownInstitution {
  state: string;
  name: string;
  address: string;
  institutionType: string;
  stage?: string;
  trainingField?: string;
  nature: string;
  principal: string;
  legalRepresentative: string;
  sponsors: readonly string[];
  /** Further campuses of the same school. */
  campuses?: readonly string[];
  /** What a merger has to know of the others. */
  merging?: KnownMerging;
  /** The years that were inspected. */
  annual?: readonly AnnualRecord[];
}

/** A condition that compares what is asked for with what the register says. */
export interface LicensedCondition {
  code: string;
  article: string;
  field: string;
  met(form: CaseForm, of: KnownInstitution): boolean;
}

/** A school is changed while it goes on; one that has ended is not (ALL 49, 70), one that is being closed is told so. */
const GOES_ON: readonly string[] = [...GOING_ON_STATES, 'CLOSING'];

/** What is being closed is closed and nothing else (PEL 58): it is neither changed, nor renewed, nor closed once more. */
export const NOT_CLOSING: LicensedCondition = {
  code: 'ALREADY_CLOSING',
  article: 'PEL 58',
  field: 'licenceNumber',
  met: (_, { state }) => state !== 'CLOSING',
};

export const GOING_ON: LicensedCondition = {
  code: 'SCHOOL_DOES_NOT_GO_ON',
  article: 'ALL 70',
  field: 'licenceNumber',
  met: (_, { state }) => GOES_ON.includes(state),
};

/** A tutoring institution changes by the matter that is made for it (TRN-CHG), and by no other. */
const OF_A_SCHOOL: LicensedCondition = {
  code: 'TUTORING_HAS_ITS_MATTER',
  article: 'PEL 65',
  field: 'licenceNumber',
  met: (_, { institutionType }) => !isTutoring(institutionType),
};

export const twoThirds = (article: string): LicensedCondition => ({
  code: 'NOT_TWO_THIRDS',
  article,
  field: 'resolution',
  met: ({ resolution }) => isTwoThirds(resolution),
});

const majority: LicensedCondition = {
  code: 'NO_MAJORITY',
  article: 'PER 26',
  field: 'resolution',
  met: ({ resolution }) => isMajority(resolution),
};

/** The settlement and the resolution both come before filing; their own order is free (design 6.9). */
export const settled = (article: string): LicensedCondition => ({
  code: 'NOT_SETTLED',
  article,
  field: 'settlement',
  met: ({ settlement }) => settlement.completedOn !== '',
});

const sameText = (a: string, b: string): boolean => a.replace(/\s+/g, '') === b.replace(/\s+/g, '');

/** 名称变更 (PEL 55(1); PER 20, 26(2)(3)). */
export const NAME_CHANGE: readonly LicensedCondition[] = [
  GOING_ON,
  OF_A_SCHOOL,
  {
    code: 'NAME_UNCHANGED',
    article: 'ALL 49',
    field: 'schoolName',
    met: ({ schoolName }, { name }) => !sameText(schoolName, name),
  },
  {
    code: 'KINDERGARTEN_NAME',
    article: 'PER 20',
    field: 'schoolName',
    met: ({ schoolName }, { institutionType }) => institutionType !== 'KG' || schoolName.includes('幼儿园'),
  },
  {
    code: 'NAME_DOES_NOT_FIT_TYPE',
    article: 'PER 20',
    field: 'schoolName',
    met: ({ schoolName }, of) => of.institutionType === 'KG' || nameFits(schoolName, of),
  },
  twoThirds('PER 26(2)(3)'),
];

/** 地址变更、增设校区 (PER 23; ALL 49). A non-profit school has no branches: a second site is a campus of the same (NGO 13). */
export const ADDRESS_CHANGE: readonly LicensedCondition[] = [
  GOING_ON,
  OF_A_SCHOOL,
  {
    code: 'ADDRESS_UNCHANGED',
    article: 'ALL 49',
    field: 'siteAddress',
    met: ({ siteAddress }, { address }) => !sameText(siteAddress, address),
  },
  majority,
];

/** 举办者变更 (PEL 54; PER 12, 26(2)(1)). */
export const SPONSOR_CHANGE: readonly LicensedCondition[] = [
  GOING_ON,
  OF_A_SCHOOL,
  { code: 'NO_SPONSOR', article: 'PEL 10', field: 'sponsors', met: ({ sponsors }) => sponsors.length > 0 },
  {
    code: 'SPONSORS_UNCHANGED',
    article: 'ALL 49',
    field: 'sponsors',
    met: ({ sponsors }, { sponsors: before }) =>
      sponsors.length !== before.length || sponsors.some(({ name }) => !before.includes(name)),
  },
  settled('PEL 54'),
  twoThirds('PER 26(2)(1)'),
];

/** 法定代表人变更 (PEL 23; PER 26). */
export const LEGAL_REPRESENTATIVE: readonly LicensedCondition[] = [
  GOING_ON,
  {
    code: 'REPRESENTATIVE_UNCHANGED',
    article: 'PEL 23',
    field: 'representative',
    met: ({ representative }, { legalRepresentative }) => representative.name !== legalRepresentative,
  },
  {
    code: 'REPRESENTATIVE_NOT_PRINCIPAL',
    article: 'PEL 23',
    field: 'representative',
    met: ({ representative: { office, name } }, { principal }) => office === 'chair' || name === principal,
  },
  majority,
];

/** 校长、园长变更, of a tutoring institution 负责人变更 (PEL 24, 65; PER 26(2)(2); PSL 38): filed, not approved. */
export const PRINCIPAL: readonly LicensedCondition[] = [
  GOING_ON,
  {
    code: 'PRINCIPAL_UNCHANGED',
    article: 'PEL 24',
    field: 'principal',
    met: ({ principal }: DraftForm, known) => principal?.name !== known.principal,
  },
  {
    code: 'HEAD_UNCHANGED',
    article: 'PEL 24',
    field: 'tutoringHead',
    met: ({ principal, tutoringHead }: DraftForm, known) =>
      principal !== undefined || tutoringHead?.name !== known.principal,
  },
  {
    code: 'PRINCIPAL_QUALIFICATION',
    article: 'PSL 38',
    field: 'principal',
    met: ({ principal }, { institutionType }) => institutionType !== 'KG' || leadsKindergarten(principal),
  },
  {
    code: 'SCHOOL_HEAD_QUALIFICATION',
    article: 'PEL 24',
    field: 'principal',
    met: ({ principal }, of) => !isSchool(of) || leadsSchool(principal),
  },
  twoThirds('PER 26(2)(2)'),
];

/** 普惠性民办幼儿园认定 (PSL 24(3)): of non-profit kindergartens and of no other school. */
export const INCLUSIVE: readonly LicensedCondition[] = [
  GOING_ON,
  {
    code: 'INCLUSIVE_NOT_KINDERGARTEN',
    article: 'PSL 24(3)',
    field: 'licenceNumber',
    met: (_, { institutionType }) => institutionType === 'KG',
  },
  {
    code: 'INCLUSIVE_FOR_PROFIT',
    article: 'PSL 24(3)',
    field: 'licenceNumber',
    met: (_, { nature }) => nature === 'non_profit',
  },
];

/** 办学水平和质量评估的确认 (PEL 41; PER 48(2)): of a school that goes on; the evaluation is no licence. */
export const QUALITY: readonly LicensedCondition[] = [GOING_ON];

/** 遗失、损毁补证 (PER 22(3)): the licence of a school that goes on; the circumstances are the school's to state. */
export const REISSUE: readonly LicensedCondition[] = [GOING_ON];

/** 招生简章和广告备案 (PEL 42; ADL 24): told to the bureau as it will appear; a false one is punished, not approved. */
export const ADVERTISEMENT: readonly LicensedCondition[] = [
  GOING_ON,
  {
    code: 'NO_ADVERTISEMENT',
    article: 'PEL 42',
    field: 'advertisements',
    met: ({ advertisements }) => advertisements.length > 0,
  },
  {
    code: 'ADVERTISEMENT_PROMISES',
    article: 'ADL 24(1)(1)',
    field: 'advertisements',
    met: ({ advertisements }) => !advertisements.some(({ promisesResults }) => promisesResults),
  },
  {
    code: 'ADVERTISEMENT_ENDORSED',
    article: 'ADL 24(1)(3)',
    field: 'advertisements',
    met: ({ advertisements }) => !advertisements.some(({ usesEndorsements }) => usesEndorsements),
  },
];

/** 决策机构成员、章程备案 (PEL 21; PER 19(2), 26, 27). */
export const GOVERNANCE: readonly LicensedCondition[] = [
  GOING_ON,
  ...BOARD,
  {
    code: 'NOT_TWO_THIRDS',
    article: 'PER 26(2)(3)',
    field: 'resolution',
    met: ({ charterChanges, resolution }) => (charterChanges ? isTwoThirds(resolution) : isMajority(resolution)),
  },
];
