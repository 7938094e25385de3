/** Whose wish a contact was: the bureau's by the procedure, the applicant's own, or the bureau's beyond the procedure. */
export type TripKind = 'demanded' | 'voluntary' | 'extra';

/** How somebody came into contact: checked in by code, by appointment, for a pick-up, for a signature on paper. */
export const CONTACTS = ['checkIn', 'appointment', 'pickUp', 'wetSignature', 'reported'] as const;
export type Contact = (typeof CONTACTS)[number];

/**
 * 跑动事由: the closed list of causes, each of one kind (BER 36, 37; 最多跑一次, catalogue V-01). The procedure demands
 * nobody's presence but to collect papers; whatever else an officer causes is extra, and a mistake of the bureau is too.
 */
export const TRIP_CAUSES = {
  collectLicence: 'demanded',
  consultation: 'voluntary',
  assistedEntry: 'voluntary',
  paperByChoice: 'voluntary',
  signatureByChoice: 'voluntary',
  signatureAsked: 'extra',
  materialAsked: 'extra',
  bureauMistake: 'extra',
  systemOutage: 'extra',
  reportedByApplicant: 'extra',
} as const satisfies Record<string, TripKind>;
export type TripCause = keyof typeof TRIP_CAUSES;

const CAUSES = Object.keys(TRIP_CAUSES) as TripCause[];

export const tripKind = (cause: TripCause): TripKind => TRIP_CAUSES[cause];

/** What an officer may enter at the desk: a pick-up is a step of the case, a report is the applicant's own. */
export const DESK_CAUSES: readonly TripCause[] = CAUSES.filter(
  (cause) => tripKind(cause) !== 'demanded' && cause !== 'reportedByApplicant',
);

/** What somebody may make an appointment for; nobody is ever told to make one. */
export const APPOINTMENT_CAUSES: readonly TripCause[] = [
  ...CAUSES.filter((cause) => tripKind(cause) === 'voluntary'),
  'collectLicence',
];

/** A contact as the ledger has it; `agreed` is the applicant's answer, null while there is none. */
export interface LedgerTrip {
  kind: TripKind;
  agreed: boolean | null;
}

/**
 * Whether a contact counts against the bureau: what it demanded and what it caused beyond, and what it calls voluntary
 * for as long as the applicant has not confirmed it (BER 36).
 */
export const countsAgainstBureau = ({ kind, agreed }: LedgerTrip): boolean => kind !== 'voluntary' || agreed !== true;

/** 实际跑动: how many contacts of a case count against the bureau. */
export const measuredTrips = (trips: readonly LedgerTrip[]): number => trips.filter(countsAgainstBureau).length;

/** Signs of a code that nobody mistakes for another, read aloud or typed. */
export const CODE_SIGNS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
export const CODE_LENGTH = 6;

/** A code as it is meant, however it was typed. */
export const readCode = (typed: string): string => typed.replace(/[\s-]/g, '').toUpperCase();

/** @param chance bytes, two for each sign, so that no sign is likelier than another by more than one in two thousand */
export const codeFrom = (chance: Uint8Array): string =>
  Array.from({ length: CODE_LENGTH }, (_, i) =>
    CODE_SIGNS.charAt((((chance[2 * i] ?? 0) << 8) | (chance[2 * i + 1] ?? 0)) % CODE_SIGNS.length),
  ).join('');
