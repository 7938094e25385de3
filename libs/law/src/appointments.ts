import { addWorkingDays, type WorkingCalendar } from './calendar.js';
import { minutesOf, timeOf, type OfficeHours, type Place } from './office-hours.js';
import { addDays, compareDates, startOfDay, type PlainDate } from './plain-date.js';

/** A stretch of time that can be booked. */
export interface Slot {
  place: Place;
  day: PlainDate;
  /** Local times, such as 09:30. */
  from: string;
  to: string;
  capacity: number;
}

/** 预约时段: the slots of a day by office hours; a day off has none, whoever set it (ALL 82, HOL 4). */
export function slotsOn(day: PlainDate, place: Place, hours: OfficeHours, calendar: WorkingCalendar): Slot[] {
  if (!calendar.isWorkingDay(day)) return [];
  const { spans, slotMinutes, capacity } = hours[place];
  return spans.flatMap((span) => {
    const count = Math.floor((minutesOf(span.to) - minutesOf(span.from)) / slotMinutes);
    return Array.from({ length: count }, (_, i) => {
      const from = minutesOf(span.from) + i * slotMinutes;
      return { place, day, from: timeOf(from), to: timeOf(from + slotMinutes), capacity };
    });
  });
}

/** The instant at which a slot begins. */
export const slotStart = ({ day, from }: Pick<Slot, 'day' | 'from'>): Date =>
  new Date(startOfDay(day).getTime() + minutesOf(from) * 60_000);

/** The instant at which a slot ends. */
export const slotEnd = ({ day, to }: Pick<Slot, 'day' | 'to'>): Date => slotStart({ day, from: to });

/** Every slot that can still be booked: from now on, so many working days ahead. */
export function slotsAhead(
  now: Date,
  today: PlainDate,
  place: Place,
  { hours, calendar }: { hours: OfficeHours; calendar: WorkingCalendar },
): Slot[] {
  const last = addWorkingDays(today, hours.daysAhead, calendar);
  const slots: Slot[] = [];
  for (let day = today; compareDates(day, last) <= 0; day = addDays(day, 1))
    slots.push(...slotsOn(day, place, hours, calendar));
  return slots.filter((slot) => slotStart(slot) > now);
}

/** The hour of day, local time, at which people are reminded. */
const REMIND_AT = '09:00';

/** When to remind of an appointment: the morning of the working day before. */
export const remindAt = (day: PlainDate, calendar: WorkingCalendar): Date =>
  slotStart({ day: addWorkingDays(day, -1, calendar), from: REMIND_AT });
