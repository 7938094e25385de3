import { unmetConditions } from './eligibility.js';
import type { DraftForm, OnlineForm } from './forms.js';
import type { KnownInstitution } from './licensed-conditions.js';
import { STANDARD_READINGS } from './readings.js';

const OPERATING: KnownInstitution = {
  state: 'OPERATING',
  name: '演示阳光幼儿园',
  address: '昆都仑区演示街1号',
  institutionType: 'KG',
  nature: 'non_profit',
  principal: '演示园长',
  legalRepresentative: '演示园长',
  sponsors: ['演示举办者'],
};
const WRITTEN: DraftForm = {
  advertisements: [
    {
      title: '演示招生简章',
      medium: 'prospectus',
      publishedFrom: '2026-04-01',
      publishedUntil: '2026-08-31',
      promisesResults: false,
      usesEndorsements: false,
    },
  ],
  serviceConsent: true,
};

const unmet = (form: OnlineForm, of: Partial<KnownInstitution> = {}, licenceInForce = true): [string, string][] =>
  unmetConditions(form, WRITTEN, {
    requiredCapitalYuan: 0,
    licenceInForce,
    institution: { ...OPERATING, ...of },
    readings: STANDARD_READINGS,
  }).map(({ code, article }) => [code, article.ref]);

const FORMS: readonly [OnlineForm, string][] = [
  ['advertisement', 'PEL 42'],
  ['reissue', 'PER 22(3)'],
  ['inclusive', 'PSL 24(3)'],
  ['quality', 'PEL 41'],
];

it.each(FORMS)('%s: a school that goes on, with its licence in force', (form, article) => {
  expect(unmet(form)).toEqual([]);
  expect(unmet(form, { state: 'CANCELLED' })).toEqual([['SCHOOL_DOES_NOT_GO_ON', 'ALL 70']]);
  expect(unmet(form, {}, false)).toEqual([['LICENCE_NOT_IN_FORCE', article]]);
});

it('inclusive kindergartens are kindergartens, and non-profit', () => {
  expect(unmet('inclusive', { institutionType: 'PS' })).toEqual([['INCLUSIVE_NOT_KINDERGARTEN', 'PSL 24(3)']]);
  expect(unmet('inclusive', { nature: 'for_profit' })).toEqual([['INCLUSIVE_FOR_PROFIT', 'PSL 24(3)']]);
});
