import { countsAgainstBureau, tripKind, type Contact, type TripCause, type TripKind } from '../../../law/src/index.js';
import type { Sql } from '../../../platform/src/index.js';

export interface NewTrip {
  id: string;
  caseId: string;
  cause: TripCause;
  contact: Contact;
  /** The officer who was there; the applicant who reports. Null for the system. */
  recordedBy: string | null;
  appointmentId?: string | null;
  at: Date;
}

/** Adds a contact to the ledger; its kind follows from its cause. */
export async function enterTrip(sql: Sql, trip: NewTrip): Promise<void> {
  await sql.query(
    'insert into trip (id, case_id, cause, kind, contact, appointment_id, recorded_by, at) values ($1, $2, $3, $4, $5, $6, $7, $8)',
    [
      trip.id,
      trip.caseId,
      trip.cause,
      tripKind(trip.cause),
      trip.contact,
      trip.appointmentId ?? null,
      trip.recordedBy,
      trip.at,
    ],
  );
}

/** A contact as both sides read it. */
export interface LedgerEntry {
  id: string;
  cause: TripCause;
  kind: TripKind;
  contact: Contact;
  at: Date;
  /** The applicant's answer; null while there is none. */
  agreed: boolean | null;
  /** Whether it counts against the bureau. */
  counts: boolean;
}

/** All contacts of a case, in their order. */
export async function tripLedger(sql: Sql, caseId: string): Promise<LedgerEntry[]> {
  const rows = await sql.query<Omit<LedgerEntry, 'counts'>>(
    `select t.id, t.cause, t.kind, t.contact, t.at, c.agreed from trip t left join trip_confirmation c on c.trip_id = t.id
     where t.case_id = $1 order by t.at, t.id`,
    [caseId],
  );
  return rows.map((row) => ({ ...row, counts: countsAgainstBureau(row) }));
}
