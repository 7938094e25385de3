import type { SchoolLevel } from './identifiers/licence-number.js';
import { STANDARD_READINGS, type Readings } from './readings.js';

/** Types of institutions (catalogue 1.1) and the stages of those that teach by stage. */
export const INSTITUTION_TYPES = ['KG', 'PS-PRI-JUN', 'PS-SEN', 'TRN-SUB', 'TRN-NON', 'TRN-VOC', 'ECC'] as const;
export type InstitutionType = (typeof INSTITUTION_TYPES)[number];
/** `NINE_YEAR`: 九年一贯制, primary and junior in one school. */
export const STAGES = ['KINDERGARTEN', 'PRIMARY', 'JUNIOR', 'NINE_YEAR', 'SENIOR'] as const;
export type Stage = (typeof STAGES)[number];

/** A type; of a school its stage, of a tutoring institution its field. */
export interface Kind {
  institutionType: string;
  stage?: string;
  trainingField?: string;
}

/** 非学科类的三个门类: each has a line department of its own (NS13; ALL 26(2)). */
export const TRAINING_FIELDS = ['culture', 'sports', 'science'] as const;
export type TrainingField = (typeof TRAINING_FIELDS)[number];

export const isSchool = ({ institutionType }: Kind): boolean => institutionType.startsWith('PS-');
export const isTutoring = (type: string): boolean => type.startsWith('TRN-');

/** 义务教育: no for-profit school may give it (PEL 19(1)). */
export const isCompulsory = ({ institutionType, stage }: Kind): boolean =>
  institutionType === 'PS-PRI-JUN' || ['PRIMARY', 'JUNIOR', 'NINE_YEAR'].includes(stage ?? '');

/**
 * Types that a county bureau may allow: vocational training is human resources' (PEL 12), and senior schools are the
 * city's, unless the autonomous region has given them to the county.
 */
const OF_THE_COUNTY: readonly string[] = ['KG', 'PS-PRI-JUN', 'TRN-SUB', 'TRN-NON'];
export const isOfTheCounty = (
  { institutionType, stage }: Kind,
  { seniorSchools }: Pick<Readings, 'seniorSchools'> = STANDARD_READINGS,
): boolean =>
  institutionType === 'PS-SEN' || stage === 'SENIOR'
    ? seniorSchools === 'county'
    : OF_THE_COUNTY.includes(institutionType);

/** The types of which the form of an establishment asks; tutoring institutions have forms of their own. */
export const ESTABLISHED_TYPES = ['KG', 'PS-PRI-JUN', 'PS-SEN'] as const;
export type EstablishedType = (typeof ESTABLISHED_TYPES)[number];

/** The stages that a type teaches; a tutoring institution has none. */
export const STAGES_OF: Readonly<Record<string, readonly Stage[]>> = {
  KG: ['KINDERGARTEN'],
  'PS-PRI-JUN': ['PRIMARY', 'JUNIOR', 'NINE_YEAR'],
  'PS-SEN': ['SENIOR'],
};
export const stageFits = ({ institutionType, stage }: Kind): boolean => {
  const stages: readonly string[] | undefined = STAGES_OF[institutionType];
  return stages ? stage !== undefined && stages.includes(stage) : stage === undefined;
};

/** The same kind: type, stage and training field; what nobody has said yet differs from nothing. */
export const sameKind = (a: Kind, b: Kind): boolean => {
  const alike = (x?: string, y?: string): boolean => x === undefined || y === undefined || x === y;
  return a.institutionType === b.institutionType && alike(a.stage, b.stage) && alike(a.trainingField, b.trainingField);
};

/** The digit of the school level in a licence number (catalogue 7.3); of a nine-year school that of its highest stage (assumption). */
export function levelOf({ institutionType, stage }: Kind): SchoolLevel {
  switch (institutionType) {
    case 'KG':
      return 'kindergarten';
    case 'PS-PRI-JUN':
      return stage === 'JUNIOR' || stage === 'NINE_YEAR' ? 'junior' : 'primary';
    case 'PS-SEN':
      return 'secondary';
    default:
      return isTutoring(institutionType) ? 'tutoring' : 'other';
  }
}

/** One key for the words of a kind: 幼儿园, 小学, 初级中学, 九年一贯制学校, 非学科类校外培训机构. */
const KEY_OF_STAGE: Readonly<Record<string, string>> = { JUNIOR: 'PS-JUN', NINE_YEAR: 'PS-NINE' };
export const kindKey = ({ institutionType, stage = '' }: Kind): string =>
  institutionType !== 'PS-PRI-JUN' ? institutionType : (KEY_OF_STAGE[stage] ?? 'PS-PRI');

/** Which checklist a site is looked at by (catalogue 9.4): kindergarten, centre, tutoring institution, school. */
export type SiteKind = 'K' | 'E' | 'T' | 'S';
export function siteKindOf(institutionType: string): SiteKind {
  if (isTutoring(institutionType)) return 'T';
  return institutionType === 'ECC' ? 'E' : institutionType.startsWith('PS-') ? 'S' : 'K';
}

/** The type that a case is about: what it is to become, what it asks for, or what it is already. */
export const typeOfCase = (
  form: { newKind?: Kind; institutionType?: string; trainingField?: string },
  registered?: string | null,
): string =>
  form.newKind?.institutionType ?? form.institutionType ?? (form.trainingField ? 'TRN-NON' : (registered ?? 'KG'));

/** What a name says of the kind, and what it may not say (PER 20: nothing that misleads). */
const WORDS_OF: Readonly<Record<string, { one: readonly string[]; none: readonly string[] }>> = {
  KG: { one: ['幼儿园'], none: [] },
  PRIMARY: { one: ['小学', '学校'], none: ['幼儿园', '中学', '培训'] },
  JUNIOR: { one: ['中学', '学校'], none: ['幼儿园', '小学', '培训'] },
  NINE_YEAR: { one: ['学校'], none: ['幼儿园', '小学', '中学', '培训'] },
  SENIOR: { one: ['中学', '学校'], none: ['幼儿园', '小学', '培训'] },
  tutoring: { one: ['培训'], none: ['幼儿园', '小学', '中学', '大学', '学院'] },
};
export function nameFits(name: string, { institutionType, stage }: Kind): boolean {
  const words = WORDS_OF[isTutoring(institutionType) ? 'tutoring' : institutionType === 'KG' ? 'KG' : (stage ?? '')];
  return !words || (words.one.some((word) => name.includes(word)) && !words.none.some((word) => name.includes(word)));
}

/** 企业名称 (ENR 6): a for-profit name carries the form of the company; of tutoring institutions, which are registered so. */
export const companyFormFits = (name: string, nature: string, { institutionType }: Kind): boolean =>
  nature !== 'for_profit' || !isTutoring(institutionType) || /公司$/.test(name);

/** 同一时段生均面积 (GB80): square metres for each trainee at one time. */
export const SQUARE_METRES_PER_TRAINEE = 3;
export const hasSpace = (squareMetres: number, trainees: number): boolean =>
  squareMetres >= SQUARE_METRES_PER_TRAINEE * trainees;

/** 预收费 (PRE6): for three months or sixty lessons at most. */
export const PREPAID_MOST = { months: 3, lessons: 60 } as const;

/** Experts who classify what is taught, at least (NMCLS). */
export const CLASSIFYING_EXPERTS = 3;
