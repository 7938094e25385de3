import { fault, identifier, oneOf, record, text, truth, whole, type Check } from './establishment-form.js';
import { ADVERTISEMENTS, type Advertisement } from './advertisements.js';
import { checkCitizenNumber } from './identifiers/citizen-number.js';
import { checkLicenceNumber } from './identifiers/licence-number.js';
import { compareDates, isPlainDate } from './plain-date.js';

/** 决议: what the decision body resolved, and how many of all its members were for it (PER 26(2)). */
export interface Resolution {
  decidedOn: string;
  /** All members, present or not. */
  members: number;
  inFavour: number;
}

/** 财务清算: done before a division, a merger or a change of sponsor is asked for (PEL 53(1), 54). */
export interface Settlement {
  completedOn: string;
  /** Who made it. */
  madeBy: string;
}

/** 法定代表人: the chair of the decision body or the principal (PEL 23). */
export interface Representative {
  name: string;
  citizenNumber: string;
  office: 'chair' | 'principal';
}

/** 遗失、损毁: what became of the licence, and on which day. */
export interface LicenceLoss {
  lossKind: 'lost' | 'damaged';
  happenedOn: string;
}

/** 办学水平: the level that a school has found in its own evaluation and that is to be confirmed (PEL 41). */
export const QUALITY_LEVELS = ['excellent', 'good', 'qualified'] as const;
export type QualityLevel = (typeof QUALITY_LEVELS)[number];

/** What a school says that has a licence already; the rest stands in the register. */
export interface LicensedForm {
  /** The licence that the matter is about; it must be one of the applicant's own. */
  licenceNumber: string;
  resolution: Resolution;
  settlement: Settlement;
  /** The school moves, or it opens a further campus (增设校区) beside what it has. */
  siteChange: 'move' | 'added_campus';
  representative: Representative;
  /** 章程 is changed as well (PER 19(2)). */
  charterChanges: boolean;
  advertisements: Advertisement[];
  licenceLoss: LicenceLoss;
  qualityLevel: QualityLevel;
}

/** A day that has been. */
export const pastDay: Check = (value, field, today) =>
  isPlainDate(value) && (!today || compareDates(value, today) <= 0) ? [] : fault(field, 'DATE_NOT_PAST');

/** Nobody can be for something who is not a member. */
const resolution: Check = (value, field, today) => {
  const faults = record({ decidedOn: pastDay, members: whole(1, 99), inFavour: whole(0, 99) })(value, field, today);
  if (faults.length > 0) return faults;
  const { members, inFavour } = value as Resolution;
  return inFavour <= members ? [] : fault(`${field}.inFavour`, 'MORE_THAN_MEMBERS');
};

/** Shape and range of each field; whether the whole may be allowed is licensed-conditions.ts. */
export const LICENSED_FIELDS: { readonly [F in keyof LicensedForm]: Check } = {
  licenceNumber: identifier(checkLicenceNumber),
  resolution,
  settlement: record({ completedOn: pastDay, madeBy: text(2, 80) }),
  siteChange: oneOf('move', 'added_campus'),
  representative: record({
    name: text(2, 40),
    citizenNumber: identifier(checkCitizenNumber),
    office: oneOf('chair', 'principal'),
  }),
  charterChanges: truth,
  advertisements: ADVERTISEMENTS,
  licenceLoss: record({ lossKind: oneOf('lost', 'damaged'), happenedOn: pastDay }),
  qualityLevel: oneOf(...QUALITY_LEVELS),
};
