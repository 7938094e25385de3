import { BOARD_LEAST } from './board.js';
import { goesOn } from './institution-states.js';
import { nameFits, sameKind } from './institution-types.js';
import { parseLicenceNumber } from './identifiers/licence-number.js';
import { GOING_ON, settled, twoThirds, type KnownInstitution, type LicensedCondition } from './licensed-conditions.js';
import type { MergingParty } from './known-merging.js';
import { isTwoThirds } from './resolutions.js';
import { namesIn, resultingSitesOf } from './succession-form.js';

const plain = (text: string): string => text.replace(/\s+/g, '').replace(/号$/, '');

/** Every other school holds to it; of one that is not in the register nothing else can be said. */
const everyParty =
  (holds: (party: MergingParty, own: KnownInstitution) => boolean): LicensedCondition['met'] =>
  (_, own) =>
    (own.merging?.parties ?? []).filter(({ found }) => found).every((party) => holds(party, own));

/** 场地 as it stands: nobody calls a site checked that no school of the matter has (PER 23; design 6.11). */
const SITES_KNOWN: LicensedCondition = {
  code: 'SITE_NOT_REGISTERED',
  article: 'PER 23',
  field: 'sites',
  met: (form, of: KnownInstitution) => {
    const known = [
      of.address,
      ...(of.campuses ?? []),
      ...(of.merging?.parties ?? []).flatMap(({ address, campuses }) => [address, ...campuses]),
    ].map(plain);
    return resultingSitesOf(form)
      .filter(({ siteStanding }) => siteStanding === 'as_it_is')
      .every(({ address }) => known.includes(plain(address)));
  },
};

/** A school of which a closure is running, or whose teaching is stopped, neither merges nor divides (PEL 58, 62). */
const RUNNING: LicensedCondition = {
  code: 'SCHOOL_NOT_RUNNING',
  article: 'PEL 58',
  field: 'licenceNumber',
  met: (_, { state, merging }) => goesOn(state) && merging?.ownClosing !== true,
};

const KINDERGARTEN = (name: string, type: string): boolean => type !== 'KG' || name.includes('幼儿园');
const FITS = (name: string, of: KnownInstitution): boolean => of.institutionType === 'KG' || nameFits(name, of);

/** 合并 (PEL 53; PER 13(4), 26(2)(6); PSL 35). */
export const MERGER: readonly LicensedCondition[] = [
  GOING_ON,
  RUNNING,
  {
    code: 'MERGER_OF_ONE',
    article: 'PEL 53(1)',
    field: 'mergingSchools',
    met: ({ mergingSchools }) => mergingSchools.length > 0,
  },
  {
    code: 'MERGER_WITH_ITSELF',
    article: 'PEL 53(1)',
    field: 'mergingSchools',
    met: ({ licenceNumber, mergingSchools }) => {
      const all = [licenceNumber, ...mergingSchools.map((one) => one.licenceNumber)].map(plain);
      return new Set(all).size === all.length;
    },
  },
  {
    code: 'MERGER_OTHER_COUNTY',
    article: 'PEL 12',
    field: 'mergingSchools',
    met: ({ mergingSchools }, { merging }) =>
      mergingSchools.every(({ licenceNumber }) => {
        const parsed = parseLicenceNumber(plain(licenceNumber));
        return parsed.ok && (!merging || parsed.value.region === merging.region);
      }),
  },
  {
    code: 'MERGER_SCHOOL_UNKNOWN',
    article: 'PEL 53(1)',
    field: 'mergingSchools',
    // of another county's licence this register says nothing: that has been said already
    met: (_, { merging }) =>
      (merging?.parties ?? []).every(({ found, licenceNumber }) => {
        const parsed = parseLicenceNumber(plain(licenceNumber));
        return found || !parsed.ok || parsed.value.region !== merging?.region;
      }),
  },
  {
    code: 'MERGER_SCHOOL_NOT_RUNNING',
    article: 'PEL 58',
    field: 'mergingSchools',
    met: everyParty(({ state, closing }) => goesOn(state) && !closing),
  },
  {
    code: 'MERGER_LICENCE_NOT_IN_FORCE',
    article: 'ALL 70(1)',
    field: 'mergingSchools',
    met: everyParty(({ licenceInForce, state }) => licenceInForce || !goesOn(state)),
  },
  {
    // capital neither takes over nor controls a non-profit kindergarten by a merger (PSL 35; PER 13(4))
    code: 'MERGER_NATURES_DIFFER',
    article: 'PSL 35',
    field: 'mergingSchools',
    met: everyParty(({ nature }, own) => nature === own.nature),
  },
  {
    code: 'MERGER_TYPES_DIFFER',
    article: 'PEL 55(1)',
    field: 'mergingSchools',
    met: everyParty(sameKind),
  },
  {
    code: 'MERGER_NOT_TWO_THIRDS',
    article: 'PER 26(2)(6)',
    field: 'mergingSchools',
    met: ({ mergingSchools }) => mergingSchools.every(isTwoThirds),
  },
  { code: 'NO_SITE', article: 'PEL 11', field: 'sites', met: ({ sites }) => sites.length > 0 },
  SITES_KNOWN,
  {
    code: 'KINDERGARTEN_NAME',
    article: 'PER 20',
    field: 'schoolName',
    met: ({ schoolName }, { institutionType }) => KINDERGARTEN(schoolName, institutionType),
  },
  {
    code: 'NAME_DOES_NOT_FIT_TYPE',
    article: 'PER 20',
    field: 'schoolName',
    met: ({ schoolName }, of) => FITS(schoolName, of),
  },
  settled('PEL 53(1)'),
  twoThirds('PER 26(2)(6)'),
];

