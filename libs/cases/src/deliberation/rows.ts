import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** 集体讨论: one for each proposal. A proposal that was made anew is discussed anew. */
@Entity('decision_meeting')
@Index('decision_meeting_proposal_key', ['case_id', 'proposal_seq'], { unique: true })
@Index('decision_meeting_chair_id_idx', ['chair_id'])
export class DecisionMeetingRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'decision_meeting_pkey' }) id: string;
  @Column('uuid') @ForeignKey('licensing_case', 'id', { name: 'decision_meeting_case_id_fkey' }) case_id: string;
  @Column('integer') proposal_seq: number;
  @Column('uuid') @ForeignKey('account', 'id', { name: 'decision_meeting_chair_id_fkey' }) chair_id: string;
  @Column('timestamptz') convened_at: Date;
}

@Entity('meeting_member')
@Index('meeting_member_account_id_idx', ['account_id'])
export class MeetingMemberRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'meeting_member_pkey' })
  @ForeignKey('decision_meeting', 'id', { name: 'meeting_member_meeting_id_fkey' })
  meeting_id: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'meeting_member_pkey' })
  @ForeignKey('account', 'id', { name: 'meeting_member_account_id_fkey' })
  account_id: string;
}

/** A member's opinion, written by themselves, once. */
@Entity('meeting_opinion')
@ForeignKey('meeting_member', ['meeting_id', 'account_id'], ['meeting_id', 'account_id'], {
  name: 'meeting_opinion_member_fkey',
})
@Check('meeting_opinion_stance_check', `stance in ('grant', 'refuse')`)
export class MeetingOpinionRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'meeting_opinion_pkey' }) meeting_id: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'meeting_opinion_pkey' }) account_id: string;
  @Column('text') stance: string;
  @Column('text') opinion: string;
  @Column('timestamptz') given_at: Date;
}

/** What the head decided, last of all, with the minutes; after it nobody adds an opinion. */
@Entity('meeting_conclusion')
@Index('meeting_conclusion_concluded_by_idx', ['concluded_by'])
@Check('meeting_conclusion_outcome_check', `outcome in ('grant', 'refuse')`)
@Check('meeting_conclusion_majority_check', 'against_majority = (majority_reasons is not null)')
export class MeetingConclusionRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'meeting_conclusion_pkey' })
  @ForeignKey('decision_meeting', 'id', { name: 'meeting_conclusion_meeting_id_fkey' })
  meeting_id: string;
  @Column('uuid') @ForeignKey('account', 'id', { name: 'meeting_conclusion_concluded_by_fkey' }) concluded_by: string;
  @Column('text') outcome: string;
  @Column('text') reasons: string;
  @Column('boolean') against_majority: boolean;
  @Column('text', { nullable: true }) majority_reasons: string | null;
  @Column('text') minutes: string;
  @Column('timestamptz') concluded_at: Date;
}

/** 专家论证, 风险评估: a record that a pack may ask for. It stops no clock. */
@Entity('deliberation_record')
@Index('deliberation_record_case_id_idx', ['case_id', 'recorded_at'])
@Index('deliberation_record_recorded_by_idx', ['recorded_by'])
@Check(
  'deliberation_record_result_check',
  `(kind = 'expertArgument' and result in ('supports', 'opposes')) or (kind = 'riskAssessment' and result in ('controllable', 'not_controllable'))`,
)
export class DeliberationRecordRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'deliberation_record_pkey' }) id: string;
  @Column('uuid') @ForeignKey('licensing_case', 'id', { name: 'deliberation_record_case_id_fkey' }) case_id: string;
  @Column('text') kind: string;
  @Column('text') result: string;
  @Column('text') author: string;
  @Column('text') content: string;
  @Column('text', { nullable: true }) dissent: string | null;
  @Column('uuid') @ForeignKey('account', 'id', { name: 'deliberation_record_recorded_by_fkey' }) recorded_by: string;
  @Column('timestamptz') recorded_at: Date;
}

/** 同案同判: the nearest earlier decision as it was when this one was made, and why it was departed from. */
@Entity('precedent_check')
@Index('precedent_check_nearest_case_id_idx', ['nearest_case_id'])
@Index('precedent_check_decided_by_idx', ['decided_by'])
@Check(
  'precedent_check_reason_check',
  'departed = (reason is not null) and (not departed or nearest_case_id is not null)',
)
export class PrecedentCheckRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'precedent_check_pkey' })
  @ForeignKey('licensing_case', 'id', { name: 'precedent_check_case_id_fkey' })
  case_id: string;
  @Column('uuid', { nullable: true })
  @ForeignKey('licensing_case', 'id', { name: 'precedent_check_nearest_case_id_fkey' })
  nearest_case_id: string | null;
  @Column('text', { nullable: true }) distance: string | null;
  @Column('boolean') departed: boolean;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('uuid') @ForeignKey('account', 'id', { name: 'precedent_check_decided_by_fkey' }) decided_by: string;
  @Column('timestamptz') decided_at: Date;
}
