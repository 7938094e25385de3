import type {
  AnnualResult,
  ChecklistAnswer,
  ExcludedGround,
  Lane,
  LaneResult,
  TrainingField,
} from '../../../law/src/index.js';
import type { ActingRole, Allowed, EventType, Role } from '../../../procedures/src/index.js';
import type { SeenVerdict } from './verdict-sheet.js';

/** Who sends a command. `system` is the clock or a job. */
export interface Actor {
  accountId: string | null;
  roles: readonly ActingRole[];
  displayName: string;
}

export const SYSTEM: Actor = { accountId: null, roles: ['system'], displayName: 'system' };

export interface TeamMember {
  accountId: string;
  department: 'education' | 'health' | 'market';
}

/** What each command brings with it. Commands that bring nothing are not listed. */
export interface Payloads {
  withdraw: { reason: string };
  recordVerdicts: { verdicts: SeenVerdict[] };
  declineAsNotRequired: { reasons: string; article: string };
  returnFiling: { reasons: string; article: string };
  declineAsNotCompetent: { reasons: string; article: string; competentAuthority: string };
  arrangeSiteCheck: { plannedOn: string; members: string[] };
  rearrangeSiteCheck: { plannedOn: string; members: string[]; reason: string };
  arrangeReCheck: { plannedOn: string; members: string[] };
  recordAttestation: {
    lane: Lane;
    result: LaneResult;
    source: string;
    checkedOn: string;
    validUntil?: string;
    signers?: [string, string];
    /** How many experts classified; of a classification alone. */
    experts?: number;
    /** Which line department speaks; of its opinion alone. */
    lineDepartment?: TrainingField;
  };
  serveSpecialProcedureNotice: { ground: ExcludedGround; institution: string; reason: string; announcedDays: number };
  signCommitment: { contentHash: string };
  judgeTolerated: { verdicts: SeenVerdict[] };
  tellHearingRight: { reason: string; parties: { name: string; interest: string }[] };
  requestHearing: { by: 'applicant' | 'interestedParty'; party?: string };
  serveHearingNotice: { heldOn: string; place: string; chair: string };
  recordHearing: { record: string; attended: string };
  confirmHearingRecord: { contentHash: string };
  closeHearingRecord: { reasons: string };
  extendDecision: { reasons: string };
  endSpecialProcedure: { result: LaneResult; report: string };
  proposeGrant: { opinion: string; hearingRecord?: string };
  proposeRefusal: { reasons: string; article: string; hearingRecord?: string };
  passLegality: { opinion: string };
  objectToProposal: { reasons: string };
  sendBackProposal: { reasons: string };
  grant: { opinion: string; hearingRecord?: string; departureReason?: string };
  refuse: { reasons: string; article: string; hearingRecord?: string; departureReason?: string };
  serve: { channel: 'electronic' | 'courier' | 'counter'; trackingNumber?: string };
  recordDelivery: { receivedOn: string };
  recordReturn: { reason: string };
  /** `licenceNumber`: of the school, where a case has opened several. */
  recordRegistration: { creditCode: string; registeredOn: string; licenceNumber?: string };
  reportLiquidation: { completedOn: string; madeBy: string; report: string };
  recordClaimsPaid: { refundsPaidOn: string; wagesPaidOn: string; debtsPaidOn: string };
  takeBackLicence: { returnedOn: string };
  destroySeals: { destroyedOn: string; seals: string };
  recordDeregistration: { deregisteredOn: string };
  openExOfficio: { reasons: string; article?: string; court?: string; rulingNumber?: string; ruledOn?: string };
  recordPlacement: { pupils: number; placed: number; placedOn: string };
  recordLiquidation: { completedOn: string; madeBy: string; report: string };
  recordInvestigation: { colleague: string; facts: string };
  proposePenalty: { reasons: string; article: string; hearingRecord?: string };
  imposeRevocation: { reasons: string; article: string; hearingRecord?: string };
  dropPenalty: { reasons: string; article: string };
  orderRectification: { findings: string; rectifyBy: string };
  concludeInspection: { result: AnnualResult; reasons?: string };
}

export type PayloadOf<T extends EventType> = T extends keyof Payloads ? Payloads[T] : Record<string, never>;

export interface Command<T extends EventType = EventType> {
  commandId: string;
  caseId: string;
  type: T;
  payload: PayloadOf<T>;
  actor: Actor;
  /** Sent by somebody for whom a case that is not theirs to see does not exist; jobs and the clock may act on any. */
  onSight?: true;
  /** The version of the case that the sender saw; refused when the case has moved on. */
  expectedVersion?: number;
}

/** The answer to an accepted command; a repeat gets the same again. */
export interface CommandAnswer {
  caseId: string;
  number: string | null;
  state: string;
  version: number;
  owner: ActingRole;
  allowed: Allowed[];
}

export interface CommandRefusal {
  refused: true;
  code: string;
  article?: string;
  allowed: Allowed[];
  state: string;
  details?: { field: string; code: string; article?: string; params?: Record<string, string | number> }[];
  /** What may be asked for instead. */
  lines?: { lineId: string; nameZh: string; nameEn: string }[];
}

export type { ChecklistAnswer, Role };
