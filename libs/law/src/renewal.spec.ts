import { officialCalendar } from './calendar.js';
import { plainDate } from './plain-date.js';
import { atExpiry, filedInTime, isIdle, preparedUntil, renewalBySilence, renewedTerm } from './renewal.js';

const calendar = officialCalendar();
const day = plainDate;

describe('renewal by silence (ALL 50)', () => {
  it.each([
    ['thirty days before, the last day in time', '2026-08-01', false, 'deemed'],
    ['a day later', '2026-08-02', false, 'none'],
    ['in time, but it waits for the school itself', '2026-08-01', true, 'none'],
    ['long before', '2026-03-02', false, 'deemed'],
  ] as const)('%s', (_, filedOn, awaitsApplicant, expected) => {
    const validTo = day('2026-08-31');
    expect(renewalBySilence({ filedOn: day(filedOn), validTo, awaitsApplicant }, calendar)).toBe(expected);
  });

  it('filedInTime is T-16 of the catalogue', () => {
    expect(filedInTime(day('2026-08-01'), day('2026-08-31'), calendar)).toBe(true);
    expect(filedInTime(day('2026-08-02'), day('2026-08-31'), calendar)).toBe(false);
  });

  it('renewedTerm begins when the old one ends', () => {
    expect(renewedTerm(day('2031-03-01'), 5)).toEqual({ from: '2031-03-02', to: '2036-03-01' });
  });
});

describe('what ends by itself', () => {
  it('preparedUntil: three years, also over a leap day', () => {
    expect(preparedUntil(day('2026-03-02'))).toBe('2029-03-02');
    expect(preparedUntil(day('2028-02-29'))).toBe('2031-02-28');
  });

  const found = (officerId: string, foundOn: string, teaching: boolean) => ({
    officerId,
    foundOn: day(foundOn),
    teaching,
  });
  it.each([
    ['nobody looked', [], false],
    ['two officers found nothing', [found('a', '2026-03-02', false), found('b', '2026-03-03', false)], true],
    ['one officer twice', [found('a', '2026-03-02', false), found('a', '2026-03-03', false)], false],
    [
      'teaching was found since',
      [found('a', '2026-03-02', false), found('b', '2026-03-03', false), found('c', '2026-03-04', true)],
      false,
    ],
    [
      'teaching has ended since',
      [found('c', '2026-03-01', true), found('a', '2026-03-02', false), found('b', '2026-03-02', false)],
      true,
    ],
  ] as const)('isIdle (PER 50(3)): %s', (_, findings, idle) => expect(isIdle(findings)).toBe(idle));

  it.each([
    ['deemed', true, 'renew'],
    ['deemed', false, 'renew'],
    ['none', true, 'lapse'],
    ['none', false, 'expire'],
  ] as const)('atExpiry: renewal %s, idle %s → %s', (renewal, idle, expected) =>
    expect(atExpiry({ renewal, idle })).toBe(expected),
  );
});
