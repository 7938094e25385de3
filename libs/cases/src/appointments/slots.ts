import {
  plainDateOf,
  slotsAhead,
  type OfficeHours,
  type Place,
  type PlainDate,
  type Slot,
} from '../../../law/src/index.js';
import { Refusal, type Sql } from '../../../platform/src/index.js';
import type { Workshop } from '../workshop.js';

export interface FreeSlot extends Omit<Slot, 'capacity'> {
  free: number;
  /** The day lies in a year whose days off are not announced yet. */
  provisional: boolean;
}

/** @throws Refusal APPOINTMENTS_NOT_OFFERED where the county has set no hours */
export function officeHoursOf({ shelf }: Workshop): OfficeHours {
  const { officeHours } = shelf.authority;
  if (!officeHours) throw new Refusal('APPOINTMENTS_NOT_OFFERED');
  return officeHours;
}

/** Every slot of a place that is offered now, with the seats that are left. */
export async function freeSlots(workshop: Workshop, sql: Sql, place: Place): Promise<FreeSlot[]> {
  const calendar = await workshop.calendars.inForce(sql);
  const slots = await offeredSlots(workshop, sql, place);
  const taken = await takenSeats(sql, place, plainDateOf(workshop.clock.now()));
  return slots.map(({ capacity, ...slot }) => ({
    ...slot,
    free: Math.max(0, capacity - (taken.get(`${slot.day} ${slot.from}`) ?? 0)),
    provisional: calendar.isProvisional(slot.day),
  }));
}

/** The slots by today's office hours and the calendar in force. */
export async function offeredSlots(workshop: Workshop, sql: Sql, place: Place): Promise<Slot[]> {
  const now = workshop.clock.now();
  const calendar = await workshop.calendars.inForce(sql);
  return slotsAhead(now, plainDateOf(now), place, { hours: officeHoursOf(workshop), calendar });
}

async function takenSeats(sql: Sql, place: Place, from: PlainDate): Promise<Map<string, number>> {
  const rows = await sql.query<{ slot: string; n: number }>(
    `select day::text || ' ' || starts as slot, count(*)::int as n from appointment
     where place = $1 and day >= $2 and ended_at is null group by day, starts`,
    [place, from],
  );
  return new Map(rows.map(({ slot, n }) => [slot, n]));
}
