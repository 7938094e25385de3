import { fault, record, text, truth, whole, type Check } from './establishment-form.js';
import { isPlainDate } from './plain-date.js';
import { pastDay } from './licensed-form.js';

/** 拟终止公告: when and where the school announced that it means to close, and when it means to (PER 50(2)). */
export interface IntendedClosure {
  announcedOn: string;
  announcedIn: string;
  closingOn: string;
}

/** 学生安置: how many there are, and how many have a place elsewhere (PEL 57; PSL 31). */
export interface Placement {
  pupils: number;
  placed: number;
}

/** What a school says that asks to close. */
export interface ClosureForm {
  intendedClosure: IntendedClosure;
  placement: Placement;
  /** Prepaid fees can be paid back (PEL 59(1)). */
  refundsSecured: boolean;
}

const day: Check = (value, field) => (isPlainDate(value) ? [] : fault(field, 'DATE_INVALID'));

/** Nobody can be placed who is not there. */
const placement: Check = (value, field, today) => {
  const faults = record({ pupils: whole(0, 20_000), placed: whole(0, 20_000) })(value, field, today);
  if (faults.length > 0) return faults;
  const { pupils, placed } = value as Placement;
  return placed <= pupils ? [] : fault(`${field}.placed`, 'MORE_THAN_PUPILS');
};

export const CLOSURE_FIELDS: { readonly [F in keyof ClosureForm]: Check } = {
  intendedClosure: record({ announcedOn: pastDay, announcedIn: text(2, 80), closingOn: day }),
  placement,
  refundsSecured: truth,
};
