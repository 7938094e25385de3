import { addDays, daysBetween, plainDate, startOfDay, weekdayOf } from './plain-date.js';

/** What the calendar of the language says, by the milliseconds since 1970. */
const FIRST = Date.UTC(1896, 0, 1);
const dayAt = (n: number): Date => new Date(FIRST + n * 86_400_000);
const plainAt = (n: number) => plainDate(dayAt(n).toISOString().slice(0, 10));
/** From 1896 to 2104: both centuries without a leap day (1900, 2100), and the one with it (2000). */
const DAYS = Math.round((Date.UTC(2104, 11, 31) - FIRST) / 86_400_000);

describe('the arithmetic of days', () => {
  it('agrees with the calendar on every day of two centuries', () => {
    const first = plainAt(0);
    for (let n = 0; n <= DAYS; n += 1) {
      const day = plainAt(n);
      const said = [daysBetween(first, day), weekdayOf(day), startOfDay(day).getTime(), addDays(day, 1)];
      expect(said).toEqual([n, dayAt(n).getUTCDay(), dayAt(n).getTime() - 8 * 3_600_000, plainAt(n + 1)]);
    }
  });

  it.each([-800, -366, -29, -28, -1, 0, 1, 27, 28, 31, 366, 800])(
    '%i days on, from every day of four years',
    (days) => {
      for (let n = 900; n < 900 + 1461; n += 1) expect(addDays(plainAt(n), days)).toBe(plainAt(n + days));
    },
  );

  it('makes no day out of what is none', () => {
    const none = '' as ReturnType<typeof plainDate>;
    expect(() => addDays(none, 1)).toThrow(RangeError);
    expect(daysBetween(none, plainDate('2026-03-02'))).toBeNaN();
    expect(weekdayOf(none)).toBeNaN();
  });
});
