import { isPlainDate } from '../../../../../libs/law/src/plain-date.js';
import type { Say } from '../../say.js';

type Said = Record<string, unknown>;

/** As an officer reads an entry: what the licence names first, then what only the bureau reads. */
const ORDER = [
  'name',
  'state',
  'licenceNumber',
  'address',
  'campuses',
  'institutionType',
  'stage',
  'trainingField',
  'nature',
  'sponsors',
  'legalRepresentative',
  'principal',
  'board',
  'charterFrom',
  'plannedClasses',
  'prepaid',
  'validFrom',
  'validTo',
  'preparedUntil',
  'creditCode',
  'inclusive',
  'quality',
  'annual',
  'advertisements',
  'reissues',
  'recognised',
  'became',
] as const;

const CODES: Readonly<Record<string, Parameters<Say['code']>[0]>> = {
  state: 'register',
  institutionType: 'licence.type',
  nature: 'nature',
  level: 'onDay.level',
  result: 'annual',
  stage: 'desk.value',
  trainingField: 'desk.value',
  guard: 'desk.value',
  into: 'desk.value',
};

/** Nothing is written there: an empty list, no name, a centre without classes. */
const isNothing = (value: unknown): boolean =>
  value === undefined || value === '' || value === 0 || (Array.isArray(value) && value.length === 0);

/** Figures that say nothing without what they count. */
const COUNTED: readonly string[] = ['months', 'lessons'];
const counted = (t: Say, key: string, figure: unknown): string =>
  t('error.named', { name: t.code('apply.q', key), message: String(figure) });

/** Every field that says something, with its word, in words. */
export function sayingsOf(t: Say, said: Said): [string, string][] {
  return ORDER.filter((field) => !isNothing(said[field])).map((field) => [
    t(`onDay.field.${field}`),
    inWords(t, field, said[field]),
  ]);
}

function inWords(t: Say, field: string, value: unknown): string {
  if (Array.isArray(value)) return value.map((one) => inWords(t, field, one)).join(t.language === 'zh' ? '；' : '; ');
  if (isPlainDate(value)) return t.day(value);
  if (typeof value === 'object' && value !== null)
    return Object.entries(value)
      .map(([key, part]) => (COUNTED.includes(key) ? counted(t, key, part) : inWords(t, key, part)))
      .join(' · ');
  const code = CODES[field];
  return code ? t.code(code, String(value)) : String(value);
}
