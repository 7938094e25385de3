import { remindAt, type Place, type Slot, type TripCause } from '../../../law/src/index.js';
import { inTransaction, Refusal, type Sql } from '../../../platform/src/index.js';
import type { Actor } from '../commands/command.js';
import { openFile, type CaseFile } from '../file-of-case.js';
import type { Workshop } from '../workshop.js';
import { endAppointment, isPast, runningAppointment, type Appointment } from './running.js';
import { offeredSlots } from './slots.js';

interface At {
  caseId: string;
  actor: Actor;
}
export interface Wish {
  place: Place;
  day: string;
  from: string;
}

/** 预约: a seat in a slot, for the applicant who asks. Filing needs none, and no step of the case looks at it. */
export async function bookAppointment(workshop: Workshop, at: At, wish: Wish & { cause: TripCause }): Promise<void> {
  await inTransaction(workshop.source, async (sql) => {
    const file = await ownOpenFile(workshop, sql, at);
    if (await standing(sql, file)) throw new Refusal('APPOINTMENT_RUNNING');
    refuseIdleCause(file, wish);
    await takeSeat(workshop, sql, file, { wish, cause: wish.cause, before: null });
  });
}

/** 改约: another slot for the same errand; where there is no seat, the old one stays. */
export async function moveAppointment(workshop: Workshop, at: At, wish: Wish): Promise<void> {
  await inTransaction(workshop.source, async (sql) => {
    const file = await ownOpenFile(workshop, sql, at);
    const before = await standing(sql, file);
    if (!before) throw new Refusal('APPOINTMENT_NONE');
    refuseIdleCause(file, { ...wish, cause: before.cause });
    await endAppointment(sql, before.id, 'moved', file.now);
    await takeSeat(workshop, sql, file, { wish, cause: before.cause, before });
  });
}

export async function cancelAppointment(workshop: Workshop, at: At): Promise<void> {
  await inTransaction(workshop.source, async (sql) => {
    const file = await ownFile(workshop, sql, at);
    const running = await standing(sql, file);
    if (!running) throw new Refusal('APPOINTMENT_NONE');
    await endAppointment(sql, running.id, 'cancelled', file.now);
  });
}

async function ownFile(workshop: Workshop, sql: Sql, { caseId, actor }: At): Promise<CaseFile> {
  const file = await openFile(sql, caseId, workshop, true);
  if (file.row.sponsor_id !== actor.accountId) throw new Refusal('CASE_NOT_FOUND');
  return file;
}

async function ownOpenFile(workshop: Workshop, sql: Sql, at: At): Promise<CaseFile> {
  const file = await ownFile(workshop, sql, at);
  if (file.row.closed_at !== null || file.row.state === 'DISCARDED') throw new Refusal('APPOINTMENT_CASE_CLOSED');
  return file;
}

/** The appointment that is still to come; one that went by without anybody is ended as missed. */
async function standing(sql: Sql, { row, now }: CaseFile): Promise<Appointment | null> {
  const running = await runningAppointment(sql, row.id);
  if (!running || !isPast(running, now)) return running;
  await endAppointment(sql, running.id, 'missed', now);
  return null;
}

/** Papers are collected at the counter, once they are made, and only by whoever chose so. */
function refuseIdleCause(file: CaseFile, { cause, place }: { cause: TripCause; place: Place }): void {
  if (cause === 'collectLicence' && !(mayCollect(file) && place === 'counter'))
    throw new Refusal('APPOINTMENT_CAUSE_NOT_NOW');
}

/** The papers are made, and the applicant has chosen to collect them. */
export const mayCollect = ({ row, form }: Pick<CaseFile, 'row' | 'form'>): boolean =>
  (row.state === 'ISSUED' || row.state === 'REFUSED') && form.deliveryChannel === 'counter';

interface Seat {
  wish: Wish;
  cause: TripCause;
  before: Appointment | null;
}

/**
 * The lowest free seat of the slot. Two who ask at the same moment meet at the key: the later one waits, finds the seat
 * taken and looks for the next.
 */
async function takeSeat(workshop: Workshop, sql: Sql, file: CaseFile, { wish, cause, before }: Seat): Promise<void> {
  const slot = (await offeredSlots(workshop, sql, wish.place)).find(
    ({ day, from }) => day === wish.day && from === wish.from,
  );
  if (!slot) throw new Refusal('SLOT_NOT_OFFERED');
  const id = workshop.ids.uuid();
  const series = before?.series ?? id;
  const sequence = before ? before.sequence + 1 : 0;
  for (let seat = await freeSeat(sql, slot); seat !== null; seat = await freeSeat(sql, slot)) {
    const [taken] = await sql.query(
      `insert into appointment (id, case_id, series, place, day, starts, ends, seat, capacity, cause, sequence, booked_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
       on conflict (place, day, starts, seat) where ended_at is null do nothing returning 1 as done`,
      [
        id,
        file.row.id,
        series,
        slot.place,
        slot.day,
        slot.from,
        slot.to,
        seat,
        slot.capacity,
        cause,
        sequence,
        file.now,
      ],
    );
    if (taken) return setAlarm(workshop, sql, id, slot);
  }
  throw new Refusal('SLOT_FULL');
}

async function freeSeat(sql: Sql, { place, day, from, capacity }: Slot): Promise<number | null> {
  const [row] = await sql.query<{ seat: number | null }>(
    `select min(seat) as seat from generate_series(1, $4::int) as seat where not exists (select 1 from appointment a
       where a.place = $1 and a.day = $2 and a.starts = $3 and a.seat = seat.seat and a.ended_at is null)`,
    [place, day, from, capacity],
  );
  return row?.seat ?? null;
}

async function setAlarm(workshop: Workshop, sql: Sql, id: string, { day }: Slot): Promise<void> {
  const calendar = await workshop.calendars.inForce(sql);
  await sql.query('insert into appointment_timer (appointment_id, wake_at) values ($1, $2)', [
    id,
    remindAt(day, calendar),
  ]);
}
