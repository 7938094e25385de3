import fc from 'fast-check';
import { cite } from './article.js';
import { officialCalendar, OFFICIAL_YEARS, workingCalendar, workingDaysBetween } from './calendar.js';
import type { Limit, Unit } from './clock-rules.js';
import { deadline, rectificationDueOn, type Exclusion } from './clocks.js';
import { addDays, compareDates, endOfDay, plainDate, plainDateOf } from './plain-date.js';

const calendar = officialCalendar();
const limit = (length: number, unit: Unit, roll: 'none' | 'next' = 'none'): Limit => ({
  length,
  unit,
  roll,
  article: cite('ALL 42(1)'),
  holder: 'bureau',
});

describe('deadline vectors of catalogue 7.9', () => {
  const vectors: [string, string, number, Unit, string][] = [
    ['T-1', '2026-02-13', 5, 'working_day', '2026-02-27'],
    ['T-2', '2026-09-18', 20, 'working_day', '2026-10-22'],
    ['T-3', '2026-09-18', 30, 'working_day', '2026-11-05'],
    ['T-4', '2025-01-24', 20, 'working_day', '2025-02-27'],
    ['T-5', '2026-04-29', 10, 'working_day', '2026-05-15'],
    ['T-6', '2025-09-26', 7, 'working_day', '2025-10-13'],
    ['T-7', '2026-03-07', 5, 'working_day', '2026-03-13'],
    ['T-8', '2026-03-02', 45, 'working_day', '2026-05-08'],
    ['T-9', '2025-12-31', 5, 'working_day', '2026-01-08'],
    ['T-10', '2026-02-10', 30, 'calendar_day', '2026-03-12'],
    ['T-11', '2026-01-31', 3, 'month', '2026-04-30'],
    ['T-12', '2026-06-15', 3, 'month', '2026-09-15'],
    ['T-13', '2026-05-20', 60, 'calendar_day', '2026-07-19'],
    ['T-15', '2026-02-13', 20, 'working_day', '2026-03-19'],
  ];
  it.each(vectors)('%s: %s + %i %s = %s', (_, from, length, unit, expected) => {
    expect(deadline(limit(length, unit), plainDate(from), calendar).dueOn).toBe(expected);
  });

  it('T-13 with roll-over ends on the Monday', () => {
    expect(deadline(limit(60, 'calendar_day', 'next'), plainDate('2026-05-20'), calendar).dueOn).toBe('2026-07-20');
  });

  it('T-14: eight excluded working days move the end to 10 April', () => {
    const exclusion: Exclusion = {
      ground: 'expert_review',
      from: plainDate('2026-03-10'),
      to: plainDate('2026-03-19'),
    };
    const found = deadline(limit(20, 'working_day'), plainDate('2026-03-02'), calendar, [exclusion]);
    expect(found.dueOn).toBe('2026-04-10');
    expect(found.segments.map(({ kind, days }) => [kind, days])).toEqual([
      ['running', 5],
      ['excluded', 8],
      ['running', 15],
    ]);
  });

  it('2025 and 2026 have 248 working days each', () => {
    expect(workingDaysBetween(plainDate('2024-12-31'), plainDate('2025-12-31'), calendar)).toBe(248);
    expect(workingDaysBetween(plainDate('2025-12-31'), plainDate('2026-12-31'), calendar)).toBe(248);
  });

  it('a day of 2027 is provisional: no notice was published', () => {
    expect(deadline(limit(20, 'working_day'), plainDate('2026-12-25'), calendar).provisional).toBe(true);
    expect(deadline(limit(5, 'working_day'), plainDate('2026-03-02'), calendar).provisional).toBe(false);
  });

  it('a running exclusion pauses the clock and moves its end day by day', () => {
    const open: Exclusion[] = [{ ground: 'appraisal', from: plainDate('2026-03-10'), to: null }];
    const at = (asOf: string) =>
      deadline(limit(20, 'working_day'), plainDate('2026-03-02'), calendar, open, plainDate(asOf));
    expect(at('2026-03-10')).toMatchObject({ paused: true, dueOn: '2026-03-31' });
    expect(at('2026-03-11').dueOn).toBe('2026-04-01');
  });

  it('rectification leaves the decision days', () => {
    expect(
      rectificationDueOn(plainDate('2026-03-30'), { decision: 4, rectification: 3 }, calendar, plainDate('2026-03-10')),
    ).toBe('2026-03-24');
    expect(
      rectificationDueOn(plainDate('2026-03-30'), { decision: 4, rectification: 3 }, calendar, plainDate('2026-03-30')),
    ).toBe('2026-04-02');
  });

  it('a legal day ends at midnight in Shanghai', () => {
    expect(endOfDay(plainDate('2026-03-09')).toISOString()).toBe('2026-03-09T16:00:00.000Z');
    expect(plainDateOf(new Date('2026-03-09T16:00:00Z'))).toBe('2026-03-10');
  });
});

describe('properties of every clock', () => {
  const start = fc.integer({ min: 0, max: 500 }).map((n) => addDays(plainDate('2025-01-02'), n));
  const length = fc.integer({ min: 1, max: 45 });
  const unit = fc.constantFrom<Unit>('working_day', 'calendar_day', 'month');

  it('adding a day off never brings a deadline nearer', () => {
    fc.assert(
      fc.property(start, length, unit, fc.integer({ min: 0, max: 90 }), (from, n, u, offset) => {
        const extra = addDays(from, offset);
        const more = workingCalendar(
          [...OFFICIAL_YEARS, { year: 0, notice: null, daysOff: [extra], makeUpDays: [] }],
          'more',
        );
        expect(
          compareDates(deadline(limit(n, u), from, more).dueOn, deadline(limit(n, u), from, calendar).dueOn),
        ).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('splitting a suspension changes nothing', () => {
    fc.assert(
      fc.property(
        start,
        length,
        unit,
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 2, max: 20 }),
        fc.integer({ min: 1, max: 19 }),
        (from, n, u, offset, days, at) => {
          const first = addDays(from, offset);
          const cut = addDays(first, Math.min(at, days - 1));
          const last = addDays(first, days);
          const whole: Exclusion[] = [{ ground: 'appraisal', from: first, to: last }];
          const split: Exclusion[] = [
            { ground: 'appraisal', from: first, to: cut },
            { ground: 'appraisal', from: addDays(cut, 1), to: last },
          ];
          expect(deadline(limit(n, u), from, calendar, split)).toEqual(deadline(limit(n, u), from, calendar, whole));
        },
      ),
    );
  });

  it('a suspension never brings a deadline nearer', () => {
    fc.assert(
      fc.property(
        start,
        length,
        unit,
        fc.integer({ min: 0, max: 40 }),
        fc.integer({ min: 0, max: 20 }),
        (from, n, u, offset, days) => {
          const first = addDays(from, offset);
          const stopped = deadline(limit(n, u), from, calendar, [
            { ground: 'hearing', from: first, to: addDays(first, days) },
          ]);
          expect(compareDates(stopped.dueOn, deadline(limit(n, u), from, calendar).dueOn)).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });
});
