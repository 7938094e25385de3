import type { CaseForm, DraftForm } from './forms.js';
import {
  companyFormFits,
  hasSpace,
  isCompulsory,
  isTutoring,
  nameFits,
  PREPAID_MOST,
  sameKind,
  stageFits,
  type EstablishedType,
} from './institution-types.js';
import {
  GOING_ON,
  SPONSOR_CHANGE,
  twoThirds,
  type KnownInstitution,
  type LicensedCondition,
} from './licensed-conditions.js';
import { isMajority, isTwoThirds } from './resolutions.js';

/** A condition that the form alone can show. */
export interface FormCondition {
  code: string;
  article: string;
  field: string;
  met(form: CaseForm): boolean;
}

const NON_SUBJECT = { institutionType: 'TRN-NON' };

/** 非学科类校外培训机构设立 (PEL 11, 12, 38; PER 20; PSL 59(3)); what the experts and the line department say are lanes. */
export const TUTORING: readonly FormCondition[] = [
  {
    code: 'NAME_DOES_NOT_FIT_TYPE',
    article: 'PER 20',
    field: 'schoolName',
    met: ({ schoolName }) => nameFits(schoolName, NON_SUBJECT),
  },
  {
    code: 'COMPANY_FORM_MISSING',
    article: 'ENR 6',
    field: 'schoolName',
    met: ({ schoolName, nature }) => companyFormFits(schoolName, nature, NON_SUBJECT),
  },
  {
    code: 'TOO_LITTLE_SPACE',
    article: 'PEL 11',
    field: 'traineesAtOnce',
    met: ({ siteAreaSquareMetres, traineesAtOnce }) => hasSpace(siteAreaSquareMetres, traineesAtOnce),
  },
  {
    code: 'PRESCHOOL_DAYS',
    article: 'PSL 59(3)',
    field: 'preschoolProgramme',
    met: ({ preschoolProgramme }) => preschoolProgramme !== 'half_or_full_day',
  },
  {
    code: 'PREPAID_TOO_LONG',
    article: 'PEL 38',
    field: 'prepaid',
    met: ({ prepaid: { months, lessons } }) => months <= PREPAID_MOST.months && lessons <= PREPAID_MOST.lessons,
  },
  {
    code: 'HEAD_NOT_REPRESENTATIVE',
    article: 'PEL 23',
    field: 'legalRepresentative',
    met: ({ legalRepresentative, boardMembers, tutoringHead }) =>
      legalRepresentative === tutoringHead.name ||
      boardMembers.some(({ name, role }) => role === 'chair' && name === legalRepresentative),
  },
];

/** 学科类: nobody files without having read why no new ones are approved (ALL 30(2); SJ). */
export const FROZEN: readonly FormCondition[] = [
  { code: 'FREEZE_NOT_READ', article: 'ALL 30(2)', field: 'freezeRead', met: ({ freezeRead }) => freezeRead },
];

const changing =
  (
    what: CaseForm['tutoringChange']['what'],
    met: (change: CaseForm['tutoringChange'], form: CaseForm, of: KnownInstitution) => boolean,
  ): LicensedCondition['met'] =>
  (form, of) =>
    form.tutoringChange.what !== what || met(form.tutoringChange, form, of);

/** What is asked of a change of sponsor (PEL 54; PER 12) is asked of one of a tutoring institution (PEL 65). */
const ofSponsorChange = (condition: LicensedCondition): LicensedCondition => ({
  ...condition,
  met: (form, of) => form.tutoringChange.what !== 'sponsor' || condition.met(form, of),
});
const OF_SPONSOR_CHANGE: readonly string[] = ['NO_SPONSOR', 'SPONSORS_UNCHANGED', 'NOT_SETTLED'];

