import { startOfDay, tripKind, type Contact, type TripCause } from '../../../law/src/index.js';
import { inTransaction, Refusal, type Sql } from '../../../platform/src/index.js';
import { endAppointment, runningAppointment } from '../appointments/running.js';
import type { Actor } from '../commands/command.js';
import { openFile, subjectOf, type CaseFile } from '../file-of-case.js';
import type { Workshop } from '../workshop.js';
import type { ActingRole } from '../../../procedures/src/index.js';
import { refuseRecused } from '../recusal/refuse-recused.js';
import { openTicket } from '../supervision/tickets.js';
import { caseOfCode, useCode } from './code.js';
import { enterTrip } from './ledger.js';

export interface CheckedIn {
  tripId: string;
  caseId: string;
  number: string | null;
  institutionName: string;
  kind: string;
}

/**
 * 窗口签到: the applicant's code proves that they are here; the officer says why. One that was booked for today is kept
 * with it. What counts is for the applicant to say, not for the officer.
 */
export async function checkIn(
  workshop: Workshop,
  actor: Actor,
  { code, cause }: { code: string; cause: TripCause },
): Promise<CheckedIn> {
  return inTransaction(workshop.source, async (sql) => {
    const caseId = await caseOfCode(sql, code, workshop.clock.now());
    await refuseRecused(sql, caseId, actor);
    const file = await openFile(sql, caseId, workshop, true);
    await useCode(sql, code);
    const booked = await runningAppointment(sql, caseId);
    const kept = booked && booked.place === 'counter' && booked.day === file.today ? booked.id : null;
    if (kept) await endAppointment(sql, kept, 'kept', file.now);
    const contact: Contact = cause.startsWith('signature') ? 'wetSignature' : kept ? 'appointment' : 'checkIn';
    const tripId = await enter(workshop, sql, file, { cause, contact, by: actor, appointmentId: kept });
    const kind = tripKind(cause);
    return { tripId, caseId, number: file.row.number, institutionName: subjectOf(file).name, kind };
  });
}

/** The applicant says that they were made to come and nobody entered it: once a day. */
export async function reportTrip(workshop: Workshop, at: { caseId: string; actor: Actor }): Promise<{ id: string }> {
  return inTransaction(workshop.source, async (sql) => {
    const file = await ownFile(workshop, sql, at);
    const [today] = await sql.query(
      `select 1 from trip where case_id = $1 and cause = 'reportedByApplicant' and at >= $2`,
      [at.caseId, startOfDay(file.today)],
    );
    if (today) throw new Refusal('TRIP_REPORTED_TODAY');
    const id = await enter(workshop, sql, file, { cause: 'reportedByApplicant', contact: 'reported', by: at.actor });
    await answer(sql, file, { tripId: id, agreed: true });
    return { id };
  });
}

/** One tap: it was of their own will, or they were told to come. Only the applicant can say so, and once (BER 36). */
export async function confirmTrip(
  workshop: Workshop,
  at: { caseId: string; actor: Actor },
  given: { tripId: string; agreed: boolean },
): Promise<void> {
  await inTransaction(workshop.source, async (sql) => {
    const file = await ownFile(workshop, sql, at);
    const [trip] = await sql.query<{ kind: string }>('select kind from trip where id = $1 and case_id = $2', [
      given.tripId,
      at.caseId,
    ]);
    if (!trip || trip.kind === 'demanded') throw new Refusal('TRIP_NOT_TO_CONFIRM');
    await answer(sql, file, given);
    if (!given.agreed && trip.kind === 'voluntary') await ticketOf(workshop, sql, file);
  });
}

async function ownFile(workshop: Workshop, sql: Sql, at: { caseId: string; actor: Actor }): Promise<CaseFile> {
  const file = await openFile(sql, at.caseId, workshop, true);
  if (file.row.sponsor_id !== at.actor.accountId) throw new Refusal('CASE_NOT_FOUND');
  return file;
}

async function answer(
  sql: Sql,
  { row, now }: CaseFile,
  { tripId, agreed }: { tripId: string; agreed: boolean },
): Promise<void> {
  const [said] = await sql.query(
    `insert into trip_confirmation (trip_id, case_id, account_id, agreed, confirmed_at) values ($1, $2, $3, $4, $5)
     on conflict do nothing returning 1 as done`,
    [tripId, row.id, row.sponsor_id, agreed, now],
  );
  if (!said) throw new Refusal('TRIP_ANSWERED_ALREADY');
}

interface Happened {
  cause: TripCause;
  contact: Contact;
  by: Actor;
  appointmentId?: string | null;
}

/** An extra contact opens a ticket by itself: whoever causes it answers for it. */
async function enter(workshop: Workshop, sql: Sql, file: CaseFile, of: Happened): Promise<string> {
  const id = workshop.ids.uuid();
  const { cause, contact, by, appointmentId } = of;
  const recordedBy = by.accountId;
  await enterTrip(sql, { id, caseId: file.row.id, cause, contact, recordedBy, appointmentId, at: file.now });
  if (tripKind(cause) === 'extra') await ticketOf(workshop, sql, file);
  return id;
}

const ticketOf = ({ ids, shelf }: Workshop, sql: Sql, file: CaseFile): Promise<void> =>
  openTicket(
    sql,
    ids,
    { caseId: file.row.id, matter: 'extraTrip', legalDate: file.today, owner: file.row.owner_role as ActingRole },
    { ...file, readings: shelf.readings },
  );
