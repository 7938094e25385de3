import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How far the development clock stands from the machine's own. One row; it only moves forward. */
@Entity('development_clock')
export class DevelopmentClockRow {
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'development_clock_pkey' }) id: number;
  @Column('bigint') offset_ms: string;
  /** Machine time: since when alarms may be late for no other reason than the clock's leap. */
  @Column('timestamptz', { nullable: true }) moved_at: Date | null;
}

/** Running numbers: licences per region and level, notices per kind and year, cases per day. Gapless inside a transaction. */
@Entity('serial_number')
export class SerialNumberRow {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'serial_number_pkey' }) series: string;
  @Column('integer') last: number;
}
