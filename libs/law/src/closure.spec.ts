import { officialCalendar } from './calendar.js';
import { announcedInTime } from './closure.js';
import { unmetConditions } from './eligibility.js';
import { checkField, type DraftForm } from './forms.js';
import { effectOfLawOn, nextLook } from './ends.js';
import { plainDate } from './plain-date.js';
import { readingsOf, STANDARD_READINGS } from './readings.js';

const calendar = officialCalendar();
const intended = { announcedOn: '2026-01-15', announcedIn: '演示晚报', closingOn: '2026-07-15' };

describe('an intended closure is announced six months ahead (PER 50(2))', () => {
  it.each([
    ['six months before the planned day', '2026-07-15', true],
    ['a day less', '2026-07-14', false],
  ])('%s', (_, closingOn, inTime) => {
    const filedOn = plainDate('2026-03-02');
    expect(announcedInTime({ ...intended, closingOn }, filedOn, calendar, STANDARD_READINGS)).toBe(inTime);
  });

  it.each([
    ['2026-07-15', true],
    ['2026-07-14', false],
  ])('O-3 read up to the filing: filed on %s', (filedOn, inTime) => {
    const readings = readingsOf({ closureAnnouncement: 'filing' });
    expect(announcedInTime(intended, plainDate(filedOn), calendar, readings)).toBe(inTime);
  });
});

describe('what stands in the way of a closure, with its article', () => {
  const institution = {
    state: 'OPERATING',
    name: '演示幼儿园',
    address: '演示街1号',
    institutionType: 'KG',
    nature: 'non_profit',
    principal: '演示园长',
    legalRepresentative: '演示园长',
    sponsors: ['演示举办者'],
  };
  const form: DraftForm = {
    intendedClosure: intended,
    placement: { pupils: 30, placed: 30 },
    refundsSecured: true,
    resolution: { decidedOn: '2026-01-10', members: 6, inFavour: 4 },
    serviceConsent: true,
  };
  const found = (change: object = {}, state = 'OPERATING', known: object = {}) =>
    unmetConditions(
      'closure',
      { ...form, ...change },
      {
        requiredCapitalYuan: 0,
        licenceInForce: true,
        announcedInTime: true,
        closingAhead: true,
        institution: { ...institution, state },
        readings: STANDARD_READINGS,
        ...known,
      },
    ).map(({ code, article }) => [code, article.ref]);

  it('nothing, where everything is there', () => expect(found()).toEqual([]));

  it.each([
    ['PUPILS_NOT_PLACED', 'PEL 57', { placement: { pupils: 30, placed: 29 } }],
    ['REFUNDS_NOT_SECURED', 'PEL 59(1)', { refundsSecured: false }],
    ['NOT_TWO_THIRDS', 'PER 26(2)', { resolution: { decidedOn: '2026-01-10', members: 6, inFavour: 3 } }],
  ])('%s', (code, article, change) => expect(found(change)).toEqual([[code, article]]));

  it.each([
    ['ANNOUNCED_TOO_LATE', 'PER 50(2)', { announcedInTime: false }],
    ['CLOSING_DAY_PAST', 'PEL 56(1)', { closingAhead: false }],
  ])('%s', (code, article, known) => expect(found({}, 'OPERATING', known)).toEqual([[code, article]]));

  it('ALREADY_CLOSING and SCHOOL_DOES_NOT_GO_ON are told apart', () => {
    expect(found({}, 'CLOSING')).toEqual([['ALREADY_CLOSING', 'PEL 58']]);
    expect(found({}, 'CANCELLED')).toEqual([['SCHOOL_DOES_NOT_GO_ON', 'ALL 70']]);
  });

  it.each(['renewal', 'name_change', 'governance'] as const)('%s of a school in CLOSING is refused as well', (of) => {
    const codes = unmetConditions(
      of,
      { ...form, schoolName: '演示新幼儿园', boardMembers: [], charterChanges: false },
      {
        requiredCapitalYuan: 0,
        licenceInForce: true,
        institution: { ...institution, state: 'CLOSING' },
        readings: STANDARD_READINGS,
      },
    ).map(({ code }) => code);
    expect(codes).toContain('ALREADY_CLOSING');
  });

  it('nobody is placed who is not there', () => {
    expect(checkField('closure', 'placement', { pupils: 3, placed: 4 })).toEqual([
      { field: 'placement.placed', code: 'MORE_THAN_PUPILS' },
    ]);
  });
});

it('time ends no school that is being closed', () => {
  const closing = {
    state: 'CLOSING',
    preparedUntil: null,
    licence: { state: 'VALID', validTo: plainDate('2026-03-01') },
  };
  const pending = { formalApplication: false, renewal: false, findings: [] };
  expect(effectOfLawOn(plainDate('2026-03-02'), closing, pending)).toBeNull();
  expect(effectOfLawOn(plainDate('2026-03-02'), { ...closing, state: 'OPERATING' }, pending)?.effect).toBe(
    'expireLicence',
  );
  expect(nextLook(closing, plainDate('2026-03-02'))).toBeNull();
});