/** 校外培训机构变更、终止 (PEL 54, 55, 56, 59, 65): the rules of schools, and prepaid fees paid back before the end. */
export const TUTORING_CHANGE: readonly LicensedCondition[] = [
  GOING_ON,
  {
    code: 'NOT_A_TUTORING_INSTITUTION',
    article: 'PEL 65',
    field: 'licenceNumber',
    met: (_, { institutionType }) => isTutoring(institutionType),
  },
  {
    code: 'NAME_UNCHANGED',
    article: 'ALL 49',
    field: 'tutoringChange.newName',
    met: changing('name', ({ newName }, _, { name }) => newName !== name),
  },
  {
    code: 'NAME_DOES_NOT_FIT_TYPE',
    article: 'PER 20',
    field: 'tutoringChange.newName',
    met: changing('name', ({ newName = '' }, _, of) => nameFits(newName, of)),
  },
  {
    code: 'COMPANY_FORM_MISSING',
    article: 'ENR 6',
    field: 'tutoringChange.newName',
    met: changing('name', ({ newName = '' }, _, of) => companyFormFits(newName, of.nature, of)),
  },
  {
    code: 'ADDRESS_UNCHANGED',
    article: 'ALL 49',
    field: 'tutoringChange.newAddress',
    met: changing('address', ({ newAddress }, _, { address }) => newAddress !== address),
  },
  {
    code: 'TOO_LITTLE_SPACE',
    article: 'PEL 11',
    field: 'tutoringChange.traineesAtOnce',
    met: changing('address', ({ areaSquareMetres = 0, traineesAtOnce = 0 }) =>
      hasSpace(areaSquareMetres, traineesAtOnce),
    ),
  },
  ...SPONSOR_CHANGE.filter(({ code }) => OF_SPONSOR_CHANGE.includes(code)).map(ofSponsorChange),
  {
    code: 'PREPAID_NOT_REFUNDED',
    article: 'PEL 59(1)(1)',
    field: 'tutoringChange.prepaidBalanceYuan',
    met: changing('closing', ({ prepaidBalanceYuan }) => prepaidBalanceYuan === 0),
  },
  {
    code: 'NOT_TWO_THIRDS',
    article: 'PER 26(2)',
    field: 'resolution',
    // a name stands in the charter, who sponsors decides over the school, an end is the end: for two thirds of all members
    met: ({ tutoringChange: { what }, resolution }) =>
      what === 'address' ? isMajority(resolution) : isTwoThirds(resolution),
  },
];

/** 层次、类别变更 (PEL 19(1), 55; SJ): what the new kind may not be; that it meets its standard is asked beside these. */
export const LEVEL_CHANGE: readonly LicensedCondition[] = [
  GOING_ON,
  {
    code: 'KIND_UNCHANGED',
    article: 'ALL 49',
    field: 'newKind',
    met: ({ newKind }, of) => !sameKind(newKind, of),
  },
  {
    code: 'NON_SUBJECT_TO_SUBJECT',
    article: 'SJ',
    field: 'newKind',
    met: ({ newKind }, { institutionType }) =>
      !(institutionType === 'TRN-NON' && newKind.institutionType === 'TRN-SUB'),
  },
  {
    code: 'SUBJECT_TUTORING_FROZEN',
    article: 'SJ',
    field: 'newKind',
    met: ({ newKind }, { institutionType }) => institutionType === 'TRN-NON' || newKind.institutionType !== 'TRN-SUB',
  },
  {
    code: 'COMPULSORY_EDUCATION_FOR_PROFIT',
    article: 'PEL 19(1)',
    field: 'newKind',
    met: ({ newKind }, { nature }) => !(nature === 'for_profit' && isCompulsory(newKind)),
  },
  { code: 'STAGE_DOES_NOT_FIT_TYPE', article: 'PEL 12', field: 'newKind', met: ({ newKind }) => stageFits(newKind) },
  {
    code: 'NAME_DOES_NOT_FIT_TYPE',
    article: 'PER 20',
    field: 'schoolName',
    met: ({ schoolName, newKind }) => nameFits(schoolName, newKind),
  },
  {
    code: 'TOO_LITTLE_SPACE',
    article: 'PEL 11',
    field: 'newKind',
    met: ({ newKind: { traineesAtOnce = 0 }, siteAreaSquareMetres }) => hasSpace(siteAreaSquareMetres, traineesAtOnce),
  },
  twoThirds('PER 26(2)(3)'),
];

/** What a tutoring institution has to meet like every other (PEL 65). */
export const OF_TUTORING: readonly string[] = [
  'PUBLIC_ASSETS_FOR_PROFIT',
  'CAPITAL_NOT_PAID_IN',
  'NO_SPONSOR',
  'BOARD_TOO_SMALL',
  'BOARD_WITHOUT_EXPERIENCE',
  'BOARD_ROLES',
  'SUPERVISOR_ON_BOARD',
  'SERVICE_NOT_CONFIRMED',
];
export const OF_FROZEN: readonly string[] = ['NO_SPONSOR', 'SERVICE_NOT_CONFIRMED'];

/** What a change of level or category re-opens: every fact on which the new kind rests, as for an establishment (PEL 55). */
export const OF_LEVEL: readonly string[] = [
  'NOT_OF_THE_COUNTY',
  'CAPITAL_NOT_PAID_IN',
  'NO_SPONSOR',
  'BOARD_TOO_SMALL',
  'BOARD_WITHOUT_EXPERIENCE',
  'BOARD_ROLES',
  'LEGAL_REPRESENTATIVE',
  'PRINCIPAL_QUALIFICATION',
  'SCHOOL_HEAD_QUALIFICATION',
  'SUPERVISOR_ON_BOARD',
];

/** The form of a school as its new kind is judged: who leads a kindergarten and who leads a school differ (PSL 38; PEL 24). */
export const ofKind = ({ newKind: { institutionType, stage }, ...form }: CaseForm): DraftForm => ({
  ...form,
  institutionType: institutionType as EstablishedType,
  stage,
});
