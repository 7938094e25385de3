import { officialCalendar } from './calendar.js';
import { hearingDayFault, restsOnRecord } from './hearing.js';
import { plainDate } from './plain-date.js';
import { cureDayOf, cureDayWith, mayBeTolerated, type TolerableLine } from './tolerance.js';

const calendar = officialCalendar();
const line = (change: Partial<TolerableLine> = {}): TolerableLine => ({
  id: 'X',
  role: 'secondary',
  tolerable: true,
  cureDays: 5,
  ...change,
});

describe('what may follow after acceptance (catalogue V-05)', () => {
  it.each<[string, TolerableLine[], boolean]>([
    ['one tolerable secondary line', [line()], true],
    ['two of them', [line(), line({ cureDays: 10 })], true],
    ['nothing missing', [], false],
    ['a main line', [line({ role: 'main' })], false],
    ['a line that is not listed', [line({ tolerable: false })], false],
    ['a line without a period', [line({ cureDays: null })], false],
    ['one that may and one that may not', [line(), line({ role: 'main' })], false],
  ])('%s', (_, lines, may) => expect(mayBeTolerated(lines)).toBe(may));
});

describe('the cure day (catalogue V-06, design 6.6)', () => {
  const at = { acceptedOn: plainDate('2026-03-02'), promisedDueOn: plainDate('2026-03-30'), decisionDays: 4 };
  it.each<[string, number[], Partial<typeof at>, string | null]>([
    ['five working days', [5], {}, '2026-03-09'],
    ['the longest counts', [5, 10], {}, '2026-03-16'],
    ['never into the days of the decision', [30], {}, '2026-03-24'],
    ['a short promise leaves less', [5], { promisedDueOn: plainDate('2026-03-10') }, '2026-03-04'],
    ['or nothing', [5], { promisedDueOn: plainDate('2026-03-06') }, null],
    [
      'over a holiday',
      [5],
      { acceptedOn: plainDate('2026-02-13'), promisedDueOn: plainDate('2026-04-01') },
      '2026-02-27',
    ],
  ])('%s', (_, days, change, expected) =>
    expect(
      cureDayOf(
        days.map((cureDays) => line({ cureDays })),
        { ...at, ...change },
        calendar,
      ),
    ).toBe(expected),
  );

  it('gives back the working days that the lines lay with the clerk, and no others', () => {
    const day = plainDate('2026-03-09');
    const with_ = (...waits: [string, string | null][]) =>
      cureDayWith(
        day,
        waits.map(([from, to]) => ({ from: plainDate(from), to: to === null ? null : plainDate(to) })),
        plainDate('2026-03-13'),
        calendar,
      );
    expect(with_()).toBe('2026-03-09');
    expect(with_(['2026-03-05', '2026-03-05'])).toBe('2026-03-09');
    expect(with_(['2026-03-06', '2026-03-09'])).toBe('2026-03-10');
    expect(with_(['2026-03-09', null])).toBe('2026-03-13');
    expect(with_(['2026-03-04', '2026-03-05'], ['2026-03-06', '2026-03-10'])).toBe('2026-03-12');
  });
});

describe('the day of a hearing (ALL 47(1), 48(1))', () => {
  const told = { noticeOn: plainDate('2026-03-02'), requestedOn: plainDate('2026-03-02') };
  it.each<[string, string, string | null]>([
    ['seven working days after the notice', '2026-03-11', null],
    ['a day less', '2026-03-10', 'HEARING_NOTICE_TOO_SHORT'],
    ['the twentieth working day after the request', '2026-03-30', null],
    ['a day more', '2026-03-31', 'HEARING_TOO_LATE'],
    ['a Saturday', '2026-03-14', 'HEARING_NOT_ON_A_WORKING_DAY'],
  ])('%s', (_, day, fault) => expect(hearingDayFault(plainDate(day), told, calendar)).toBe(fault));

  it('a late notice does not buy a late hearing', () =>
    expect(hearingDayFault(plainDate('2026-03-31'), { ...told, noticeOn: plainDate('2026-03-20') }, calendar)).toBe(
      'HEARING_TOO_LATE',
    ));

  it('a decision after a hearing rests on its record (ALL 48(2))', () => {
    expect(restsOnRecord(null, undefined)).toBe(true);
    expect(restsOnRecord('a', 'a')).toBe(true);
    expect(restsOnRecord('a', undefined)).toBe(false);
    expect(restsOnRecord('a', 'b')).toBe(false);
  });
});
