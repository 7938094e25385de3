import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/**
 * 预约: a seat in a slot. A running one has no end; the keys allow one a case and one a seat, whoever asks at the same
 * moment. A moved appointment ends and another begins.
 */
@Entity('appointment')
@Index('appointment_running_key', ['case_id'], { unique: true, where: 'ended_at is null' })
@Index('appointment_seat_key', ['place', 'day', 'starts', 'seat'], { unique: true, where: 'ended_at is null' })
@Index('appointment_case_id_idx', ['case_id', 'booked_at'])
@Index('appointment_day_idx', ['day', 'starts'])
@Check('appointment_place_check', "place in ('counter', 'home')")
@Check('appointment_seat_check', 'seat >= 1 and seat <= capacity')
@Check('appointment_end_check', '(ended_at is null) = (ended_as is null)')
@Check('appointment_ended_as_check', "ended_as in ('kept', 'moved', 'cancelled', 'missed')")
export class AppointmentRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'appointment_pkey' }) id: string;
  @Column('uuid') @ForeignKey('licensing_case', 'id', { name: 'appointment_case_id_fkey' }) case_id: string;
  /** The same for an appointment and what it was moved to: calendars know it by this. */
  @Column('uuid') series: string;
  @Column('text') place: string;
  @Column('date') day: string;
  /** Local times of the slot, such as 09:30. */
  @Column('text') starts: string;
  @Column('text') ends: string;
  @Column('integer') seat: number;
  /** What the slot took when it was booked. */
  @Column('integer') capacity: number;
  @Column('text') cause: string;
  /** How often it was moved: calendars take the later one. */
  @Column('integer') sequence: number;
  @Column('timestamptz') booked_at: Date;
  @Column('timestamptz', { nullable: true }) ended_at: Date | null;
  @Column('text', { nullable: true }) ended_as: string | null;
}

/** When to remind of an appointment; gone with the reminder, or with the appointment. */
@Entity('appointment_timer')
@Index('appointment_timer_wake_at_idx', ['wake_at'])
export class AppointmentTimerRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'appointment_timer_pkey' })
  @ForeignKey('appointment', 'id', { name: 'appointment_timer_appointment_id_fkey' })
  appointment_id: string;
  @Column('timestamptz') wake_at: Date;
}

/** That somebody was reminded, once: the notice on the pages of the case is made from it. */
@Entity('appointment_reminder')
export class AppointmentReminderRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'appointment_reminder_pkey' })
  @ForeignKey('appointment', 'id', { name: 'appointment_reminder_appointment_id_fkey' })
  appointment_id: string;
  @Column('timestamptz') reminded_at: Date;
}
