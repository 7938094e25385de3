import type { Type } from '@nestjs/common';
import { Matches } from 'class-validator';
import { WHO_MAY, PAPER_LANES, type EventType } from '../../../../libs/procedures/src/index.js';
import type { Payloads } from '../../../../libs/cases/src/index.js';
import { STAFF_ROLES, TRAINING_FIELDS, type Role, type TrainingField } from '../../../../libs/law/src/index.js';
import {
  CommitmentDto,
  HearingNoticeDto,
  HearingRecordDto,
  HearingRequestDto,
  HearingRightDto,
  RecordConfirmationDto,
  SpecialProcedureDto,
  SpecialProcedureEndDto,
} from './procedures.js';
import { ConclusionDto, InvestigationDto, OpeningDto, PlacementDto, RectificationDto } from './ex-officio.js';
import { ClaimsDto, DeregistrationDto, LicenceReturnDto, LiquidationDto, SealsDto } from './winding-up.js';
import { AnyObject, Choice, Day, Id, Ids, ListOf, Several, Text, Truth, Whole } from './fields.js';

export class VerdictDto {
  @Text(1, 40) lineId: string;
  @Choice(['ok', 'deficient', 'notApplicable']) verdict: 'ok' | 'deficient' | 'notApplicable';
  @Text(0, 500, { optional: true }) reason?: string;
  @Text(64, 64, { optional: true, description: 'contentHash of the line as it was seen' }) seen?: string;
}
class ReasonDto {
  @Text(1, 1000) reason: string;
}
class ReasonsDto {
  @Text(1, 4000) reasons: string;
}
class OpinionDto {
  @Text(1, 4000) opinion: string;
}
class ReasonedDto {
  @Text(1, 4000) reasons: string;
  @Text(2, 60, { description: 'short form, e.g. PSL 29' }) article: string;
}
const HEARING_RECORD = {
  optional: true,
  description: 'content hash of the hearing record that was read, if one was held',
};
const DEPARTURE = { optional: true, description: 'why the nearest like case is departed from' };
/** After a hearing an opinion or a refusal names the record it rests on (ALL 48(2)). */
class OpinionOnRecordDto extends OpinionDto {
  @Text(64, 64, HEARING_RECORD) hearingRecord?: string;
}
class ReasonedOnRecordDto extends ReasonedDto {
  @Text(64, 64, HEARING_RECORD) hearingRecord?: string;
}
class GrantDto extends OpinionOnRecordDto {
  @Text(4, 2000, DEPARTURE) departureReason?: string;
}
class RefuseDto extends ReasonedOnRecordDto {
  @Text(4, 2000, DEPARTURE) departureReason?: string;
}
class NotCompetentDto extends ReasonedDto {
  @Text(2, 100) competentAuthority: string;
}
class VerdictsDto {
  @ListOf(() => VerdictDto, 1, 100) verdicts: VerdictDto[];
}
class TeamDto {
  @Day() plannedOn: string;
  @Ids(1, 30) members: string[];
}
class RearrangementDto extends TeamDto {
  @Text(2, 500) reason: string;
}
class AttestationDto {
  @Choice(PAPER_LANES) lane: (typeof PAPER_LANES)[number];
  @Choice(['pass', 'fail']) result: 'pass' | 'fail';
  @Text(2, 300) source: string;
  @Day() checkedOn: string;
  @Day({ optional: true }) validUntil?: string;
  /** How many experts classified (NMCLS); which line department speaks (NS13). */
  @Whole(0, 99, { optional: true }) experts?: number;
  @Choice(TRAINING_FIELDS, { optional: true }) lineDepartment?: TrainingField;
}
class ServeDto {
  @Choice(['electronic', 'courier', 'counter']) channel: 'electronic' | 'courier' | 'counter';
  @Text(4, 60, { optional: true }) trackingNumber?: string;
}
class DeliveryDto {
  @Day() receivedOn: string;
}
class RegistrationDto {
  @Text(18, 18) creditCode: string;
  @Day() registeredOn: string;
  @Text(15, 20, { optional: true, description: 'whose registration it is, where a case has opened several schools' })
  licenceNumber?: string;
}

