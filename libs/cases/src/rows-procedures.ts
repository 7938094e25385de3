import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A signed commitment (承诺书): of the case's own sponsor, on one verdict sheet, for exactly these lines and this day. */
@Entity('commitment')
@Index('commitment_sheet_key', ['sheet_id', 'case_id'], { unique: true })
@Index('commitment_id_case_key', ['id', 'case_id'], { unique: true })
@Index('commitment_case_idx', ['case_id', 'account_id'])
@ForeignKey('licensing_case', ['case_id', 'account_id'], ['id', 'sponsor_id'], { name: 'commitment_own_case_fkey' })
@ForeignKey('verdict_sheet', ['sheet_id', 'case_id'], ['id', 'case_id'], { name: 'commitment_sheet_fkey' })
export class CommitmentRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'commitment_pkey' }) id: string;
  @Column('uuid') case_id: string;
  @Column('uuid') sheet_id: string;
  @Column('uuid') account_id: string;
  @Column('jsonb') lines: Record<string, unknown>[];
  @Column('date') cure_on: string;
  @Column('text') content_hash: string;
  @Column('timestamptz') signed_at: Date;
}

/** A tolerant acceptance: once a case, and only upon a signed commitment. */
@Entity('tolerance')
@Index('tolerance_commitment_idx', ['commitment_id', 'case_id'])
@ForeignKey('commitment', ['commitment_id', 'case_id'], ['id', 'case_id'], { name: 'tolerance_commitment_fkey' })
export class ToleranceRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'tolerance_pkey' }) case_id: string;
  @Column('uuid') commitment_id: string;
  @Column('timestamptz') accepted_at: Date;
}

/** A special procedure (特别程序): each ground once a case (ALL 45). */
@Entity('special_procedure')
@Check('special_procedure_ground_check', "ground in ('hearing', 'testing', 'appraisal', 'expert_review')")
export class SpecialProcedureRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'special_procedure_pkey' })
  @ForeignKey('licensing_case', 'id', { name: 'special_procedure_case_id_fkey' })
  case_id: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'special_procedure_pkey' }) ground: string;
  @Column('date') announced_until: string;
  @Column('timestamptz') opened_at: Date;
}

/** An interested party (利害关系人) who was told of the right to a hearing (ALL 47(1)). */
@Entity('hearing_party')
export class HearingPartyRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'hearing_party_pkey' })
  @ForeignKey('licensing_case', 'id', { name: 'hearing_party_case_id_fkey' })
  case_id: string;
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'hearing_party_pkey' }) ordinal: number;
  @Column('text') name: string;
  @Column('text') interest: string;
}

/** A hearing as its notice announced it. */
@Entity('hearing')
@Index('hearing_chair_id_idx', ['chair_id'])
@Index('hearing_case_chair_key', ['case_id', 'chair_id'], { unique: true })
export class HearingRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'hearing_pkey' })
  @ForeignKey('licensing_case', 'id', { name: 'hearing_case_id_fkey' })
  case_id: string;
  @Column('date') held_on: string;
  @Column('text') place: string;
  @Column('uuid') @ForeignKey('account', 'id', { name: 'hearing_chair_id_fkey' }) chair_id: string;
  @Column('timestamptz') noticed_at: Date;
}

/** The record (笔录): written by the chair of this hearing and by nobody else (ALL 48(1)(5)). */
@Entity('hearing_record')
@Index('hearing_record_hash_key', ['case_id', 'content_hash'], { unique: true })
@Index('hearing_record_chair_idx', ['case_id', 'chair_id'])
@ForeignKey('hearing', ['case_id', 'chair_id'], ['case_id', 'chair_id'], { name: 'hearing_record_chair_fkey' })
export class HearingRecordRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'hearing_record_pkey' }) case_id: string;
  @Column('uuid') chair_id: string;
  @Column('text') record: string;
  @Column('text') attended: string;
  @Column('text') content_hash: string;
  @Column('timestamptz') recorded_at: Date;
}

/** The applicant's signature under exactly one record. */
@Entity('hearing_signature')
@Index('hearing_signature_own_case_idx', ['case_id', 'account_id'])
@Index('hearing_signature_record_idx', ['case_id', 'content_hash'])
@ForeignKey('licensing_case', ['case_id', 'account_id'], ['id', 'sponsor_id'], {
  name: 'hearing_signature_own_case_fkey',
})
@ForeignKey('hearing_record', ['case_id', 'content_hash'], ['case_id', 'content_hash'], {
  name: 'hearing_signature_record_fkey',
})
export class HearingSignatureRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'hearing_signature_pkey' }) case_id: string;
  @Column('uuid') account_id: string;
  @Column('text') content_hash: string;
  @Column('timestamptz') signed_at: Date;
}
