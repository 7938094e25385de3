import { isRecord, type Path } from './packs/source-file.js';
import { fault, type PackFault } from './packs/fault.js';

/** Where an appointment is: at the counter, or at the applicant's place (预约上门). */
export const PLACES = ['counter', 'home'] as const;
export type Place = (typeof PLACES)[number];

/** Hours of one place on every working day, local time. */
export interface PlaceHours {
  /** Length of a slot in minutes. */
  slotMinutes: number;
  /** How many applicants one slot takes. */
  capacity: number;
  /** Spans such as 09:00-12:00, in order and apart. */
  spans: readonly { from: string; to: string }[];
}

/** 办公时间: when a county receives applicants, as its authority file says. */
export interface OfficeHours {
  /** How many working days ahead one can book. */
  daysAhead: number;
  counter: PlaceHours;
  home: PlaceHours;
}

/** Minutes since midnight of a time such as 09:30. */
export const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** The time of so many minutes since midnight. */
export const timeOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** What is wrong with office hours beyond their shape: spans that end before they begin, overlap, or hold no slot. */
export function officeHoursFaults(authority: Record<string, unknown>): PackFault[] {
  const hours = authority['officeHours'];
  if (!isRecord(hours)) return [];
  return PLACES.flatMap((place) => spanFaults(hours[place] as PlaceHours, ['officeHours', place, 'spans']));
}

function spanFaults({ spans, slotMinutes }: PlaceHours, path: Path): PackFault[] {
  return spans.flatMap(({ from, to }, i) => {
    const before = spans[i - 1];
    if (minutesOf(to) <= minutesOf(from)) return [fault([...path, i], '结束不晚于开始 / a span ends before it begins')];
    if (minutesOf(to) - minutesOf(from) < slotMinutes)
      return [fault([...path, i], '这一段放不下一个时段 / a span holds not one slot')];
    if (before && minutesOf(from) < minutesOf(before.to))
      return [fault([...path, i], '与上一段重叠或次序颠倒 / spans overlap or are out of order')];
    return [];
  });
}
