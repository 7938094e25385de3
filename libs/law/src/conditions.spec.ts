import { kindergartenForm } from '../../../test/builders/form.js';
import { officialCalendar } from './calendar.js';
import { unmetConditions } from './eligibility.js';
import type { EstablishmentForm } from './establishment-form.js';
import { checkField, checkForm } from './forms.js';
import { plainDate } from './plain-date.js';
import { isGround } from './article.js';
import { completeCitizenNumber } from './identifiers/citizen-number.js';
import { registrarMatches } from './identifiers/credit-code.js';
import type { Limit } from './clock-rules.js';
import { deadline } from './clocks.js';
import { remedies } from './remedies.js';
import { isOtherTeam, judgeChecklist, newSiteChecklist, signaturesSuffice, teamIsComplete } from './site-checklist.js';
import { signal, V15 } from './supervision.js';
import { STANDARD_READINGS } from './readings.js';
import { judgeVerdictSheet, type LineVerdict } from './verdict-sheet.js';

const form = kindergartenForm();
const [chair, principal, ...others] = form.boardMembers as [
  EstablishmentForm['boardMembers'][number],
  EstablishmentForm['boardMembers'][number],
  ...EstablishmentForm['boardMembers'],
];

describe('conditions of establishment', () => {
  it('a form that meets all of them has nothing unmet', () => {
    expect(checkForm('establishment', form)).toEqual([]);
    expect(
      unmetConditions('establishment', form, { requiredCapitalYuan: 300000, readings: STANDARD_READINGS }),
    ).toEqual([]);
  });

  const rows: [string, string, Partial<EstablishmentForm>][] = [
    ['COMPULSORY_EDUCATION_FOR_PROFIT', 'PEL 19(1)', { nature: 'for_profit', stage: 'PRIMARY' }],
    ['STAGE_DOES_NOT_FIT_TYPE', 'PEL 12', { stage: 'JUNIOR' }],
    ['PUBLIC_ASSETS_FOR_PROFIT', 'PSL 34', { nature: 'for_profit', usesFiscalOrDonatedAssets: true }],
    ['KINDERGARTEN_NAME', 'PER 20', { schoolName: '演示阳光学校' }],
    ['CAPITAL_NOT_PAID_IN', 'PER 21', { paidInYuan: 499999 }],
    ['CAPITAL_NOT_PAID_IN', 'PER 21', { openingFundsYuan: 1000, paidInYuan: 299999 }],
    ['NO_SPONSOR', 'PEL 10', { sponsors: [] }],
    ['BOARD_TOO_SMALL', 'PEL 21', { boardMembers: form.boardMembers.slice(0, 4) }],
    [
      'BOARD_WITHOUT_EXPERIENCE',
      'PEL 21',
      { boardMembers: form.boardMembers.map((member) => ({ ...member, yearsInEducation: 4 })) },
    ],
    [
      'BOARD_ROLES',
      'PER 26(1)',
      { boardMembers: [chair, principal, ...others.map((member) => ({ ...member, role: 'staff' as const }))] },
    ],
    ['LEGAL_REPRESENTATIVE', 'PEL 23', { legalRepresentative: '演示教师丁' }],
    ['PRINCIPAL_QUALIFICATION', 'PSL 38', { principal: { ...form.principal, yearsInKindergarten: 4 } }],
    ['SUPERVISOR_ON_BOARD', 'PER 27', { supervisors: [{ name: '演示教师丁' }] }],
    ['SERVICE_NOT_CONFIRMED', 'ALL 44', { serviceConsent: false }],
  ];
  it.each(rows)('%s (%s)', (code, article, change) => {
    const unmet = unmetConditions('establishment', kindergartenForm(change), {
      requiredCapitalYuan: 300000,
      readings: STANDARD_READINGS,
    });
    expect(unmet.map((one) => [one.code, one.article.ref])).toContainEqual([code, article]);
  });
});

