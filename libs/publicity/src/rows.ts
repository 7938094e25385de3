import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A public notice or announcement (公告, 双公示). Masked when written; corrected by a later row only. */
@Entity('public_notice')
@Index('public_notice_case_id_kind_key', ['case_id', 'kind'], { unique: true })
@Index('public_notice_institution_id_kind_key', ['institution_id', 'kind'], { unique: true })
@Check('public_notice_subject_check', 'num_nonnulls(case_id, institution_id) = 1')
@Index('public_notice_published_idx', ['published_at', 'id'])
export class PublicNoticeRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'public_notice_pkey' }) id: string;
  @Column('uuid', { nullable: true })
  @ForeignKey('licensing_case', 'id', { name: 'public_notice_case_id_fkey' })
  case_id: string | null;
  @Column('uuid', { nullable: true })
  @ForeignKey('institution', 'id', { name: 'public_notice_institution_id_fkey' })
  institution_id: string | null;
  @Column('text') kind: string;
  @Column('text') title: string;
  @Column('jsonb') fields: Record<string, unknown>;
  @Column('timestamptz') published_at: Date;
}

/** 存证根: the heads of all case chains of a day, rolled into one. */
@Entity('log_root')
export class LogRootRow {
  @PrimaryColumn('date', { primaryKeyConstraintName: 'log_root_pkey' }) day: string;
  @Column('text') root: string;
  @Column('integer') heads: number;
  @Column('timestamptz') computed_at: Date;
}
