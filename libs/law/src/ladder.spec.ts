import { officialCalendar } from './calendar.js';
import { cite } from './article.js';
import { deadline } from './clocks.js';
import { frozenPromise } from './frozen-promise.js';
import { idleDays, isIdleTask, movedOn, type Act } from './idle-task.js';
import { acknowledgeBy, answerableFor, climbs, roleOnRung, RUNGS } from './ladder.js';
import { plainDate } from './plain-date.js';
import { signal, V15, worse } from './supervision.js';
import { workingCalendar } from './calendar.js';

const calendar = officialCalendar();
const day = plainDate;

it.each([
  ['2026-03-06', '2026-03-09'], // a Friday: Monday is the working day
  ['2026-04-30', '2026-05-06'], // the first five days of May are off
])('a ticket of %s is to be acknowledged by %s', (since, by) => {
  expect(acknowledgeBy(day(since), calendar)).toBe(by);
});

it('a ticket that nobody acknowledges climbs a rung a working day, each on its own date, and stays on the last', () => {
  const opened = { rung: 'officer' as const, since: day('2026-03-04') };
  expect(climbs(opened, day('2026-03-05'), calendar)).toEqual([]);
  expect(climbs(opened, day('2026-03-06'), calendar)).toEqual([{ rung: 'section', since: '2026-03-05' }]);
  expect(climbs(opened, day('2026-12-31'), calendar)).toEqual([
    { rung: 'section', since: '2026-03-05' },
    { rung: 'head', since: '2026-03-06' },
    { rung: 'discipline', since: '2026-03-09' },
  ]);
  expect(climbs({ rung: 'discipline', since: day('2026-03-09') }, day('2026-12-31'), calendar)).toEqual([]);
});

it.each([
  ['windowClerk', 'windowClerk'],
  ['legalReviewer', 'legalReviewer'],
  ['educationInspector', 'reviewer'],
  ['sponsor', 'reviewer'],
  ['system', 'registrar'],
  ['supervisor', 'reviewer'],
] as const)('what %s holds is answered for by %s', (owner, officer) => {
  expect(answerableFor(owner)).toBe(officer);
  expect(RUNGS.map((rung) => roleOnRung(rung, officer))).toEqual([
    officer,
    'sectionHead',
    'decisionMaker',
    'disciplineOfficer',
  ]);
});

describe('an idle task', () => {
  const act = (legalDate: string, type: string, more: Partial<Act> = {}): Act => ({
    type,
    state: 'IN_REVIEW',
    ownerRole: 'reviewer',
    actorRole: 'reviewer',
    legalDate: day(legalDate),
    about: null,
    ...more,
  });
  const begun = act('2026-03-02', 'accept', { actorRole: 'windowClerk' });
  it.each([
    [
      'the first act of its kind moves it',
      [begun, act('2026-03-04', 'recordAttestation', { about: 'a' })],
      '2026-03-04',
    ],
    [
      'the same act again does not',
      [
        begun,
        act('2026-03-03', 'recordAttestation', { about: 'a' }),
        act('2026-03-09', 'recordAttestation', { about: 'a' }),
      ],
      '2026-03-03',
    ],
    [
      'the same kind of act about another thing does',
      [
        begun,
        act('2026-03-03', 'recordAttestation', { about: 'a' }),
        act('2026-03-09', 'recordAttestation', { about: 'b' }),
      ],
      '2026-03-09',
    ],
    [
      'a warning of the clock does not',
      [begun, act('2026-03-09', 'markPromiseMissed', { actorRole: 'system' })],
      '2026-03-02',
    ],
    [
      'another desk does',
      [begun, act('2026-03-09', 'x', { ownerRole: 'legalReviewer', actorRole: 'system' })],
      '2026-03-09',
    ],
  ])('%s', (_, acts, moved) => {
    expect(movedOn(acts)).toBe(moved);
  });
  it('is yellow from the second working day on, and a weekend is no working day', () => {
    const idle = (today: string) => isIdleTask(idleDays(day('2026-03-06'), day(today), calendar));
    expect([idle('2026-03-06'), idle('2026-03-08'), idle('2026-03-09'), idle('2026-03-10')]).toEqual([
      false,
      false,
      false,
      true,
    ]);
  });
  it('nothing was ever done: nothing is idle', () => expect(movedOn([])).toBeNull());
});

describe('a promise', () => {
  const limit = { length: 5, unit: 'working_day', article: cite('BER 36'), roll: 'none', holder: 'bureau' } as const;
  const startsOn = day('2026-03-02');
  const told = deadline(limit, startsOn, calendar).dueOn;
  const with_ = (more: string, kind: 'dayOff' | 'workingDay') =>
    workingCalendar([{ year: 2026, notice: 'x', daysOff: [], makeUpDays: [] }], 'other', [{ day: day(more), kind }]);
  const dueWith = (other: ReturnType<typeof with_>, toldOn: typeof told | null) =>
    deadline(frozenPromise(limit, startsOn, toldOn, other), startsOn, other).dueOn;

  it('does not become later by other days off, and may become earlier', () => {
    expect(told).toBe('2026-03-09');
    expect(dueWith(with_('2026-03-05', 'dayOff'), null)).toBe('2026-03-10');
    expect(dueWith(with_('2026-03-05', 'dayOff'), told)).toBe('2026-03-09');
    expect(dueWith(with_('2026-03-07', 'workingDay'), told)).toBe('2026-03-07');
  });

  it('ends on the day before where the day told is off now', () => {
    expect(dueWith(with_('2026-03-09', 'dayOff'), told)).toBe('2026-03-06');
  });

  it('moves by the days that the law does not count, for everybody alike', () => {
    const other = with_('2026-03-05', 'dayOff');
    const excluded = [{ ground: 'appraisal', from: day('2026-03-03'), to: day('2026-03-04') }] as const;
    expect(deadline(frozenPromise(limit, startsOn, told, other), startsOn, other, excluded).dueOn).toBe('2026-03-11');
  });
});

it('a county may be stricter than V-15 by its own table', () => {
  const at = (used: number) =>
    signal({ used, promised: 20, overStatutory: false }, { blue: 50, yellow: 60, yellowDaysLeft: 3 });
  expect([9, 10, 12, 17].map(at)).toEqual(['green', 'blue', 'yellow', 'yellow']);
  expect(signal({ used: 10, promised: 20, overStatutory: false }, V15)).toBe('green');
  expect([worse('green', 'yellow'), worse('red', 'yellow')]).toEqual(['yellow', 'red']);
});