describe('fields of the form', () => {
  const rows: [string, unknown, string, string][] = [
    ['schoolName', '园', 'schoolName', 'TEXT_LENGTH'],
    ['schoolName', '园\u0000\u0000\u0000', 'schoolName', 'TEXT_LENGTH'],
    ['plannedChildren', 2001, 'plannedChildren', 'NUMBER_RANGE'],
    ['plannedChildren', 1.5, 'plannedChildren', 'NUMBER_RANGE'],
    ['nature', 'charity', 'nature', 'NOT_AN_OPTION'],
    ['serviceConsent', 'yes', 'serviceConsent', 'BOOLEAN_EXPECTED'],
    ['contactPhone', '123', 'contactPhone', 'PHONE_FORM'],
    [
      'sponsors',
      [{ kind: 'person', name: '演示甲', address: '演示路1号' }],
      'sponsors[0].citizenNumber',
      'FIELD_MISSING',
    ],
    [
      'sponsors',
      [{ kind: 'person', name: '演示甲', address: '演示路1号', citizenNumber: '150203188001010018' }],
      'sponsors[0].citizenNumber',
      'CITIZEN_NUMBER_CHECK_DIGIT',
    ],
    [
      'sponsors',
      [{ kind: 'organisation', name: '演示公司', address: '演示路1号', creditCode: '91350100M000100Y44' }],
      'sponsors[0].creditCode',
      'CREDIT_CODE_CHECK_DIGIT',
    ],
    ['principal', { name: '演示', bribe: true }, 'principal.bribe', 'FIELD_UNKNOWN'],
    ['wish', 'anything', 'wish', 'FIELD_UNKNOWN'],
    ['__proto__', {}, '__proto__', 'FIELD_UNKNOWN'],
  ];
  it.each(rows)('%s = %j: %s %s', (field, value, at, code) => {
    expect(checkField('establishment', field, value)).toContainEqual({ field: at, code });
  });
});

describe('verdict sheet', () => {
  const lines = {
    applicable: ['A', 'B'],
    conditional: ['C'],
    boundOk: ['A'],
    forms: ['B'],
    names: new Map([['B', '学校章程']]),
  };
  const ok = (lineId: string): LineVerdict => ({ lineId, verdict: 'ok' });
  const deficient = (lineId: string, reason?: string): LineVerdict => ({ lineId, verdict: 'deficient', reason });
  const rows: [string, LineVerdict[], string, string[]][] = [
    ['complete and ok', [ok('A'), ok('B')], 'ok', []],
    ['a deficiency with a plain reason', [ok('A'), deficient('B', '缺少第二页签名')], 'deficient', []],
    ['a line without a verdict', [ok('A')], 'incomplete', []],
    ['a conditional line that does not apply', [ok('A'), ok('B'), { lineId: 'C', verdict: 'notApplicable' }], 'ok', []],
    ['no reason', [ok('A'), deficient('B')], 'incomplete', ['REASON_MISSING']],
    ['a vague reason', [ok('A'), deficient('B', '请提供等相关材料')], 'incomplete', ['REASON_VAGUE']],
    ['a copy of what is filled in', [ok('A'), deficient('B', '缺少复印件')], 'incomplete', ['FORM_LINE_ASKS_PAPER']],
    [
      'something beside the line',
      [ok('A'), deficient('B', '请补充无犯罪记录证明')],
      'incomplete',
      ['ASKS_BESIDE_LINE'],
    ],
    ['a part of the line', [ok('A'), deficient('B', '请补充章程第五项')], 'deficient', []],
    [
      'what was found ok and is unchanged',
      [deficient('A', '缺少第二页签名'), ok('B')],
      'incomplete',
      ['BOUND_BY_EARLIER_VERDICT'],
    ],
    [
      'a line that was never published',
      [ok('A'), ok('B'), deficient('Z', '另外还要一份证明')],
      'incomplete',
      ['LINE_UNKNOWN'],
    ],
    [
      'an applicable line waved away',
      [ok('A'), { lineId: 'B', verdict: 'notApplicable' }],
      'incomplete',
      ['LINE_APPLIES'],
    ],
    ['two verdicts on one line', [ok('A'), ok('B'), ok('B')], 'incomplete', ['VERDICT_TWICE']],
  ];
  it('what was told and has not changed keeps what was told', () => {
    const told = { ...lines, told: new Map([['B', '缺少第二页签名']]) };
    const again = (reason: string) => judgeVerdictSheet(told, [ok('A'), deficient('B', reason)]);
    expect(again('缺少第二页签名').fact).toBe('deficient');
    expect(again('还缺少第三页签名').problems).toEqual([
      { lineId: 'B', code: 'REASON_ADDED', params: { told: '缺少第二页签名' } },
    ]);
    expect(judgeVerdictSheet(told, [ok('A'), ok('B')]).fact).toBe('ok');
  });

  it.each(rows)('%s', (_, verdicts, fact, codes) => {
    const judged = judgeVerdictSheet(lines, verdicts);
    expect([judged.fact, judged.problems.map(({ code }) => code)]).toEqual([fact, codes]);
  });
});

