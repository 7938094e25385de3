import {
  compareDates,
  dayAsTyped,
  FIRST_YEAR,
  isPlainDate,
  LAST_YEAR,
  type PlainDate,
} from '../../../libs/law/src/index.js';
import type { AsOf } from '../../../libs/register/src/index.js';
import type { Fault } from './deadline.js';

/** Both days of a question to the register, as they were sent; what is wrong with them, by field. */
export interface AskedDays {
  typed: { validOn: string; recordedOn: string };
  asOf: AsOf;
  faults: Fault[];
}

type Query = Readonly<Record<string, unknown>>;

/** A day that is not named is today; nobody knows yet what will have been written tomorrow. */
export function askedDays(query: Query, today: PlainDate): AskedDays {
  const faults: Fault[] = [];
  const take = (field: keyof AskedDays['typed']): PlainDate => {
    const given = query[field];
    if (given === undefined || given === '') return today;
    const read = typeof given === 'string' ? dayAsTyped(given) : '';
    const fault = typeof given === 'string' ? faultOf(field, read, today) : { field, code: 'FIELD_TWICE' };
    if (!fault) return read as PlainDate;
    faults.push(fault);
    return today;
  };
  const asOf = { validOn: take('validOn'), recordedOn: take('recordedOn') };
  return { typed: { validOn: shown(query, 'validOn'), recordedOn: shown(query, 'recordedOn') }, asOf, faults };
}

function faultOf(field: string, read: string, today: PlainDate): Fault | null {
  if (!isPlainDate(read)) return { field, code: 'DATE_INVALID' };
  const year = Number(read.slice(0, 4));
  if (year < FIRST_YEAR || year > LAST_YEAR)
    return { field, code: 'DATE_YEARS', params: { first: FIRST_YEAR, last: LAST_YEAR } };
  if (field === 'recordedOn' && compareDates(read, today) > 0) return { field, code: 'RECORDED_LATER' };
  return null;
}

const shown = (query: Query, field: string): string => {
  const given = query[field];
  return typeof given === 'string' ? given.slice(0, 40) : '';
};
