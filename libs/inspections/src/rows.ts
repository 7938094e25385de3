import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** One visit of a joint site check (联合踏勘); `round` 0 is the first, 1 and 2 are re-checks. */
@Entity('site_visit')
@Index('site_visit_case_round_key', ['case_id', 'round'], { unique: true, where: 'cancelled_at is null' })
@Index('site_visit_case_id_idx', ['case_id'])
@Index('site_visit_planned_on_idx', ['planned_on', 'id'])
export class SiteVisitRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'site_visit_pkey' }) id: string;
  @Column('uuid') @ForeignKey('licensing_case', 'id', { name: 'site_visit_case_id_fkey' }) case_id: string;
  @Column('integer') round: number;
  @Column('date') planned_on: string;
  @Column('timestamptz') arranged_at: Date;
  /** Arranged anew with other people or on another day. */
  @Column('timestamptz', { nullable: true }) cancelled_at: Date | null;
}

@Entity('visit_member')
@Index('visit_member_account_id_idx', ['account_id'])
export class VisitMemberRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'visit_member_pkey' })
  @ForeignKey('site_visit', 'id', { name: 'visit_member_visit_id_fkey' })
  visit_id: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'visit_member_pkey' })
  @ForeignKey('account', 'id', { name: 'visit_member_account_id_fkey' })
  account_id: string;
  @Column('text') department: string;
}

/** A department's checklist as filled in on site; the result is computed, never typed. */
@Entity('visit_result')
@Index('visit_result_recorded_by_idx', ['recorded_by'])
export class VisitResultRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'visit_result_pkey' })
  @ForeignKey('site_visit', 'id', { name: 'visit_result_visit_id_fkey' })
  visit_id: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'visit_result_pkey' }) department: string;
  @Column('jsonb') answers: Record<string, unknown>[];
  @Column('text') result: string;
  @Column('text') content_hash: string;
  @Column('uuid') @ForeignKey('account', 'id', { name: 'visit_result_recorded_by_fkey' }) recorded_by: string;
  @Column('timestamptz') recorded_at: Date;
}

/** A signature under exactly one content: two different officers must sign the same hash. */
@Entity('visit_signature')
@Index('visit_signature_account_id_idx', ['account_id'])
@Index('visit_signature_ordinal_key', ['visit_id', 'department', 'ordinal'], { unique: true })
export class VisitSignatureRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'visit_signature_pkey' })
  @ForeignKey('site_visit', 'id', { name: 'visit_signature_visit_id_fkey' })
  visit_id: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'visit_signature_pkey' }) department: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'visit_signature_pkey' })
  @ForeignKey('account', 'id', { name: 'visit_signature_account_id_fkey' })
  account_id: string;
  /** First, second … signature of the department. */
  @Column('integer') ordinal: number;
  @Column('text') content_hash: string;
  @Column('timestamptz') signed_at: Date;
}

/** What was seen, as a picture; kept under its hash. */
@Entity('visit_photo')
@Index('visit_photo_visit_id_idx', ['visit_id', 'department'])
@Index('visit_photo_account_id_idx', ['account_id'])
@Index('visit_photo_file_hash_idx', ['file_hash'])
export class VisitPhotoRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'visit_photo_pkey' }) id: string;
  @Column('uuid') @ForeignKey('site_visit', 'id', { name: 'visit_photo_visit_id_fkey' }) visit_id: string;
  @Column('text') department: string;
  @Column('uuid') @ForeignKey('account', 'id', { name: 'visit_photo_account_id_fkey' }) account_id: string;
  @Column('text') @ForeignKey('stored_file', 'hash', { name: 'visit_photo_file_hash_fkey' }) file_hash: string;
  @Column('timestamptz') taken_at: Date;
}
