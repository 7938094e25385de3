import { annualDuty, nextAnnualLook, type Reporting } from './annual-duty.js';
import { plainDate } from './plain-date.js';

const school: Reporting = {
  state: 'OPERATING',
  nature: 'non_profit',
  licensedFrom: plainDate('2026-03-02'),
  annual: [],
  filed: [],
};
const owed = { year: 2026, dueOn: '2027-03-31' };

it.each<[string, Partial<Reporting>, string, object | null]>([
  ['in the year of its licence nothing', {}, '2026-12-31', null],
  ['from the new year on its report', {}, '2027-01-01', { ...owed, late: false }],
  ['on the last day still in time', {}, '2027-03-31', { ...owed, late: false }],
  ['a day later late', {}, '2027-04-01', { ...owed, late: true }],
  [
    'licensed on the last day of the year',
    { licensedFrom: plainDate('2026-12-31') },
    '2027-04-01',
    { ...owed, late: true },
  ],
  ['licensed on the first day of the next', { licensedFrom: plainDate('2027-01-01') }, '2027-04-01', null],
  ['nothing once it is filed', { filed: [2026] }, '2027-04-01', null],
  ['another year filed is another year', { filed: [2025] }, '2027-04-01', { ...owed, late: true }],
  ['nothing once it is concluded', { annual: [{ year: 2026, result: 'failed' }] }, '2027-04-01', null],
  ['no day by law for a company', { nature: 'for_profit' }, '2027-04-01', null],
  ['nothing of a school that closes', { state: 'CLOSING' }, '2027-04-01', null],
  ['nothing of what was never licensed', { licensedFrom: null }, '2027-04-01', null],
])('%s', (_, more, today, expected) => {
  expect(annualDuty({ ...school, ...more }, plainDate(today))).toEqual(expected);
});

it.each([
  ['2027-01-01', '2027-03-31'],
  ['2027-03-31', '2027-03-31'],
  ['2027-04-01', '2028-03-31'],
])('on %s the next look is at the end of %s', (today, next) => {
  expect(nextAnnualLook(plainDate(today))).toBe(next);
});
