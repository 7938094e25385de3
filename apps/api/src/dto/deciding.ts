import {
  DRAWN_ROLES,
  INTEREST_KINDS,
  RECORD_RESULTS,
  RELATIONS,
  STANCES,
  type DrawnRole,
  type InterestKind,
  type RecordKind,
  type Relation,
  type Stance,
} from '../../../../libs/law/src/index.js';
import { Choice, Day, Id, Ids, ListOf, Text, Truth } from './fields.js';

export class MeetingDto {
  @Ids(1, 30) members: string[];
}
export class MeetingOpinionDto {
  @Choice(STANCES) stance: Stance;
  @Text(4, 4000) opinion: string;
}
export class MeetingConclusionDto {
  @Choice(STANCES) outcome: Stance;
  @Text(4, 4000) reasons: string;
  @Text(4, 8000) minutes: string;
  @Text(4, 4000, { optional: true, description: 'compulsory against the majority' }) majorityReasons?: string;
}
export class DeliberationRecordDto {
  @Choice(Object.keys(RECORD_RESULTS)) kind: RecordKind;
  @Choice(Object.values(RECORD_RESULTS).flat()) result: string;
  @Text(2, 200, { description: 'who argued or assessed; signed by them' }) author: string;
  @Text(4, 8000) content: string;
  @Text(0, 4000, { optional: true }) dissent?: string;
}
export class InterestDto {
  @Choice(RELATIONS) relation: Relation;
  @Choice(INTEREST_KINDS) kind: InterestKind;
  @Text(2, 80) name: string;
  @Text(15, 24, { description: 'citizen number or credit code; only its keyed hash is kept' }) number: string;
}
export class InterestsDto {
  @ListOf(() => InterestDto, 0, 50) interests: InterestDto[];
}
export class RecusalRequestDto {
  @Id() accountId: string;
  @Text(4, 2000) reason: string;
}
export class RecusalRulingDto {
  @Truth() granted: boolean;
  @Text(4, 2000) reason: string;
}
export class RedrawDto {
  @Choice(DRAWN_ROLES) role: DrawnRole;
}
export class LeaveDto {
  @Id() accountId: string;
  @Day() from: string;
  @Day() to: string;
}
