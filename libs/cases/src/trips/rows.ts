import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** 跑动: one physical contact of the applicant, with its cause out of the closed list. Written once. */
@Entity('trip')
@Index('trip_case_id_idx', ['case_id'])
@Index('trip_recorded_by_idx', ['recorded_by'])
@Index('trip_appointment_id_key', ['appointment_id'], { unique: true })
@Index('trip_one_demanded_key', ['case_id'], { unique: true, where: "kind = 'demanded'" })
@Index('trip_case_key', ['id', 'case_id'], { unique: true })
@Check(
  'trip_cause_check',
  `kind = case when cause = 'collectLicence' then 'demanded' when cause in ('consultation', 'assistedEntry', 'paperByChoice', 'signatureByChoice') then 'voluntary' when cause in ('signatureAsked', 'materialAsked', 'bureauMistake', 'systemOutage', 'reportedByApplicant') then 'extra' else '' end`,
)
export class TripRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'trip_pkey' }) id: string;
  @Column('uuid') @ForeignKey('licensing_case', 'id', { name: 'trip_case_id_fkey' }) case_id: string;
  @Column('text') cause: string;
  @Column('text') kind: string;
  @Column('text') contact: string;
  @Column('uuid', { nullable: true })
  @ForeignKey('appointment', 'id', { name: 'trip_appointment_id_fkey' })
  appointment_id: string | null;
  @Column('uuid', { nullable: true }) @ForeignKey('account', 'id', { name: 'trip_recorded_by_fkey' }) recorded_by:
    string | null;
  @Column('timestamptz') at: Date;
}

/** The applicant's own answer to a contact, once: the keys let nobody else's account stand here. */
@Entity('trip_confirmation')
@Index('trip_confirmation_applicant_idx', ['case_id', 'account_id'])
@ForeignKey('trip', ['trip_id', 'case_id'], ['id', 'case_id'], { name: 'trip_confirmation_trip_fkey' })
@ForeignKey('licensing_case', ['case_id', 'account_id'], ['id', 'sponsor_id'], {
  name: 'trip_confirmation_applicant_fkey',
})
export class TripConfirmationRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'trip_confirmation_pkey' }) trip_id: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'trip_confirmation_pkey' }) case_id: string;
  @Column('uuid') account_id: string;
  /** Of their own will, or, of an extra contact, that it was so; false: they were told to come. */
  @Column('boolean') agreed: boolean;
  @Column('timestamptz') confirmed_at: Date;
}

/** The code that an applicant shows at the counter: one a case, good for minutes, gone once it was used. */
@Entity('check_in_code')
@Index('check_in_code_hash_key', ['code_hash'], { unique: true })
export class CheckInCodeRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'check_in_code_pkey' })
  @ForeignKey('licensing_case', 'id', { name: 'check_in_code_case_id_fkey' })
  case_id: string;
  @Column('text') code_hash: string;
  @Column('timestamptz') expires_at: Date;
}
