import {
  isCompulsory,
  isSchool,
  STAGES_OF,
  stageFits,
  type Stage,
} from '../../../../../libs/law/src/institution-types.js';
import { parseLicenceNumber } from '../../../../../libs/law/src/identifiers/licence-number.js';

/** A row of cells as typed. */
type Row = Readonly<Record<string, unknown>>;

/** What a form is about, as far as it says so: the kind that it asks for, or that the number of its licence shows. */
export function typeIn(form: Row): string {
  const { institutionType } = (form['newKind'] as Row | undefined) ?? form;
  if (typeof institutionType === 'string') return institutionType;
  const parsed = parseLicenceNumber(String(form['licenceNumber'] ?? ''));
  const level = parsed.ok ? parsed.value.level : 'kindergarten';
  return level === 'primary' || level === 'junior' ? 'PS-PRI-JUN' : level === 'secondary' ? 'PS-SEN' : 'KG';
}

/** Options that what is answered beside them leaves: the stages of the type; no compulsory education for profit (PEL 19(1)). */
export function isOffered(field: string, value: string, beside: Row): boolean {
  const type = String(beside['institutionType'] ?? '');
  if (field === 'stage') return STAGES_OF[type]?.includes(value as Stage) ?? true;
  const stage = typeof beside['stage'] === 'string' ? beside['stage'] : undefined;
  return !(field === 'nature' && value === 'for_profit' && isCompulsory({ institutionType: type, stage }));
}

/** A stage that another type was asked with goes when the type changes; the only one of a type is no question. */
export function stageFor(type: string, stage: unknown): string | undefined {
  const kept = typeof stage === 'string' && stageFits({ institutionType: type, stage }) ? stage : undefined;
  const stages = STAGES_OF[type] ?? [];
  return kept ?? (stages.length === 1 ? stages[0] : undefined);
}

/** Who leads a school has taught for years, who leads a kindergarten has worked in kindergartens (PEL 24; PSL 38). */
export const cellsOfPrincipal = (form: Row): string[] => [
  'name',
  'citizenNumber',
  'teacherQualification',
  'degree',
  isSchool({ institutionType: typeIn(form) }) ? 'yearsInEducation' : 'yearsInKindergarten',
];

/** The cells of an answer whose first cell decides what else it has; the server refuses any other. */

const OF_CHANGE: Readonly<Record<string, readonly string[]>> = {
  name: ['newName'],
  address: ['newAddress', 'areaSquareMetres', 'traineesAtOnce'],
  sponsor: [],
  closing: ['announcedOn', 'announcedIn', 'closingOn', 'prepaidBalanceYuan'],
};
export const cellsOfChange = ({ what }: Row): string[] => ['what', ...(OF_CHANGE[String(what)] ?? [])];

const OF_KIND: Readonly<Record<string, readonly string[]>> = {
  KG: ['stage'],
  'PS-PRI-JUN': ['stage'],
  'PS-SEN': ['stage'],
  'TRN-NON': ['trainingField', 'traineesAtOnce'],
};
export const cellsOfKind = ({ institutionType: type }: Row): string[] => [
  'institutionType',
  ...(OF_KIND[String(type)] ?? []),
];

const OF_CONVERSION: Readonly<Record<string, readonly string[]>> = {
  kindergarten: ['kindergartenLicence'],
  nursery: ['nurseryFiling'],
};
export const cellsOfConversion = ({ into }: Row): string[] => [
  'into',
  ...(OF_CONVERSION[String(into)] ?? []),
  'children',
  'placed',
];

/** What was typed before the choice was changed stands aside: it is not sent. */
export function standsAsideOf(field: string, row: Row, key: string): boolean {
  if (field === 'tutoringChange') return !cellsOfChange(row).includes(key);
  if (field === 'conversion') return !cellsOfConversion(row).includes(key);
  return field === 'newKind' && !cellsOfKind(row).includes(key);
}
