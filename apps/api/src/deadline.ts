import {
  compareDates,
  FIRST_YEAR,
  dayAsTyped,
  isPlainDate,
  LAST_YEAR,
  LONGEST_PERIOD,
  reckon,
  type AskedPeriod,
  type PlainDate,
  type Reckoned,
  type Unit,
  type WorkingCalendar,
} from '../../../libs/law/src/index.js';
import type { Tools } from './tools.js';

/** The working calendar that everything is counted on. */
export const calendarOf = ({ workshop, sql }: Tools): Promise<WorkingCalendar> => workshop.calendars.inForce(sql);

export const MOST_EXCLUSIONS = 20;
export const UNITS = Object.keys(LONGEST_PERIOD) as Unit[];
const KEYS: readonly string[] = ['from', 'length', 'unit', 'exclude', 'roll', 'lang'];

export interface Fault {
  field: string;
  code: string;
  params?: Record<string, string | number>;
}
export type Asked = { ok: true; period: AskedPeriod } | { ok: false; faults: Fault[] };
type Query = Readonly<Record<string, unknown>>;

export const answerDeadline = async (tools: Tools, period: AskedPeriod): Promise<Reckoned> =>
  reckon(period, await calendarOf(tools));

/** A period from the parameters of an address: everything that is wrong, at once and by field. */
export function readPeriod(query: Query): Asked {
  const faults: Fault[] = Object.keys(query)
    .filter((key) => !KEYS.includes(key))
    .map((key) => ({ field: key.slice(0, 40), code: 'FIELD_UNKNOWN' }));
  const take = <T>(read: { value: T } | Fault[]): T | undefined => {
    if ('value' in read) return read.value;
    faults.push(...read);
    return undefined;
  };
  const from = take(single(query, 'from', readDay));
  const unit = take(single(query, 'unit', oneOf(UNITS)));
  const length = take(single(query, 'length', (text, field) => readLength(text, field, unit)));
  const roll = take(single(query, 'roll', oneOf(['none', 'next'] as const), 'none'));
  const exclusions = take(readExclusions(query['exclude']));
  if (length !== undefined && length < 0 && exclusions?.length)
    faults.push({ field: 'exclude', code: 'EXCLUSION_BEFORE' });
  if (length !== undefined && length < 0 && roll === 'next') faults.push({ field: 'roll', code: 'ROLL_BEFORE' });
  if (faults.length > 0 || !from || !unit || !length || !roll || !exclusions) return { ok: false, faults };
  return { ok: true, period: { from, length, unit, roll, exclusions } };
}

type Read<T> = { value: T } | Fault[];
const wrong = (field: string, code: string, params?: Fault['params']): Fault[] => [
  { field, code, ...(params ? { params } : {}) },
];

/** A parameter that stands once; named twice, nobody can know which is meant. */
function single<T>(query: Query, field: string, read: (text: string, field: string) => Read<T>, absent?: T): Read<T> {
  const given = query[field];
  if (given === undefined || given === '')
    return absent === undefined ? wrong(field, 'FIELD_MISSING') : { value: absent };
  return typeof given === 'string' ? read(given, field) : wrong(field, 'FIELD_TWICE');
}

function readDay(typed: string, field: string): Read<PlainDate> {
  const text = dayAsTyped(typed);
  if (!isPlainDate(text)) return wrong(field, 'DATE_INVALID');
  const year = Number(text.slice(0, 4));
  return year >= FIRST_YEAR && year <= LAST_YEAR
    ? { value: text }
    : wrong(field, 'DATE_YEARS', { first: FIRST_YEAR, last: LAST_YEAR });
}

function readLength(text: string, field: string, unit: Unit | undefined): Read<number> {
  if (!/^-?\d{1,9}$/.test(text)) return wrong(field, 'LENGTH_NOT_WHOLE');
  const length = Number(text);
  if (length === 0) return wrong(field, 'LENGTH_ZERO');
  const max = unit ? LONGEST_PERIOD[unit] : Math.max(...Object.values(LONGEST_PERIOD));
  return Math.abs(length) <= max ? { value: length } : wrong(field, 'LENGTH_TOO_LONG', { max });
}

const oneOf =
  <T extends string>(options: readonly T[]) =>
  (text: string, field: string): Read<T> => {
    const found = options.find((option) => option === text);
    return found ? { value: found } : wrong(field, 'NOT_AN_OPTION');
  };

function readExclusions(given: unknown): Read<AskedPeriod['exclusions']> {
  const texts = given === undefined ? [] : Array.isArray(given) ? given : [given];
  if (texts.length > MOST_EXCLUSIONS) return wrong('exclude', 'EXCLUSIONS_TOO_MANY', { max: MOST_EXCLUSIONS });
  const read = texts.map((text, i) => readExclusion(text, texts.length > 1 ? `exclude[${i}]` : 'exclude'));
  const faults = read.flatMap((one) => ('value' in one ? [] : one));
  if (faults.length > 0) return faults;
  const spans = read.flatMap((one) => ('value' in one ? [one.value] : []));
  const sorted = [...spans].sort((a, b) => compareDates(a.from, b.from));
  const overlap = sorted.some(({ to }, i) => {
    const next = sorted[i + 1];
    return next !== undefined && compareDates(next.from, to) <= 0;
  });
  return overlap ? wrong('exclude', 'EXCLUSIONS_OVERLAP') : { value: sorted };
}

function readExclusion(given: unknown, field: string): Read<AskedPeriod['exclusions'][number]> {
  const [, first, last] = typeof given === 'string' ? (/^(.{1,20}?)\.\.(.{1,20})$/u.exec(given) ?? []) : [];
  if (!first || !last) return wrong(field, 'EXCLUSION_FORM');
  const [from, to] = [readDay(first, field), readDay(last, field)];
  if (!('value' in from)) return from;
  if (!('value' in to)) return to;
  return compareDates(from.value, to.value) <= 0
    ? { value: { from: from.value, to: to.value } }
    : wrong(field, 'EXCLUSION_REVERSED');
}
