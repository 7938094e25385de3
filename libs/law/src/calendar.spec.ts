import fc from 'fast-check';
import { cite } from './article.js';
import { faultsOfYear, localDaysIn, reaches, type YearEntry } from './calendar-year.js';
import {
  isWeekend,
  officialCalendar,
  OFFICIAL_YEARS,
  restsOnUnannounced,
  workingCalendar,
  type LocalDay,
} from './calendar.js';
import type { Limit, Unit } from './clock-rules.js';
import { deadline, rectificationDueOn } from './clocks.js';
import { addDays, compareDates, plainDate, type PlainDate } from './plain-date.js';

const calendar = officialCalendar();
const limit = (length: number, unit: Unit, roll: 'none' | 'next' = 'none'): Limit => ({
  length,
  unit,
  roll,
  article: cite('ALL 42(1)'),
  holder: 'bureau',
});

describe('more days off, more make-up days', () => {
  const start = fc.integer({ min: 0, max: 600 }).map((n) => addDays(plainDate('2025-01-02'), n));
  const length = fc.integer({ min: 1, max: 45 });
  const offsets = fc.array(fc.integer({ min: 0, max: 90 }), { minLength: 1, maxLength: 5 });
  const withDays = (daysOff: PlainDate[], makeUpDays: PlainDate[]) =>
    workingCalendar([...OFFICIAL_YEARS, { year: 0, notice: null, daysOff, makeUpDays }], 'other');
  const end = (n: number, from: PlainDate, by = calendar) => deadline(limit(n, 'working_day'), from, by).dueOn;

  it('a holiday never brings a working-day deadline nearer', () => {
    fc.assert(
      fc.property(start, length, offsets, (from, n, more) => {
        const days = more.map((offset) => addDays(from, offset));
        expect(compareDates(end(n, from, withDays(days, [])), end(n, from))).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('a make-up day never moves it away', () => {
    fc.assert(
      fc.property(start, length, offsets, (from, n, more) => {
        const days = more.map((offset) => addDays(from, offset)).filter(isWeekend);
        expect(compareDates(end(n, from, withDays([], days)), end(n, from))).toBeLessThanOrEqual(0);
      }),
    );
  });

  it('a local day goes before both, and only on its own day', () => {
    const here = workingCalendar(OFFICIAL_YEARS, 'here', [
      { day: plainDate('2026-03-04'), kind: 'dayOff' },
      { day: plainDate('2026-10-01'), kind: 'workingDay' },
      { day: plainDate('2026-10-10'), kind: 'dayOff' },
    ]);
    const days = ['2026-03-04', '2026-03-05', '2026-10-01', '2026-10-02', '2026-10-10'].map(plainDate);
    expect(days.map((day) => here.isWorkingDay(day))).toEqual([false, true, true, false, false]);
    expect(days.map((day) => calendar.isWorkingDay(day))).toEqual([true, true, false, false, true]);
  });
});

describe('provisional: a day looked at lies in a year without a notice', () => {
  it.each<[string, string, number, Unit, 'none' | 'next', boolean]>([
    ['counted within an announced year', '2026-03-02', 20, 'working_day', 'none', false],
    ['counted across two announced years', '2025-12-25', 20, 'working_day', 'none', false],
    ['ends in an unannounced year', '2026-12-25', 20, 'working_day', 'none', true],
    ['ends on the last day before it', '2026-12-24', 5, 'working_day', 'none', false],
    ['only the start lies there, not one day that is counted', '2024-12-31', 5, 'working_day', 'none', false],
    ['begins there and ends in an announced year', '2024-12-27', 10, 'working_day', 'none', true],
    ['calendar days without roll-over never look', '2026-12-25', 30, 'calendar_day', 'none', false],
    ['months without roll-over never look', '2026-12-02', 3, 'month', 'none', false],
    ['years without roll-over never look', '2026-12-02', 3, 'year', 'none', false],
    ['calendar days with roll-over look at the last day', '2026-12-25', 30, 'calendar_day', 'next', true],
    ['months with roll-over, all in an announced year', '2026-03-02', 6, 'month', 'next', false],
    ['months with roll-over from an unannounced year into an announced one', '2024-11-04', 6, 'month', 'next', false],
  ])('%s', (_, from, length, unit, roll, provisional) => {
    expect(deadline(limit(length, unit, roll), plainDate(from), calendar).provisional).toBe(provisional);
  });

  it('a roll-over out of an announced year looks into the next', () => {
    const to2027 = workingCalendar([{ year: 2027, notice: '演示', daysOff: [], makeUpDays: [] }], 'x');
    // 2 May 2027 is a Sunday and rolls within the year; 1 January 2028 is a Saturday
    expect(deadline(limit(2, 'calendar_day', 'next'), plainDate('2027-04-30'), to2027)).toMatchObject({
      dueOn: '2027-05-03',
      provisional: false,
    });
    const off = workingCalendar(
      [{ year: 2027, notice: '演示', daysOff: [plainDate('2027-12-31')], makeUpDays: [] }],
      'x',
    );
    expect(deadline(limit(1, 'calendar_day', 'next'), plainDate('2027-12-30'), off)).toMatchObject({
      dueOn: '2028-01-03',
      provisional: true,
    });
  });

  it('a range is as certain as the least certain of its years', () => {
    expect(restsOnUnannounced(plainDate('2025-01-01'), plainDate('2026-12-31'), calendar)).toBe(false);
    expect(restsOnUnannounced(plainDate('2026-12-31'), plainDate('2027-01-01'), calendar)).toBe(true);
    expect(
      rectificationDueOn(plainDate('2027-01-08'), { decision: 8, rectification: 3 }, calendar, plainDate('2026-12-01')),
    ).toBe('2026-12-29');
  });
});

describe('where a local day holds', () => {
  it.each([
    ['150203', true],
    ['150200', true],
    ['150000', true],
    ['150204', false],
    ['150100', false],
    ['140000', false],
    ['15020', false],
    ['000000', false],
    ['15020a', false],
  ])('%s reaches 150203: %s', (region, holds) => expect(reaches(region, '150203')).toBe(holds));

  it('the nearer level counts', () => {
    const day = (region: string, kind: LocalDay['kind']): LocalDay => ({
      region,
      kind,
      day: plainDate('2026-03-04'),
      reason: '演示',
      documentNumber: '演示1号',
    });
    const all = [day('150203', 'workingDay'), day('150000', 'dayOff'), day('150204', 'dayOff')];
    expect(localDaysIn('150203', all).map(({ region }) => region)).toEqual(['150203']);
    expect(localDaysIn('150204', all).map(({ region }) => region)).toEqual(['150204']);
  });
});

describe('nonsense in a year has a code at its field', () => {
  const year = (change: Partial<YearEntry> = {}): YearEntry => ({
    year: 2027,
    notice: '演示〔2026〕1号',
    daysOff: [{ from: '2027-01-01', to: '2027-01-03' }],
    makeUpDays: ['2027-02-13'],
    localDays: [],
    ...change,
  });
  const local = {
    region: '150203',
    day: '2027-05-05',
    kind: 'dayOff' as const,
    reason: '演示',
    documentNumber: '演示1号',
  };
  it.each<[string, Partial<YearEntry>, string, string]>([
    ['year before 2000', { year: 1999, daysOff: [], makeUpDays: [] }, 'year', 'NUMBER_RANGE'],
    ['year after 2100', { year: 2101, daysOff: [], makeUpDays: [] }, 'year', 'NUMBER_RANGE'],
    ['empty notice', { notice: ' ' }, 'notice', 'NOTICE_NUMBER_MISSING'],
    ['days without a notice', { notice: null }, 'notice', 'NOTICE_NUMBER_MISSING'],
    ['no such day', { daysOff: [{ from: '2027-02-28', to: '2027-02-30' }] }, 'daysOff[0].to', 'DAY_UNKNOWN'],
    [
      'outside the year',
      { daysOff: [{ from: '2026-12-31', to: '2027-01-02' }] },
      'daysOff[0].from',
      'DAY_OUTSIDE_YEAR',
    ],
    ['reversed', { daysOff: [{ from: '2027-01-03', to: '2027-01-01' }] }, 'daysOff[0].to', 'RANGE_REVERSED'],
    [
      'twice',
      {
        daysOff: [
          { from: '2027-01-01', to: '2027-01-03' },
          { from: '2027-01-03', to: '2027-01-04' },
        ],
      },
      'daysOff[1].from',
      'DAY_TWICE',
    ],
    ['too many', { daysOff: [{ from: '2027-03-01', to: '2027-04-30' }] }, 'daysOff', 'TOO_MANY_DAYS_OFF'],
    ['make-up twice', { makeUpDays: ['2027-02-13', '2027-02-13'] }, 'makeUpDays[1]', 'DAY_TWICE'],
    ['make-up on a weekday', { makeUpDays: ['2027-02-15'] }, 'makeUpDays[0]', 'MAKE_UP_ON_WEEKDAY'],
    ['off and make-up', { makeUpDays: ['2027-01-02'] }, 'makeUpDays[0]', 'DAY_OFF_AND_MAKE_UP'],
    ['make-up elsewhen', { makeUpDays: ['2028-01-02'] }, 'makeUpDays[0]', 'DAY_OUTSIDE_YEAR'],
    ['local elsewhere', { localDays: [{ ...local, region: '110000' }] }, 'localDays[0].region', 'REGION_ELSEWHERE'],
    ['local elsewhen', { localDays: [{ ...local, day: '2026-05-05' }] }, 'localDays[0].day', 'DAY_OUTSIDE_YEAR'],
    ['local twice', { localDays: [local, local] }, 'localDays[1].day', 'DAY_TWICE'],
    ['local without a reason', { localDays: [{ ...local, reason: ' ' }] }, 'localDays[0].reason', 'FIELD_MISSING'],
    ['no document', { localDays: [{ ...local, documentNumber: ' ' }] }, 'localDays[0].documentNumber', 'FIELD_MISSING'],
  ])('%s', (_, change, field, code) => {
    expect(faultsOfYear(year(change), '150203')).toEqual([{ field, code }]);
  });

  it('what is fine: a weekend among the days off, a year of which nothing is known, 60 days off', () => {
    const entries = [
      year(),
      year({ notice: null, daysOff: [], makeUpDays: [] }),
      year({ daysOff: [{ from: '2027-03-01', to: '2027-04-29' }] }),
      year({ localDays: [local, { ...local, region: '150000' }] }),
    ];
    expect(entries.map((entry) => faultsOfYear(entry, '150203'))).toEqual([[], [], [], []]);
  });
});
