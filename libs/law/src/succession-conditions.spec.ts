import { coSignersOf } from './co-signers.js';
import type { CaseForm } from './forms.js';
import type { KnownInstitution, LicensedCondition } from './licensed-conditions.js';
import type { KnownMerging, MergingParty } from './known-merging.js';
import { DIVISION, MERGER } from './succession-conditions.js';
import { siteFactsOf, type ResultingSchool, type ResultingSite } from './succession-form.js';

const OWN = '教民115020360000010';
const OTHER = '教民115020360000020';
const SITE: ResultingSite = {
  address: '演示路1号一层',
  siteAreaSquareMetres: 2000,
  childrenRoomsSquareMetres: 900,
  siteStanding: 'as_it_is',
};
const PARTY: MergingParty = {
  licenceNumber: OTHER,
  found: true,
  state: 'OPERATING',
  nature: 'non_profit',
  institutionType: 'KG',
  licenceInForce: true,
  closing: false,
  address: '演示路2号',
  campuses: ['演示路3号'],
};
const merging = (party: Partial<MergingParty> = {}, more: Partial<KnownMerging> = {}): KnownMerging => ({
  region: '150203',
  ownClosing: false,
  parties: [{ ...PARTY, ...party }],
  ...more,
});
const known = (of: KnownMerging, more: Partial<KnownInstitution> = {}): KnownInstitution => ({
  state: 'OPERATING',
  name: '演示幼儿园',
  address: '演示路1号一层',
  institutionType: 'KG',
  nature: 'non_profit',
  principal: '演示园长',
  legalRepresentative: '演示园长',
  sponsors: ['演示举办者'],
  merging: of,
  ...more,
});
const row = {
  licenceNumber: OTHER,
  completedOn: '2026-02-01',
  madeBy: '演示事务所',
  decidedOn: '2026-02-01',
  members: 6,
  inFavour: 4,
};
const form = (more: object = {}): CaseForm =>
  ({
    licenceNumber: OWN,
    mergerKind: 'absorption',
    mergingSchools: [row],
    schoolName: '演示联合幼儿园',
    sites: [SITE],
    settlement: { completedOn: '2026-02-01', madeBy: '演示事务所' },
    resolution: { decidedOn: '2026-02-01', members: 6, inFavour: 4 },
    placement: { pupils: 1, placed: 1 },
    ...more,
  }) as CaseForm;
const unmet = (conditions: readonly LicensedCondition[], written: CaseForm, of: KnownInstitution): string[] =>
  conditions.filter(({ met }) => !met(written, of)).map(({ code }) => code);

