import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ENDED_STATES } from '../../law/src/index.js';

/** An institution in the register (名册). Its fields live in versions; here stands only what identifies it. */
@Entity('institution')
@Index('institution_name_key', ['region', 'name'], {
  unique: true,
  where: `state not in (${ENDED_STATES.map((state) => `'${state}'`).join(', ')})`,
})
@Index('institution_credit_code_key', ['credit_code'], { unique: true })
@Index('institution_listed_idx', ['name', 'id'])
@Index('institution_name_trgm_idx', { synchronize: false })
@Index('institution_name_bigram_idx', { synchronize: false })
@Index('institution_likeness_idx', { synchronize: false })
export class InstitutionRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'institution_pkey' }) id: string;
  @Column('text') region: string;
  @Column('text') type: string;
  @Column('text') name: string;
  @Column('text') state: string;
  @Column('text', { nullable: true }) credit_code: string | null;
  @Column('date', { nullable: true }) registered_on: string | null;
  /** Last day of a preparation (筹设). */
  @Column('date', { nullable: true }) prepared_until: string | null;
  @Column('timestamptz') created_at: Date;
}

/** What the register said from a day on (valid time) and since when it said so (recorded time). Never overwritten. */
@Entity('register_version')
@Index('register_version_institution_idx', ['institution_id', 'valid_from'])
@Index('register_version_case_id_idx', ['case_id'])
@Index('register_version_institution_ordinal_key', ['institution_id', 'ordinal'], { unique: true })
@Index('register_version_address_likeness_idx', { synchronize: false })
@Index('register_version_campuses_idx', ['institution_id'], { where: "fields->'campuses'->0 is not null" })
@Index('register_version_principal_idx', { synchronize: false })
@Index('register_version_sponsors_idx', { synchronize: false })
export class RegisterVersionRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'register_version_pkey' }) id: string;
  @Column('uuid')
  @ForeignKey('institution', 'id', { name: 'register_version_institution_id_fkey' })
  institution_id: string;
  /** Null where the law itself changed the entry, and no case. */
  @Column('uuid', { nullable: true })
  @ForeignKey('licensing_case', 'id', { name: 'register_version_case_id_fkey' })
  case_id: string | null;
  @Column('text') cause: string;
  @Column('date') valid_from: string;
  @Column('timestamptz') recorded_at: Date;
  @Column('jsonb') fields: Record<string, unknown>;
  /** The order of writing, also within one instant. */
  @Column({ type: 'bigint', generated: 'identity', generatedIdentity: 'ALWAYS' }) ordinal: string;
}

/** A licence (办学许可证): its number once in the country; a division gives several in one case, to each school one. */
@Entity('licence')
@Index('licence_number_key', ['number'], { unique: true })
@Index('licence_case_institution_key', ['case_id', 'institution_id'], { unique: true })
@Index('licence_institution_id_key', ['institution_id'], { unique: true, where: "state = 'VALID'" })
@Index('licence_institution_id_idx', ['institution_id'])
export class LicenceRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'licence_pkey' }) id: string;
  @Column('uuid') @ForeignKey('institution', 'id', { name: 'licence_institution_id_fkey' }) institution_id: string;
  @Column('uuid') @ForeignKey('licensing_case', 'id', { name: 'licence_case_id_fkey' }) case_id: string;
  @Column('text') number: string;
  @Column('text') state: string;
  @Column('date') valid_from: string;
  @Column('date') valid_to: string;
  @Column('date') issued_on: string;
}

/** 幼儿中心 as the list of before has it: whose it is, and how long it was recognised. Nothing is added to it but by import. */
@Entity('legacy_centre')
@Index('legacy_centre_number_key', ['number'], { unique: true })
@Index('legacy_centre_operator_id_idx', ['operator_id'])
@Index('legacy_centre_imported_by_idx', ['imported_by'])
export class LegacyCentreRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'legacy_centre_pkey' })
  @ForeignKey('institution', 'id', { name: 'legacy_centre_institution_id_fkey' })
  institution_id: string;
  @Column('text') number: string;
  @Column('uuid') @ForeignKey('account', 'id', { name: 'legacy_centre_operator_id_fkey' }) operator_id: string;
  @Column('date') recognised_on: string;
  @Column('date') valid_until: string;
  @Column('uuid') @ForeignKey('account', 'id', { name: 'legacy_centre_imported_by_fkey' }) imported_by: string;
  @Column('timestamptz') imported_at: Date;
}

/** When to look at an institution again; never the deadline itself, which stands in its entry. */
@Entity('institution_timer')
@Index('institution_timer_wake_at_idx', ['wake_at'])
export class InstitutionTimerRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'institution_timer_pkey' })
  @ForeignKey('institution', 'id', { name: 'institution_timer_institution_id_fkey' })
  institution_id: string;
  @Column('timestamptz') wake_at: Date;
}

/** When to look whether a school has reported on its year (NGO 23); never the deadline itself, which is the law's. */
@Entity('annual_timer')
@Index('annual_timer_wake_at_idx', ['wake_at'])
export class AnnualTimerRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'annual_timer_pkey' })
  @ForeignKey('institution', 'id', { name: 'annual_timer_institution_id_fkey' })
  institution_id: string;
  @Column('timestamptz') wake_at: Date;
}

/** 核实记录: what one officer found about teaching at an institution. */
@Entity('teaching_finding')
@Index('teaching_finding_institution_id_idx', ['institution_id', 'recorded_at'])
@Index('teaching_finding_found_by_idx', ['found_by'])
export class TeachingFindingRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'teaching_finding_pkey' }) id: string;
  @Column('uuid')
  @ForeignKey('institution', 'id', { name: 'teaching_finding_institution_id_fkey' })
  institution_id: string;
  @Column('uuid') @ForeignKey('account', 'id', { name: 'teaching_finding_found_by_fkey' }) found_by: string;
  @Column('date') found_on: string;
  @Column('boolean') teaching: boolean;
  @Column('text') note: string;
  @Column('timestamptz') recorded_at: Date;
}
