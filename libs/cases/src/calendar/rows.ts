import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** 工作日历的一个版本: written once; each version but the first follows exactly one other. */
@Entity('calendar_version')
@Index('calendar_version_ordinal_key', ['ordinal'], { unique: true })
@Index('calendar_version_base_version_key', ['base_version'], { unique: true })
@Index('calendar_version_adopted_by_idx', ['adopted_by'])
export class CalendarVersionRow {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'calendar_version_pkey' }) version: string;
  @Column('integer') ordinal: number;
  @Column('text', { nullable: true })
  @ForeignKey('calendar_version', 'version', { name: 'calendar_version_base_version_fkey' })
  base_version: string | null;
  @Column('text') reason: string;
  @Column('text') content_hash: string;
  @Column('timestamptz') adopted_at: Date;
  /** Null: the version that the system came with. */
  @Column('uuid', { nullable: true })
  @ForeignKey('account', 'id', { name: 'calendar_version_adopted_by_fkey' })
  adopted_by: string | null;
}

/** A year of a version, as the State Council announced it. */
@Entity('calendar_year')
export class CalendarYearRow {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'calendar_year_pkey' })
  @ForeignKey('calendar_version', 'version', { name: 'calendar_year_version_fkey' })
  version: string;
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'calendar_year_pkey' }) year: number;
  @Column('text', { nullable: true }) notice: string | null;
  @Column('date', { array: true }) days_off: string[];
  @Column('date', { array: true }) make_up_days: string[];
}

/** A day that a government of the place sets by itself (HOL 4). */
@Entity('calendar_local_day')
@Check('calendar_local_day_kind_check', "kind in ('dayOff', 'workingDay')")
export class CalendarLocalDayRow {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'calendar_local_day_pkey' })
  @ForeignKey('calendar_version', 'version', { name: 'calendar_local_day_version_fkey' })
  version: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'calendar_local_day_pkey' }) region: string;
  @PrimaryColumn('date', { primaryKeyConstraintName: 'calendar_local_day_pkey' }) day: string;
  @Column('text') kind: string;
  @Column('text') reason: string;
  @Column('text') document_number: string;
}