/** The shape of each command's payload. The compiler asks for one wherever libs/cases expects a payload. */
const SHAPES: { [T in keyof Payloads]: Type<object> } = {
  withdraw: ReasonDto,
  recordVerdicts: VerdictsDto,
  declineAsNotRequired: ReasonedDto,
  returnFiling: ReasonedDto,
  declineAsNotCompetent: NotCompetentDto,
  arrangeSiteCheck: TeamDto,
  rearrangeSiteCheck: RearrangementDto,
  arrangeReCheck: TeamDto,
  recordAttestation: AttestationDto,
  serveSpecialProcedureNotice: SpecialProcedureDto,
  endSpecialProcedure: SpecialProcedureEndDto,
  signCommitment: CommitmentDto,
  judgeTolerated: VerdictsDto,
  tellHearingRight: HearingRightDto,
  requestHearing: HearingRequestDto,
  serveHearingNotice: HearingNoticeDto,
  recordHearing: HearingRecordDto,
  confirmHearingRecord: RecordConfirmationDto,
  closeHearingRecord: ReasonsDto,
  extendDecision: ReasonsDto,
  proposeGrant: OpinionOnRecordDto,
  proposeRefusal: ReasonedOnRecordDto,
  passLegality: OpinionDto,
  objectToProposal: ReasonsDto,
  sendBackProposal: ReasonsDto,
  grant: GrantDto,
  refuse: RefuseDto,
  serve: ServeDto,
  recordDelivery: DeliveryDto,
  recordReturn: ReasonDto,
  recordRegistration: RegistrationDto,
  reportLiquidation: LiquidationDto,
  recordClaimsPaid: ClaimsDto,
  takeBackLicence: LicenceReturnDto,
  destroySeals: SealsDto,
  recordDeregistration: DeregistrationDto,
  openExOfficio: OpeningDto,
  recordPlacement: PlacementDto,
  recordLiquidation: LiquidationDto,
  recordInvestigation: InvestigationDto,
  proposePenalty: ReasonedOnRecordDto,
  imposeRevocation: ReasonedOnRecordDto,
  dropPenalty: ReasonedDto,
  orderRectification: RectificationDto,
  concludeInspection: ConclusionDto,
};

/** Commands that a person may send; what only the system does has no way in from outside. */
export const COMMAND_TYPES = (Object.keys(WHO_MAY) as EventType[]).filter((type) =>
  WHO_MAY[type].some((role) => role !== 'system'),
);

/** Null for a command that brings nothing. */
export const shapeOf = (type: EventType): Type<object> | null => SHAPES[type as keyof Payloads] ?? null;
export const PAYLOAD_SHAPES = [...new Set(Object.values(SHAPES))];

export class CommandDto {
  @Id() commandId: string;
  @Text(1, 60, { description: `one of: ${COMMAND_TYPES.join(', ')}` }) type: string;
  @AnyObject({ optional: true, description: 'what the command brings with it; see allowed[].needs' }) payload?: Record<
    string,
    unknown
  >;
  @Whole(0, 1_000_000, { optional: true }) expectedVersion?: number;
}
export class OpenCaseDto {
  @Id() commandId: string;
  @Text(2, 30) matter: string;
}
export class DraftDto {
  @AnyObject({ description: 'fields of the form; only these are saved' }) fields: Record<string, unknown>;
  @Whole(0, 1_000_000, { optional: true }) expectedVersion?: number;
}
export class PreReviewAnswerDto extends VerdictsDto {}
export class LoginDto {
  @Text(2, 60) login: string;
  @Text(1, 200) password: string;
}
/** Letters, digits and a few signs: a login is a name, not a sentence. */
const LOGIN = /^[\p{L}\p{N}][\p{L}\p{N}._@-]*$/u;
export class RegisterDto {
  @Text(4, 60) @Matches(LOGIN) login: string;
  @Text(10, 200) password: string;
  @Text(2, 60) displayName: string;
}
export class ChecklistAnswerDto {
  @Text(1, 20) itemId: string;
  @Choice(['pass', 'fail', 'notApplicable']) answer: 'pass' | 'fail' | 'notApplicable';
  @Text(0, 500, { optional: true }) note?: string;
}
export class ChecklistDto {
  @ListOf(() => ChecklistAnswerDto, 1, 60) answers: ChecklistAnswerDto[];
  @Text(4, 64, { optional: true, description: 'content hash of the uploaded list that was seen, or none' })
  upon?: string;
}
export class SignatureDto {
  @Text(64, 64) contentHash: string;
}
export class CountersignatureDto extends LoginDto {
  @Text(64, 64) contentHash: string;
}
export class RatingDto {
  @Whole(1, 5) grade: number;
  @Text(1, 1000, { optional: true }) words?: string;
}
export class PreviewDto {
  @Text(1, 60) type: string;
  @AnyObject({ optional: true }) payload?: Record<string, unknown>;
}
export class NewAccountDto extends RegisterDto {
  @Several(STAFF_ROLES) roles: Role[];
}
export class AccountChangeDto {
  @Several(STAFF_ROLES, { optional: true }) roles?: Role[];
  @Truth({ optional: true }) active?: boolean;
}
export class ClockDto {
  @Text(10, 40, { description: 'RFC 3339 instant; the clock only moves forward' }) to: string;
}
export class TeachingFindingDto {
  @Day() foundOn: string;
  @Truth() teaching: boolean;
  @Text(4, 500) note: string;
}
