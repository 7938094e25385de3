import { findSentence } from '../../../../../libs/messages/src/web.js';
import { ESTABLISHED_TYPES, STAGES } from '../../../../../libs/law/src/institution-types.js';
import { isPlainDate } from '../../../../../libs/law/src/plain-date.js';
import type { Say } from '../../say.js';
import type { FormSay } from './form-say.js';
import type { Form } from './questions.js';
import { isOffered } from './shapes.js';
import { isEmpty, type Cell, type Row } from './typed.js';

/** Names and values of the form in words; what has no words yet is shown as it is. */
const wordOf = (t: FormSay, key: string, other: string): string =>
  findSentence(t.language, `${key}.${t.kind}`) ?? findSentence(t.language, key) ?? other;

export const labelOf = (t: FormSay, field: string): string => wordOf(t, `apply.q.${field}`, field);
export const hintOf = (t: FormSay, field: string): string | undefined =>
  wordOf(t, `apply.hint.${field}`, '') || undefined;
/** @param form who has a licence is asked what it becomes, and not what it is */
export const titleOf = (t: FormSay, question: string, form: Form = {}): string =>
  (isLicensed(form) ? findSentence(t.language, `apply.question.${question}.licensed`) : null) ??
  wordOf(t, `apply.question.${question}`, labelOf(t, question));
const isLicensed = (form: Form): boolean => form['licenceNumber'] !== undefined;
export const documentName = (t: Say, kind: string): string => wordOf(t, `apply.doc.${kind}`, kind);
export const optionOf = (t: FormSay, field: string, value: string): string =>
  wordOf(t, `apply.option.${field}.${value}`, value);

/** The options of a choice, in the order in which people read them. */
export const OPTIONS: Readonly<Record<string, readonly string[]>> = {
  institutionType: ESTABLISHED_TYPES,
  stage: STAGES,
  nature: ['non_profit', 'for_profit'],
  deliveryChannel: ['electronic', 'courier', 'counter'],
  kind: ['person', 'organisation'],
  role: ['chair', 'principal', 'party', 'staff', 'sponsor_representative'],
  degree: ['none', 'college', 'bachelor', 'master'],
  siteChange: ['move', 'added_campus'],
  office: ['chair', 'principal'],
  qualityLevel: ['excellent', 'good', 'qualified'],
  lossKind: ['lost', 'damaged'],
  trainingField: ['culture', 'sports', 'science'],
  preschoolProgramme: ['none', 'hourly', 'half_or_full_day'],
  tutoringAudience: ['compulsory', 'senior', 'preschool'],
  guard: ['escrow', 'risk_deposit'],
  into: ['kindergarten', 'nursery', 'exit'],
  what: ['name', 'address', 'sponsor', 'closing'],
  'newKind.institutionType': ['KG', 'PS-PRI-JUN', 'PS-SEN', 'TRN-NON', 'TRN-SUB'],
  mergerKind: ['absorption', 'new_school'],
  siteStanding: ['as_it_is', 'new_or_grown'],
  continuation: ['continues', 'new'],
  medium: ['prospectus', 'print', 'broadcast', 'internet', 'outdoor'],
};
/**
 * @param path where the cell stands: some places have other options than the cell has elsewhere
 * @param beside what is answered beside it: a type has its own stages, and compulsory education is not for profit
 */
export const optionsOf = (
  t: FormSay,
  field: string,
  path = field,
  beside: Form = {},
): { value: string; label: string }[] =>
  (OPTIONS[path] ?? OPTIONS[field] ?? [])
    .filter((value) => isOffered(field, value, beside))
    .map((value) => ({ value, label: optionOf(t, field, value) }));

/** The name of a place in the form, such as 决策机构成员 2 · 身份证号. */
export function placeName(t: FormSay, path: string): string {
  const [, root = path, row, inner] = /^([A-Za-z]+)(?:\[(\d+)\])?(?:\.(\w+))?$/.exec(path) ?? [];
  const whole = row === undefined ? labelOf(t, root) : `${labelOf(t, root)} ${Number(row) + 1}`;
  return inner ? `${whole} · ${labelOf(t, inner)}` : whole;
}

const OF_SCHOOLS = /^(sites|resultingSchools)/;

