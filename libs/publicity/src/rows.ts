import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A public notice or announcement (公告, 双公示). Masked when written; corrected by a later row only. */
@Entity('public_notice')
@Index('public_notice_case_id_kind_key', ['case_id', 'kind'], { unique: true })
@Index('public_notice_published_idx', ['published_at', 'id'])
export class PublicNoticeRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'public_notice_pkey' }) id: string;
  @Column('uuid') @ForeignKey('licensing_case', 'id', { name: 'public_notice_case_id_fkey' }) case_id: string;
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
