import { kindergartenForm } from '../../../test/builders/form.js';
import { unmetConditions } from './eligibility.js';
import type { DraftForm, OnlineForm } from './forms.js';
import type { KnownInstitution } from './licensed-conditions.js';
import { STANDARD_READINGS } from './readings.js';
import { isMajority, isTwoThirds } from './resolutions.js';

const { boardMembers, principal, sponsors } = kindergartenForm();
const institution: KnownInstitution = {
  state: 'OPERATING',
  name: '演示甲幼儿园',
  address: '昆都仑区演示街1号',
  institutionType: 'KG',
  nature: 'non_profit',
  principal: '演示园长乙',
  legalRepresentative: '演示董事甲',
  sponsors: ['演示举办者甲'],
};
const [first] = sponsors;
const citizenNumber = boardMembers[0]?.citizenNumber ?? '';
const base: DraftForm = {
  serviceConsent: true,
  resolution: { decidedOn: '2026-02-20', members: 6, inFavour: 4 },
  settlement: { completedOn: '2026-02-25', madeBy: '演示会计师事务所' },
};
const GOOD: Partial<Record<OnlineForm, DraftForm>> = {
  name_change: { schoolName: '演示乙幼儿园' },
  address_change: { siteAddress: '昆都仑区演示新街8号', siteChange: 'move' },
  sponsor_change: { sponsors: first ? [{ ...first, name: '演示接任者' }] : [], boardMembers },
  legal_representative: { representative: { office: 'chair', name: '演示理事长', citizenNumber } },
  principal: { principal: { ...principal, name: '演示新园长' } },
  governance: { boardMembers, charterChanges: false },
};
const unmet = (form: OnlineForm, change: DraftForm = {}, known: Partial<KnownInstitution> = {}): string[] =>
  unmetConditions(
    form,
    { ...base, ...GOOD[form], ...change },
    {
      requiredCapitalYuan: 0,
      licenceInForce: true,
      institution: { ...institution, ...known },
      readings: STANDARD_READINGS,
    },
  ).map(({ code, article }) => `${code} ${article.ref}`);

it.each(Object.keys(GOOD) as OnlineForm[])('%s: nothing stands in the way of what is in order', (form) =>
  expect(unmet(form)).toEqual([]),
);

const three = { ...(base.resolution ?? { decidedOn: '', members: 6, inFavour: 4 }), inFavour: 3 };
it.each<[OnlineForm, DraftForm, string]>([
  ['name_change', { schoolName: '演示甲 幼儿园' }, 'NAME_UNCHANGED ALL 49'],
  ['name_change', { resolution: three }, 'NOT_TWO_THIRDS PER 26(2)(3)'],
  ['address_change', { siteAddress: '昆都仑区演示街1号' }, 'ADDRESS_UNCHANGED ALL 49'],
  ['address_change', { resolution: three }, 'NO_MAJORITY PER 26'],
  ['sponsor_change', { sponsors }, 'SPONSORS_UNCHANGED ALL 49'],
  ['sponsor_change', { resolution: three }, 'NOT_TWO_THIRDS PER 26(2)(1)'],
  ['sponsor_change', { settlement: { completedOn: '', madeBy: '' } }, 'NOT_SETTLED PEL 54'],
  [
    'legal_representative',
    { representative: { office: 'chair', name: '演示董事甲', citizenNumber } },
    'REPRESENTATIVE_UNCHANGED PEL 23',
  ],
  [
    'legal_representative',
    { representative: { office: 'principal', name: '演示他人', citizenNumber } },
    'REPRESENTATIVE_NOT_PRINCIPAL PEL 23',
  ],
  ['legal_representative', { resolution: three }, 'NO_MAJORITY PER 26'],
  ['principal', { principal: { ...principal, name: '演示园长乙' } }, 'PRINCIPAL_UNCHANGED PEL 24'],
  [
    'principal',
    { principal: { ...principal, name: '演示新园长', yearsInKindergarten: 4 } },
    'PRINCIPAL_QUALIFICATION PSL 38',
  ],
  ['principal', { resolution: three }, 'NOT_TWO_THIRDS PER 26(2)(2)'],
  ['governance', { boardMembers: boardMembers.slice(0, 4) }, 'BOARD_TOO_SMALL PEL 21'],
  ['governance', { charterChanges: true, resolution: three }, 'NOT_TWO_THIRDS PER 26(2)(3)'],
])('%s: %j is refused', (form, change, expected) => expect(unmet(form, change)).toContain(expected));

it.each(Object.keys(GOOD) as OnlineForm[])('%s: not of a school that has ended (SCHOOL_DOES_NOT_GO_ON)', (form) =>
  expect(unmet(form, {}, { state: 'LAPSED' })).toContain('SCHOOL_DOES_NOT_GO_ON ALL 70'),
);

it.each<OnlineForm>(['name_change', 'address_change', 'sponsor_change'])(
  '%s: not of a tutoring institution, which has its own matter (TUTORING_HAS_ITS_MATTER)',
  (form) =>
    expect(unmet(form, {}, { institutionType: 'TRN-NON', trainingField: 'sports' })).toContain(
      'TUTORING_HAS_ITS_MATTER PEL 65',
    ),
);

it('isTwoThirds, isMajority: of all members, the number itself included', () => {
  expect([3, 4].map((inFavour) => isTwoThirds({ members: 6, inFavour }))).toEqual([false, true]);
  expect([3, 4].map((inFavour) => isMajority({ members: 6, inFavour }))).toEqual([false, true]);
});
