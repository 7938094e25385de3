import { LawError } from './law-error.js';

/** A legal date, `YYYY-MM-DD`, always in Asia/Shanghai (UTC+8, no summer time). */
export type PlainDate = string & { readonly __plainDate: unique symbol };

const DAY_MS = 86_400_000;
const SHANGHAI_MS = 8 * 3_600_000;

/** @throws LawError DATE_INVALID on anything that is no day of the calendar, such as 2026-02-30 */
export function plainDate(text: string): PlainDate {
  if (!isPlainDate(text)) throw new LawError('DATE_INVALID');
  return text;
}

export function isPlainDate(text: unknown): text is PlainDate {
  if (typeof text !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const parsed = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text);
}

/** The day in Asia/Shanghai on which an instant falls. */
export function plainDateOf(instant: Date): PlainDate {
  return new Date(instant.getTime() + SHANGHAI_MS).toISOString().slice(0, 10) as PlainDate;
}

/** 24:00 Asia/Shanghai of a day, as an instant. */
export function endOfDay(date: PlainDate): Date {
  return new Date(midnight(date) + DAY_MS - SHANGHAI_MS);
}

/** 0:00 Asia/Shanghai of a day, as an instant. */
export function startOfDay(date: PlainDate): Date {
  return new Date(midnight(date) - SHANGHAI_MS);
}

export function addDays(date: PlainDate, days: number): PlainDate {
  const day = Number(date.slice(8)) + days;
  if (date.length === 10 && day >= 1 && day <= 28)
    return `${date.slice(0, 8)}${day < 10 ? '0' : ''}${day}` as PlainDate;
  return new Date(midnight(date) + days * DAY_MS).toISOString().slice(0, 10) as PlainDate;
}

/** The same day so many months on, clamped to the end of a shorter month. */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(day, last));
  return first.toISOString().slice(0, 10) as PlainDate;
}

export const addYears = (date: PlainDate, years: number): PlainDate => addMonths(date, years * 12);

/** Whole days from one date to another; negative when reversed. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return dayNumber(to) - dayNumber(from);
}

export const compareDates = (a: PlainDate, b: PlainDate): number => (a < b ? -1 : a > b ? 1 : 0);

/** 0 is Sunday. */
export const weekdayOf = (date: PlainDate): number => (((dayNumber(date) + 4) % 7) + 7) % 7;

/** A month as people write it: 2026年3月 for 2026-03. */
export const monthZh = (month: string): string => month.replace(/^(\d{4})-0?(\d{1,2})$/, '$1年$2月');

/** A day as people type it, such as 2026年3月2日 or 2026/3/2, as a plain date; anything else stays as it is. */
export function dayAsTyped(typed: string): string {
  const plain = typed.normalize('NFKC').replace(/\s/g, '');
  const [, year = '', month = '', day = ''] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(plain) ?? [];
  return year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : plain;
}

/** As people write it: 2026年3月2日（周一）. */
export function dateZh(date: PlainDate): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日（周${'日一二三四五六'.charAt(weekdayOf(date))}）`;
}

const midnight = (date: PlainDate): number => dayNumber(date) * DAY_MS;

/** Days since 1970-01-01 by arithmetic, for calendars ask it of every day of a year; NaN for what is no date. */
function dayNumber(date: PlainDate): number {
  if (date.length !== 10) return NaN;
  const month = Number(date.slice(5, 7));
  // the year begins in March, so that the leap day is its last
  const year = Number(date.slice(0, 4)) - (month > 2 ? 0 : 1);
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + Number(date.slice(8)) - 1;
  return year * 365 + leapDays + dayOfYear - 719_468;
}
