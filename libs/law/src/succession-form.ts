import { identifier, list, oneOf, record, text, whole, type Check } from './establishment-form.js';
import { checkLicenceNumber } from './identifiers/licence-number.js';
import { pastDay } from './licensed-form.js';

/** 吸收合并 or 新设合并: the applicant's school goes on with the others in it, or all of them end in a new one. */
export const MERGER_KINDS = ['absorption', 'new_school'] as const;
export type MergerKind = (typeof MERGER_KINDS)[number];

/** One school that merges beside the applicant's: its own settlement and its own vote (PEL 53(1); PER 26(2)(6)). */
export interface MergingSchool {
  licenceNumber: string;
  completedOn: string;
  /** Who made the settlement. */
  madeBy: string;
  decidedOn: string;
  /** All members of its decision body, present or not. */
  members: number;
  inFavour: number;
}

/** A site stands as it was checked last, or it is new or grows and is checked (design 6.11). */
export const SITE_STANDINGS = ['as_it_is', 'new_or_grown'] as const;
export type SiteStanding = (typeof SITE_STANDINGS)[number];

export interface ResultingSite {
  address: string;
  siteAreaSquareMetres: number;
  childrenRoomsSquareMetres: number;
  siteStanding: SiteStanding;
}

/** 存续: the divided school goes on as this one, under its licence; 新设: a school of its own, with a licence of its own. */
export const CONTINUATIONS = ['continues', 'new'] as const;
export type Continuation = (typeof CONTINUATIONS)[number];

/** One school that a division leaves. */
export interface ResultingSchool extends ResultingSite {
  continuation: Continuation;
  name: string;
  plannedClasses: number;
  principalName: string;
  /** 法定代表人: the chair of its decision body or its principal (PEL 23). */
  representativeName: string;
  /** 决策机构成员 (PEL 21): their names, one after the other. */
  boardNames: string;
  openingFundsYuan: number;
  paidInYuan: number;
}

/** What schools say that merge, or one that divides. */
export interface SuccessionForm {
  mergerKind: MergerKind;
  mergingSchools: MergingSchool[];
  /** Every site of the school that a merger leaves; the first one is its address. */
  sites: ResultingSite[];
  resultingSchools: ResultingSchool[];
}

const SITE: Readonly<Record<keyof ResultingSite, Check>> = {
  address: text(6, 200),
  siteAreaSquareMetres: whole(1, 200_000),
  childrenRoomsSquareMetres: whole(1, 200_000),
  siteStanding: oneOf(...SITE_STANDINGS),
};

const MERGING_SCHOOL: Readonly<Record<keyof MergingSchool, Check>> = {
  licenceNumber: identifier(checkLicenceNumber),
  completedOn: pastDay,
  madeBy: text(2, 80),
  decidedOn: pastDay,
  members: whole(1, 99),
  inFavour: whole(0, 99),
};

const RESULTING_SCHOOL: Readonly<Record<keyof ResultingSchool, Check>> = {
  continuation: oneOf(...CONTINUATIONS),
  name: text(4, 60),
  ...SITE,
  plannedClasses: whole(1, 60),
  principalName: text(2, 40),
  representativeName: text(2, 40),
  boardNames: text(2, 400),
  openingFundsYuan: whole(0, 10_000_000_000),
  paidInYuan: whole(0, 10_000_000_000),
};

/** Shape and range of each field; whether the whole may be allowed is succession-conditions.ts. */
export const SUCCESSION_FIELDS: { readonly [F in keyof SuccessionForm]: Check } = {
  mergerKind: oneOf(...MERGER_KINDS),
  mergingSchools: list(record(MERGING_SCHOOL), 9),
  sites: list(record(SITE), 20),
  resultingSchools: list(record(RESULTING_SCHOOL), 10),
};

/** The names of a list, each once, whichever mark divides them. */
export const namesIn = (list: string): string[] => [
  ...new Set(
    list
      .split(/[、，,；;\n]+/)
      .map((name) => name.trim())
      .filter((name) => name !== ''),
  ),
];

/** Every site that a merger or a division leaves; none for any other matter. */
export const resultingSitesOf = ({
  sites = [],
  resultingSchools = [],
}: Partial<SuccessionForm>): readonly ResultingSite[] => [...sites, ...resultingSchools];

/**
 * What follows for lines and checks: something is new, something stands as it is, and how large the largest new site is.
 * Nothing follows where no site is named.
 */
export function siteFactsOf(form: Partial<SuccessionForm>): {
  new_site?: boolean;
  same_site?: boolean;
  siteAreaSquareMetres?: number;
} {
  const sites = resultingSitesOf(form);
  if (sites.length === 0) return {};
  const fresh = sites.filter(({ siteStanding }) => siteStanding === 'new_or_grown');
  return {
    new_site: fresh.length > 0,
    same_site: fresh.length < sites.length,
    ...(fresh.length > 0
      ? { siteAreaSquareMetres: Math.max(...fresh.map(({ siteAreaSquareMetres }) => siteAreaSquareMetres)) }
      : {}),
  };
}
