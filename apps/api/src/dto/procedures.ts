import { Transform } from 'class-transformer';
import { Choice, Day, Id, ListOf, Text, Whole } from './fields.js';

/** Grounds that an institution or experts carry out; a hearing has its own steps. */
const GROUNDS = ['testing', 'appraisal', 'expert_review'] as const;
type Ground = (typeof GROUNDS)[number];

export class SpecialProcedureDto {
  @Choice(GROUNDS) ground: Ground;
  @Text(2, 100) institution: string;
  @Text(2, 500) reason: string;
  @Whole(1, 60) announcedDays: number;
}
export class SpecialProcedureEndDto {
  @Choice(['pass', 'fail']) result: 'pass' | 'fail';
  @Text(2, 2000) report: string;
}
export class CommitmentDto {
  @Text(64, 64, { description: 'contentHash of the commitment as it was shown' }) contentHash: string;
}
export class PartyDto {
  @Text(2, 60) name: string;
  @Text(2, 300) interest: string;
}
export class HearingRightDto {
  @Text(2, 500) reason: string;
  @ListOf(() => PartyDto, 0, 50) parties: PartyDto[];
}
export class HearingRequestDto {
  @Choice(['applicant', 'interestedParty']) by: 'applicant' | 'interestedParty';
  @Text(2, 60, { optional: true, description: 'name of the interested party, as it was told' }) party?: string;
}
export class HearingNoticeDto {
  @Day() heldOn: string;
  @Text(2, 200) place: string;
  @Id() chair: string;
}
export class HearingRecordDto {
  @Text(4, 20_000) record: string;
  @Text(2, 1000) attended: string;
}
export class RecordConfirmationDto {
  @Text(64, 64, { description: 'contentHash of the record as it was read' }) contentHash: string;
}
/** A special procedure that is only thought of: by its working days, or by its last day. */
export class EffectQueryDto {
  @Choice([...GROUNDS, 'hearing']) ground: Ground | 'hearing';
  @Transform(({ value }) => (typeof value === 'string' && /^\d{1,3}$/.test(value) ? Number(value) : (value as unknown)))
  @Whole(1, 60, { optional: true })
  days?: number;
  @Day({ optional: true }) until?: string;
}
