import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A promise to the world that somebody decided not to keep: who, when and why. Written once. */
@Entity('outbox_skip')
@Index('outbox_skip_account_id_idx', ['account_id'])
export class OutboxSkipRow {
  @PrimaryColumn('bigint', { primaryKeyConstraintName: 'outbox_skip_pkey' })
  @ForeignKey('outbox', 'id', { name: 'outbox_skip_outbox_id_fkey' })
  outbox_id: string;
  @Column('uuid') @ForeignKey('account', 'id', { name: 'outbox_skip_account_id_fkey' }) account_id: string;
  @Column('text') reason: string;
  @Column('timestamptz') skipped_at: Date;
}