describe('joint site check', () => {
  const items = newSiteChecklist('education');
  const all = (answer: 'pass' | 'fail', ...ids: string[]) =>
    items.map(({ id }) =>
      ids.includes(id) ? { itemId: id, answer, note: '演示说明' } : { itemId: id, answer: 'pass' as const },
    );
  it.each([
    ['nothing failed', [], 'pass'],
    ['a rectify item', ['ED-04'], 'rectify'],
    ['a veto item', ['ED-02', 'ED-04'], 'fail'],
  ] as const)('%s', (_, failed, result) => expect(judgeChecklist(items, all('fail', ...failed)).result).toBe(result));

  it('nobody on the form is born after the day of filing', () => {
    const principal = { ...form.principal, citizenNumber: completeCitizenNumber('15020320260303001') };
    expect(checkForm('establishment', { ...form, principal }, plainDate('2026-03-02'))).toEqual([
      { field: 'principal.citizenNumber', code: 'CITIZEN_NUMBER_FUTURE' },
    ]);
    expect(checkForm('establishment', { ...form, principal }, plainDate('2026-03-03'))).toEqual([]);
  });

  it('never asks for what can exist only after opening', () => {
    const ids = (['education', 'health', 'market'] as const).flatMap((department) =>
      newSiteChecklist(department).map(({ id }) => id),
    );
    expect(ids).not.toEqual(expect.arrayContaining(['M-01']));
    expect(ids).not.toEqual(expect.arrayContaining(['ED-01']));
  });
  it('names missing, unknown and repeated items', () => {
    const [first] = items;
    const judged = judgeChecklist(items, [
      { itemId: 'X', answer: 'pass' },
      { itemId: first?.id ?? '', answer: 'fail' },
    ]);
    expect(judged.problems.map(({ code }) => code)).toEqual(['ITEM_UNKNOWN', 'NOTE_MISSING']);
    expect(judged.missing).toHaveLength(items.length - 1);
  });

  const team = (['education', 'health', 'market'] as const).flatMap((department) => [
    { accountId: `${department}1`, department },
    { accountId: `${department}2`, department },
  ]);
  it('takes two officers of each department, and two different signatures', () => {
    expect(teamIsComplete(team)).toBe(true);
    expect(teamIsComplete(team.slice(1))).toBe(false);
    expect(signaturesSuffice(team, 'health', ['health1', 'health1'])).toBe(false);
    expect(signaturesSuffice(team, 'health', ['health1', 'market1'])).toBe(false);
    expect(signaturesSuffice(team, 'health', ['health1', 'health2'])).toBe(true);
  });
  it('looks again with other officers', () => {
    expect(isOtherTeam(['health1'], [{ accountId: 'health1' }, { accountId: 'health3' }])).toBe(false);
    expect(isOtherTeam(['health1'], [{ accountId: 'health3' }])).toBe(true);
  });
});

it('remedies name body, court and how long; the last days follow from service', () => {
  const found = remedies({ reconsiderationBody: '区政府', court: '法院' });
  expect([found.reconsideration.limit.length, found.litigation.limit.length]).toEqual([60, 6]);
  const lastDay = (limit: Limit) => deadline(limit, plainDate('2026-05-20'), officialCalendar()).dueOn;
  expect([lastDay(found.reconsideration.limit), lastDay(found.litigation.limit)]).toEqual(['2026-07-20', '2026-11-20']);
});

it.each([
  ['ALL 38(2)', true],
  ['PEL 16, 17', true],
  ['《学前教育法》第二十九条', true],
  ['学前教育法第九十九条', false],
  ['ALL 84', false],
  ['ALL 999', false],
  ['PSL foo bar', false],
  ['GUIDE 1', false],
  ['HSPEC 3', false],
  ['ALL', false],
  ['NOSUCH 1', false],
])('%s as the ground of a refusal: %s', (ref, is) => {
  expect(isGround(ref)).toBe(is);
});

it('the registrar follows from the nature of the school', () => {
  expect(registrarMatches('52150203MJ1234567X', 'non_profit')).toBe(true);
  expect(registrarMatches('12150203MJ1234567X', 'non_profit')).toBe(true);
  expect(registrarMatches('91150203MJ1234567X', 'non_profit')).toBe(false);
  expect(registrarMatches('91150203MJ1234567X', 'for_profit')).toBe(true);
});

it.each([
  [5, false, 'green'],
  [14, false, 'blue'],
  [18, false, 'yellow'],
  [19, false, 'yellow'],
  [21, false, 'red'],
  [21, true, 'black'],
] as const)('signal after %i of 20 days, over the statutory limit %s: %s', (used, overStatutory, colour) => {
  expect(signal({ used, promised: 20, overStatutory }, V15)).toBe(colour);
});
