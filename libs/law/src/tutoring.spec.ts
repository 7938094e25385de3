import { licenceNumber, parseLicenceNumber } from './identifiers/licence-number.js';
import {
  companyFormFits,
  hasSpace,
  isOfTheCounty,
  kindKey,
  levelOf,
  nameFits,
  sameKind,
  siteKindOf,
  stageFits,
  typeOfCase,
  type Kind,
} from './institution-types.js';
import { checkForm } from './forms.js';
import { newSiteChecklist } from './site-checklist.js';
import { factsOf } from './packs/applicable-lines.js';
import type { TutoringChange } from './tutoring-form.js';

const PRIMARY: Kind = { institutionType: 'PS-PRI-JUN', stage: 'PRIMARY' };
const JUNIOR: Kind = { institutionType: 'PS-PRI-JUN', stage: 'JUNIOR' };
const TUTORING: Kind = { institutionType: 'TRN-NON', trainingField: 'sports' };
const KINDERGARTEN: Kind = { institutionType: 'KG', stage: 'KINDERGARTEN' };

it.each([
  [KINDERGARTEN, 'kindergarten', 'KG', 'K', '演示幼儿园', '演示小学'],
  [PRIMARY, 'primary', 'PS-PRI', 'S', '演示小学', '演示中学'],
  [JUNIOR, 'junior', 'PS-JUN', 'S', '演示初级中学', '演示小学'],
  [TUTORING, 'tutoring', 'TRN-NON', 'T', '演示体育培训中心', '演示小学培训中心'],
])('%j has its level, its words, its checklist and its names', (kind, level, key, site, fits, misleads) => {
  expect([levelOf(kind), kindKey(kind), siteKindOf(kind.institutionType)]).toEqual([level, key, site]);
  expect([nameFits(fits, kind), nameFits(misleads, kind)]).toEqual([true, false]);
  expect([isOfTheCounty(kind), stageFits(kind)]).toEqual([true, true]);
  const parsed = parseLicenceNumber(licenceNumber('150203', levelOf(kind), 1));
  expect(parsed).toMatchObject({ ok: true, value: { level } });
});

it('senior schools and vocational training are not the county’s', () => {
  for (const kind of [{ institutionType: 'PS-SEN', stage: 'SENIOR' }, { institutionType: 'TRN-VOC' }])
    expect(isOfTheCounty(kind)).toBe(false);
});

it('a kind is the same by type, stage and field; what is not known differs from nothing', () => {
  expect(sameKind({ institutionType: 'KG' }, KINDERGARTEN)).toBe(true);
  expect(sameKind(PRIMARY, JUNIOR)).toBe(false);
  expect(sameKind(TUTORING, { ...TUTORING, trainingField: 'culture' })).toBe(false);
});

it('a stage belongs to its type', () => {
  expect(stageFits({ institutionType: 'PS-PRI-JUN', stage: 'KINDERGARTEN' })).toBe(false);
  expect(stageFits({ institutionType: 'KG' })).toBe(false);
  expect(stageFits({ institutionType: 'TRN-NON', stage: 'PRIMARY' })).toBe(false);
});

it('three square metres for each, and a company that is called one', () => {
  expect([hasSpace(300, 100), hasSpace(299, 100)]).toEqual([true, false]);
  expect(companyFormFits('演示培训有限公司', 'for_profit', TUTORING)).toBe(true);
  expect(companyFormFits('演示培训中心', 'for_profit', TUTORING)).toBe(false);
  expect(companyFormFits('演示培训中心', 'non_profit', TUTORING)).toBe(true);
});

it('each kind of site has its checklist, and every department something to look at', () => {
  for (const site of ['K', 'T', 'S', 'E'] as const)
    for (const department of ['education', 'health', 'market'] as const)
      expect([site, department, newSiteChecklist(department, undefined, site).length > 0]).toEqual([
        site,
        department,
        true,
      ]);
  const ids = newSiteChecklist('education', undefined, 'T').map(({ id }) => id);
  expect([ids.includes('ED-14'), ids.includes('ED-06')]).toEqual([true, false]);
});

it('a case is of the type that it asks for, else of the one in the register', () => {
  expect(typeOfCase({ newKind: PRIMARY }, 'KG')).toBe('PS-PRI-JUN');
  expect(typeOfCase({ trainingField: 'sports' }, null)).toBe('TRN-NON');
  expect(typeOfCase({}, 'TRN-SUB')).toBe('TRN-SUB');
});

it('what is declared calls for lanes: a move, a stay, an end, another kind', () => {
  const facts = (what: TutoringChange['what']) => factsOf({ tutoringChange: { what } }, { institutionType: 'TRN-NON' });
  expect(facts('name')).toMatchObject({ same_site: true, new_site: false, closing: false, sponsor_change: false });
  expect(facts('sponsor')).toMatchObject({ same_site: true, new_site: false, closing: false, sponsor_change: true });
  expect(facts('address')).toMatchObject({ same_site: false, new_site: true, closing: false });
  expect(facts('closing')).toMatchObject({ same_site: false, new_site: false, closing: true });
  expect(factsOf({ newKind: { institutionType: 'TRN-NON' } }, { institutionType: 'KG' })).toMatchObject({
    kindergarten: false,
    tutoring: true,
  });
});

it('a change and a kind say only what belongs to them, and all of it', () => {
  const codes = (written: object): string[] =>
    checkForm('tutoring_change', written)
      .filter(({ field }) => field.startsWith('tutoringChange'))
      .map(({ field, code }) => `${field} ${code}`);
  expect(codes({ tutoringChange: { what: 'name', newName: '演示培训中心' } })).toEqual([]);
  expect(codes({ tutoringChange: { what: 'name' } })).toEqual(['tutoringChange.newName FIELD_MISSING']);
  expect(codes({ tutoringChange: { what: 'name', newName: '演示培训中心', closingOn: '2026-03-02' } })).toEqual([
    'tutoringChange.closingOn FIELD_UNKNOWN',
  ]);
  expect(codes({ tutoringChange: {} })).toEqual(['tutoringChange.what FIELD_MISSING']);
});