/** A cell of a row by its place: people have a name and a home, organisations and schools a name and an address. */
export function cellLabel(t: FormSay, path: string, cell: string, row: Row): string {
  const kind = path.startsWith('sponsors') ? row['kind'] : OF_SCHOOLS.test(path) ? 'school' : 'person';
  return wordOf(t, `apply.q.${cell}.${String(kind)}`, labelOf(t, cell));
}

/** One saved answer in words: a line each, with what is said of it; null where there is none. */
export interface AnswerWords {
  words: string;
  more?: readonly string[];
}

export function answerWords(t: FormSay, field: string, form: Form): AnswerWords[] | null {
  const value = form[field];
  if (value === undefined || value === null || value === '') return null;
  if (Array.isArray(value)) return value.length === 0 ? null : value.map((row) => rowWords(t, row as Row));
  if (typeof value === 'object') return [rowWords(t, value as Row)];
  return [{ words: cellWords(t, field, value as Cell) }];
}

/** What is said of a person or a body, in the order in which people say it. */
const ORDER = [
  'kind',
  'continuation',
  'role',
  'citizenNumber',
  'creditCode',
  'address',
  'degree',
  'teacherQualification',
  'yearsInEducation',
  'yearsInKindergarten',
  'office',
  'decidedOn',
  'completedOn',
  'madeBy',
  'members',
  'inFavour',
  'lossKind',
  'happenedOn',
  'medium',
  'publishedFrom',
  'publishedUntil',
  'promisesResults',
  'usesEndorsements',
  'announcedOn',
  'announcedIn',
  'closingOn',
  'into',
  'kindergartenLicence',
  'nurseryFiling',
  'children',
  'pupils',
  'placed',
  'institutionType',
  'stage',
  'trainingField',
  'traineesAtOnce',
  'guard',
  'months',
  'lessons',
  'what',
  'newName',
  'newAddress',
  'areaSquareMetres',
  'prepaidBalanceYuan',
  'siteStanding',
  'siteAreaSquareMetres',
  'childrenRoomsSquareMetres',
  'plannedClasses',
  'principalName',
  'representativeName',
  'boardNames',
  'openingFundsYuan',
  'paidInYuan',
];
const NAMED: readonly string[] = [
  'teacherQualification',
  'yearsInEducation',
  'yearsInKindergarten',
  'decidedOn',
  'completedOn',
  'madeBy',
  'members',
  'inFavour',
  'happenedOn',
  'publishedFrom',
  'publishedUntil',
  'promisesResults',
  'usesEndorsements',
  'announcedOn',
  'announcedIn',
  'closingOn',
  'pupils',
  'placed',
  'traineesAtOnce',
  'months',
  'lessons',
  'kindergartenLicence',
  'nurseryFiling',
  'children',
  'newName',
  'newAddress',
  'areaSquareMetres',
  'prepaidBalanceYuan',
  'siteAreaSquareMetres',
  'childrenRoomsSquareMetres',
  'plannedClasses',
  'principalName',
  'representativeName',
  'boardNames',
  'openingFundsYuan',
  'paidInYuan',
];

/** What a row is called by: the first of these that it has. */
const HEADS: readonly string[] = ['name', 'title', 'licenceNumber', 'address'];

function rowWords(t: FormSay, row: Row): AnswerWords {
  const head = HEADS.find((key) => !isEmpty(row[key]));
  const said = ORDER.filter((key) => key !== head && !isEmpty(row[key])).map((key) => {
    const words = cellWords(t, key, row[key]);
    return NAMED.includes(key) ? t('error.named', { name: labelOf(t, key), message: words }) : words;
  });
  return {
    words: head === undefined ? '' : String(row[head]),
    ...(said.length > 0 ? { more: said } : {}),
  };
}

function cellWords(t: FormSay, key: string, cell: unknown): string {
  if (typeof cell === 'boolean') return t(cell ? 'ui.yes' : 'ui.no');
  if (key === 'annualYear') return String(cell);
  if (typeof cell === 'number') return cell.toLocaleString(t.language === 'zh' ? 'zh-CN' : 'en-GB');
  const text = String(cell);
  if (isPlainDate(text)) return t.day(text);
  return key in OPTIONS ? optionOf(t, key, text) : text;
}

/** Where a link back leads, in words. */
export function backWords(t: Say, back: string | null): string {
  if (back === 'answers') return t('apply.back.answers');
  return t(back === 'correction' ? 'apply.back.correction' : 'apply.back.draft');
}
