import { arr, bool, day, int, nul, obj, ref, str, time, type Schema } from './schema.js';

const number: Schema = { type: 'number' };

const appointment = obj({
  id: str,
  place: str,
  day,
  from: str,
  to: str,
  cause: str,
  remindedAt: nul(time),
  offered: bool,
  bring: arr(ref('ToBring')),
});

/** Answers about contacts, appointments and the public board. */
export const TRIP_ANSWERS: Record<string, Schema> = {
  LedgerTrip: obj({
    id: str,
    cause: str,
    kind: str,
    contact: str,
    at: time,
    agreed: nul(bool),
    counts: bool,
  }),
  TripLedger: obj({ bound: nul(int), measured: int, items: arr(ref('LedgerTrip')) }),
  CheckInCode: obj({ code: str, expiresAt: time, qr: obj({ path: str, side: int }) }),
  CheckedIn: obj({ tripId: str, caseId: str, number: nul(str), institutionName: str, kind: str }),
  TripReported: obj({ id: str }),
  ToBring: obj({ lineId: str, nameZh: str, nameEn: str }),
  Appointment: appointment,
  AppointmentOfCase: obj({
    appointment: nul(appointment),
    causes: arr(str),
    bring: arr(ref('ToBring')),
    office: str,
    offered: bool,
    open: bool,
  }),
  FreeSlots: obj({
    items: arr(obj({ place: str, day, from: str, to: str, free: int, provisional: bool })),
  }),
  Agenda: obj({
    day,
    items: arr(
      obj({
        id: str,
        caseId: str,
        place: str,
        from: str,
        to: str,
        cause: str,
        number: nul(str),
        institutionName: str,
        endedAs: nul(str),
      }),
    ),
  }),
  Remedies: obj({ servedOn: nul(day), reconsiderationUntil: nul(day), litigationUntil: nul(day) }),
  ServiceRecordBoard: obj({
    measure: str,
    asOf: day,
    items: arr(
      obj({
        month: str,
        matter: str,
        nameZh: str,
        nameEn: str,
        casesClosed: int,
        averageTrips: number,
        mostTrips: int,
        shareWithoutTrip: number,
        boundProved: nul(int),
      }),
    ),
  }),
};
