import { standsAsideOf } from './shapes.js';

/** What stands in the fields: text as typed, or a choice. Numbers become numbers only on their way to the server. */
export type Cell = string | boolean | undefined;
export type Row = Readonly<Record<string, Cell>>;
export type Typed = Cell | Row | readonly Row[];

const NUMBERS: readonly string[] = [
  'siteAreaSquareMetres',
  'childrenRoomsSquareMetres',
  'plannedClasses',
  'plannedChildren',
  'openingFundsYuan',
  'paidInYuan',
  'yearsInEducation',
  'yearsInKindergarten',
  'members',
  'inFavour',
  'pupils',
  'placed',
  'traineesAtOnce',
  'months',
  'children',
  'lessons',
  'areaSquareMetres',
  'prepaidBalanceYuan',
  'annualYear',
];
const CODES: readonly string[] = ['citizenNumber', 'creditCode', 'contactPhone'];

/** A saved value as it stands in the fields. */
export function typedOf(value: unknown): Typed {
  if (Array.isArray(value)) return value.map((row) => rowOf(row));
  if (value !== null && typeof value === 'object') return rowOf(value);
  return cellOf(value);
}

const rowOf = (value: unknown): Row =>
  Object.fromEntries(Object.entries(value as object).map(([key, inner]) => [key, cellOf(inner)]));

const cellOf = (value: unknown): Cell =>
  typeof value === 'boolean' ? value : value === undefined || value === null ? undefined : String(value);

/** What is sent for a field. What is not a number stays text, so that the server can say what it expects. */
export function valueOf(field: string, typed: Typed): unknown {
  if (Array.isArray(typed)) return (typed as readonly Row[]).map((row) => withoutEmpty(field, row));
  if (typed !== null && typeof typed === 'object') return withoutEmpty(field, typed as Row);
  return sent(field, typed as Cell);
}

/** An empty cell is an answer that is missing, not an answer that is wrong. */
const withoutEmpty = (field: string, row: Row): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(row)
      .filter(([key, cell]) => !isEmpty(cell) && !standsAside(row, key) && !standsAsideOf(field, row, key))
      .map(([key, cell]) => [key, sent(key, cell)]),
  );

/** A sponsor has one of two numbers; the other one, typed before the choice was changed, is not sent. */
const standsAside = (row: Row, key: string): boolean =>
  (key === 'creditCode' && row['kind'] === 'person') || (key === 'citizenNumber' && row['kind'] === 'organisation');

function sent(key: string, cell: Cell): unknown {
  if (typeof cell !== 'string') return cell;
  const text = cell.trim();
  if (CODES.includes(key)) return text.replace(/\s/g, '').toUpperCase();
  if (!NUMBERS.includes(key)) return text;
  const digits = text.replace(/[\s,，]/g, '');
  return /^\d{1,15}$/.test(digits) ? Number(digits) : text;
}

export const isEmpty = (typed: Typed): boolean =>
  typed === undefined || (typeof typed === 'string' && typed.trim() === '');