describe('a merger', () => {
  it('of two schools that run, with two thirds in each, is in order', () => {
    expect(unmet(MERGER, form(), known(merging()))).toEqual([]);
  });

  it.each<[string, object, KnownMerging, string[]]>([
    ['with nobody', { mergingSchools: [] }, merging({}, { parties: [] }), ['MERGER_OF_ONE']],
    [
      'with itself, whatever stands behind the number',
      { mergingSchools: [{ ...row, licenceNumber: `${OWN}号` }] },
      merging(),
      ['MERGER_WITH_ITSELF'],
    ],
    ['with one school twice', { mergingSchools: [row, row] }, merging(), ['MERGER_WITH_ITSELF']],
    [
      'with another county',
      { mergingSchools: [{ ...row, licenceNumber: '教民115020260000020' }] },
      merging({ found: false, licenceNumber: '教民115020260000020' }),
      ['MERGER_OTHER_COUNTY'],
    ],
    ['with nobody known', {}, merging({ found: false }), ['MERGER_SCHOOL_UNKNOWN']],
    ['with a school in closing', {}, merging({ state: 'CLOSING' }), ['MERGER_SCHOOL_NOT_RUNNING']],
    ['with a suspended school', {}, merging({ state: 'ENROLMENT_SUSPENDED' }), ['MERGER_SCHOOL_NOT_RUNNING']],
    ['with a school of which a closure is asked', {}, merging({ closing: true }), ['MERGER_SCHOOL_NOT_RUNNING']],
    ['with a licence that ran out', {}, merging({ licenceInForce: false }), ['MERGER_LICENCE_NOT_IN_FORCE']],
    ['with a for-profit school', {}, merging({ nature: 'for_profit' }), ['MERGER_NATURES_DIFFER']],
    ['with another type', {}, merging({ institutionType: 'PS' }), ['MERGER_TYPES_DIFFER']],
    ['while one closes oneself', {}, merging({}, { ownClosing: true }), ['SCHOOL_NOT_RUNNING']],
    ['below two thirds there', { mergingSchools: [{ ...row, inFavour: 3 }] }, merging(), ['MERGER_NOT_TWO_THIRDS']],
    [
      'below two thirds here',
      { resolution: { decidedOn: '2026-02-01', members: 7, inFavour: 4 } },
      merging(),
      ['NOT_TWO_THIRDS'],
    ],
    ['nowhere', { sites: [] }, merging(), ['NO_SITE']],
    ['at a place of nobody', { sites: [{ ...SITE, address: '别处' }] }, merging(), ['SITE_NOT_REGISTERED']],
  ])('%s is not', (_, more, of, codes) => {
    expect(unmet(MERGER, form(more), known(of))).toEqual(codes);
  });

  it('takes the sites of all, and any new one', () => {
    const sites = ['演示路2号', '演示路3号'].map((address) => ({ ...SITE, address }));
    const fresh: ResultingSite = { ...SITE, address: '别处', siteStanding: 'new_or_grown', siteAreaSquareMetres: 3000 };
    expect(unmet(MERGER, form({ sites: [...sites, fresh] }), known(merging()))).toEqual([]);
    expect(siteFactsOf({ sites: [...sites, fresh] })).toEqual({
      new_site: true,
      same_site: true,
      siteAreaSquareMetres: 3000,
    });
    expect(siteFactsOf({ sites })).toEqual({ new_site: false, same_site: true });
    expect(siteFactsOf({ sites: [fresh] })).toMatchObject({ new_site: true, same_site: false });
    expect(siteFactsOf({})).toEqual({});
  });

  it('is confirmed by every other school', () => {
    expect(
      coSignersOf('merger', form({ mergingSchools: [row, { ...row, licenceNumber: `${OTHER}号` }] }), null),
    ).toEqual([
      { kind: 'merging_school', name: OTHER, identity: OTHER },
      { kind: 'merging_school', name: `${OTHER}号`, identity: OTHER },
    ]);
  });
});

describe('a division', () => {
  const school = (more: Partial<ResultingSchool> = {}): ResultingSchool => ({
    ...SITE,
    continuation: 'new',
    name: '演示一幼儿园',
    plannedClasses: 3,
    principalName: '演示甲',
    representativeName: '演示甲',
    boardNames: '演示甲、演示乙，演示丙;演示丁 ,演示戊',
    openingFundsYuan: 1,
    paidInYuan: 1,
    ...more,
  });
  const two = [school({ continuation: 'continues' }), school({ name: '演示二幼儿园' })];
  const none = merging({}, { parties: [] });

  it.each<[string, ResultingSchool[], string[]]>([
    ['two schools', two, []],
    ['one school', two.slice(0, 1), ['DIVIDED_INTO_ONE']],
    ['two that both go on', two.map((one) => ({ ...one, continuation: 'continues' })), ['TWO_CONTINUE']],
    ['two of one name', [school(), school()], ['ONE_NAME_TWICE']],
    ['a name that is no kindergarten’s', [school(), school({ name: '演示学校' })], ['KINDERGARTEN_NAME']],
    ['funds that are not there', [school(), school({ name: '演示二幼儿园', paidInYuan: 0 })], ['CAPITAL_NOT_PAID_IN']],
    [
      'a decision body of four, one of them named twice',
      [school(), school({ name: '演示二幼儿园', boardNames: '演示甲、演示乙、演示丙、演示丁、演示甲' })],
      ['BOARD_TOO_SMALL'],
    ],
    ['a place of nobody', [school(), school({ name: '演示二幼儿园', address: '别处' })], ['SITE_NOT_REGISTERED']],
  ])('%s', (_, resultingSchools, codes) => {
    expect(unmet(DIVISION, form({ sites: undefined, resultingSchools }), known(none))).toEqual(codes);
  });
});
