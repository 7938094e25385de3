import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

const KEY = { primaryKeyConstraintName: 'register_lineage_pkey' };

/** 承继: `predecessor` became `successor`, or went on beside it. Never overwritten. */
@Entity('register_lineage')
@Check('register_lineage_kind_check', `kind in ('merger', 'division', 'conversion')`)
@Check('register_lineage_other_check', 'predecessor <> successor')
@Index('register_lineage_successor_idx', ['successor'])
@Index('register_lineage_case_id_idx', ['case_id'])
export class RegisterLineageRow {
  @PrimaryColumn('uuid', KEY)
  @ForeignKey('institution', 'id', { name: 'register_lineage_predecessor_fkey' })
  predecessor: string;
  @PrimaryColumn('uuid', KEY)
  @ForeignKey('institution', 'id', { name: 'register_lineage_successor_fkey' })
  successor: string;
  @Column('uuid') @ForeignKey('licensing_case', 'id', { name: 'register_lineage_case_id_fkey' }) case_id: string;
  @Column('text') kind: string;
  /** Legal day of the decision. */
  @Column('date') day: string;
  @Column('timestamptz') recorded_at: Date;
}