/** 分立 (PEL 53; PER 26(2)(6)): every school that it leaves meets what is asked of a school (PEL 11). */
export const DIVISION: readonly LicensedCondition[] = [
  GOING_ON,
  RUNNING,
  {
    code: 'DIVIDED_INTO_ONE',
    article: 'PEL 53(1)',
    field: 'resultingSchools',
    met: ({ resultingSchools }) => resultingSchools.length > 1,
  },
  {
    code: 'TWO_CONTINUE',
    article: 'PEL 18',
    field: 'resultingSchools',
    met: ({ resultingSchools }) =>
      resultingSchools.filter(({ continuation }) => continuation === 'continues').length <= 1,
  },
  {
    code: 'ONE_NAME_TWICE',
    article: 'PER 20',
    field: 'resultingSchools',
    met: ({ resultingSchools }) =>
      new Set(resultingSchools.map(({ name }) => plain(name))).size === resultingSchools.length,
  },
  {
    code: 'KINDERGARTEN_NAME',
    article: 'PER 20',
    field: 'resultingSchools',
    met: ({ resultingSchools }, { institutionType }) =>
      resultingSchools.every(({ name }) => KINDERGARTEN(name, institutionType)),
  },
  {
    code: 'NAME_DOES_NOT_FIT_TYPE',
    article: 'PER 20',
    field: 'resultingSchools',
    met: ({ resultingSchools }, of) => resultingSchools.every(({ name }) => FITS(name, of)),
  },
  {
    code: 'CAPITAL_NOT_PAID_IN',
    article: 'PER 21',
    field: 'resultingSchools',
    met: ({ resultingSchools }) =>
      resultingSchools.every(({ paidInYuan, openingFundsYuan }) => paidInYuan >= openingFundsYuan),
  },
  {
    // who sits there with which experience is read from the paper (EST-BOARD)
    code: 'BOARD_TOO_SMALL',
    article: 'PEL 21',
    field: 'resultingSchools',
    met: ({ resultingSchools }) =>
      resultingSchools.every(({ boardNames }) => namesIn(boardNames).length >= BOARD_LEAST),
  },
  { ...SITES_KNOWN, field: 'resultingSchools' },
  {
    code: 'PUPILS_NOT_PLACED',
    article: 'PEL 53',
    field: 'placement',
    met: ({ placement }) => placement.placed === placement.pupils,
  },
  settled('PEL 53(1)'),
  twoThirds('PER 26(2)(6)'),
];
