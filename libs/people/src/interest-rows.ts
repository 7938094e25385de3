import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** 利益申报: one a year at least; what was declared once stays declared until its year is over. */
@Entity('interest_declaration')
@Index('interest_declaration_account_id_idx', ['account_id', 'year'])
export class InterestDeclarationRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'interest_declaration_pkey' }) id: string;
  @Column('uuid') @ForeignKey('account', 'id', { name: 'interest_declaration_account_id_fkey' }) account_id: string;
  @Column('integer') year: number;
  @Column('timestamptz') declared_at: Date;
}

/** A person or body that an officer is close to. The number itself is kept nowhere. */
@Entity('declared_interest')
@Index('declared_interest_identity_hash_idx', ['identity_hash'])
@Check('declared_interest_hash_check', `identity_hash ~ '^[0-9a-f]{64}$'`)
export class DeclaredInterestRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'declared_interest_pkey' })
  @ForeignKey('interest_declaration', 'id', { name: 'declared_interest_declaration_id_fkey' })
  declaration_id: string;
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'declared_interest_pkey' }) ordinal: number;
  @Column('text') relation: string;
  @Column('text') kind: string;
  @Column('text') name: string;
  @Column('text') identity_hash: string;
}

/** 休假: recorded by somebody else; who is away is not drawn. */
@Entity('staff_leave')
@Index('staff_leave_account_id_idx', ['account_id', 'to_day'])
@Index('staff_leave_recorded_by_idx', ['recorded_by'])
@Check('staff_leave_days_check', 'from_day <= to_day')
@Check('staff_leave_not_own_check', 'recorded_by <> account_id')
export class StaffLeaveRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'staff_leave_pkey' }) id: string;
  @Column('uuid') @ForeignKey('account', 'id', { name: 'staff_leave_account_id_fkey' }) account_id: string;
  @Column('date') from_day: string;
  @Column('date') to_day: string;
  @Column('uuid') @ForeignKey('account', 'id', { name: 'staff_leave_recorded_by_fkey' }) recorded_by: string;
  @Column('timestamptz') recorded_at: Date;
}
