import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The ledger of contacts with their causes and confirmations, appointments, and the day a parcel was signed for. */
export class TripsAndAppointments1772510000000 implements MigrationInterface {
  readonly name = 'TripsAndAppointments1772510000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...APPOINTMENTS, ...TRIPS, ...SERVICE, ...GRANTS]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const APPOINTMENTS = [
  `create table appointment (
     id uuid not null,
     case_id uuid not null,
     series uuid not null,
     place text not null,
     day date not null,
     starts text not null,
     ends text not null,
     seat integer not null,
     capacity integer not null,
     cause text not null,
     sequence integer not null,
     booked_at timestamptz not null,
     ended_at timestamptz,
     ended_as text,
     constraint appointment_place_check check (place in ('counter', 'home')),
     constraint appointment_seat_check check (seat >= 1 and seat <= capacity),
     constraint appointment_end_check check ((ended_at is null) = (ended_as is null)),
     constraint appointment_ended_as_check check (ended_as in ('kept', 'moved', 'cancelled', 'missed')),
     constraint appointment_pkey primary key (id),
     constraint appointment_case_id_fkey foreign key (case_id) references licensing_case(id)
   )`,
  'create unique index appointment_running_key on appointment (case_id) where ended_at is null',
  'create unique index appointment_seat_key on appointment (place, day, starts, seat) where ended_at is null',
  'create index appointment_case_id_idx on appointment (case_id, booked_at)',
  'create index appointment_day_idx on appointment (day, starts)',
  `create table appointment_timer (
     appointment_id uuid not null,
     wake_at timestamptz not null,
     constraint appointment_timer_pkey primary key (appointment_id),
     constraint appointment_timer_appointment_id_fkey foreign key (appointment_id) references appointment(id)
   )`,
  'create index appointment_timer_wake_at_idx on appointment_timer (wake_at)',
  `create table appointment_reminder (
     appointment_id uuid not null,
     reminded_at timestamptz not null,
     constraint appointment_reminder_pkey primary key (appointment_id),
     constraint appointment_reminder_appointment_id_fkey foreign key (appointment_id) references appointment(id)
   )`,
];

const TRIPS = [
  'alter table trip add column kind text',
  'alter table trip add column contact text',
  'alter table trip add column appointment_id uuid',
  'alter table trip add column recorded_by uuid',
  // until now a contact was a pick-up, or there was none
  `update trip set kind = 'demanded', contact = 'pickUp', cause = 'collectLicence'`,
  'alter table trip alter column kind set not null',
  'alter table trip alter column contact set not null',
  'alter table trip drop column demanded',
  `alter table trip add constraint trip_cause_check check (kind = case
     when cause = 'collectLicence' then 'demanded'
     when cause in ('consultation', 'assistedEntry', 'paperByChoice', 'signatureByChoice') then 'voluntary'
     when cause in ('signatureAsked', 'materialAsked', 'bureauMistake', 'systemOutage', 'reportedByApplicant') then 'extra'
     else '' end)`,
  `alter table trip add constraint trip_appointment_id_fkey foreign key (appointment_id) references appointment(id)`,
  'alter table trip add constraint trip_recorded_by_fkey foreign key (recorded_by) references account(id)',
  'create index trip_recorded_by_idx on trip (recorded_by)',
  'create unique index trip_appointment_id_key on trip (appointment_id)',
  `create unique index trip_one_demanded_key on trip (case_id) where kind = 'demanded'`,
  'create unique index trip_case_key on trip (id, case_id)',
  'create unique index licensing_case_sponsor_key on licensing_case (id, sponsor_id)',
  `create table trip_confirmation (
     trip_id uuid not null,
     case_id uuid not null,
     account_id uuid not null,
     agreed boolean not null,
     confirmed_at timestamptz not null,
     constraint trip_confirmation_pkey primary key (trip_id, case_id),
     constraint trip_confirmation_trip_fkey foreign key (trip_id, case_id) references trip(id, case_id),
     constraint trip_confirmation_applicant_fkey foreign key (case_id, account_id) references licensing_case(id, sponsor_id)
   )`,
  'create index trip_confirmation_applicant_idx on trip_confirmation (case_id, account_id)',
  `create table check_in_code (
     case_id uuid not null,
     code_hash text not null,
     expires_at timestamptz not null,
     constraint check_in_code_pkey primary key (case_id),
     constraint check_in_code_case_id_fkey foreign key (case_id) references licensing_case(id)
   )`,
  'create unique index check_in_code_hash_key on check_in_code (code_hash)',
];

const SERVICE = [
  'alter table service_record add column posted_on date',
  'alter table service_record add column received_on date',
  `update service_record set posted_on = served_on, received_on = served_on where channel = 'courier'`,
  `alter table service_record add constraint service_record_received_check check (case when channel = 'courier'
     then posted_on is not null and received_on is not null and received_on >= posted_on and served_on = received_on
     else posted_on is null and received_on is null end)`,
];

/** The ledger is added to and read; of an appointment only its end is written later. */
const GRANTS = [
  'grant select, insert on trip_confirmation, appointment_reminder to licensing_app',
  'grant select, insert, update, delete on check_in_code, appointment_timer to licensing_app',
  'grant select, insert on appointment to licensing_app',
  'grant update (ended_at, ended_as) on appointment to licensing_app',
];

const DOWN = [
  'alter table service_record drop constraint service_record_received_check',
  'alter table service_record drop column posted_on, drop column received_on',
  'drop table check_in_code, trip_confirmation',
  'drop index licensing_case_sponsor_key',
  'drop index trip_one_demanded_key, trip_case_key',
  'alter table trip drop constraint trip_cause_check',
  'alter table trip add column demanded boolean',
  `update trip set demanded = kind = 'demanded'`,
  'alter table trip alter column demanded set not null',
  'alter table trip drop column kind, drop column contact, drop column appointment_id, drop column recorded_by',
  'drop table appointment_reminder, appointment_timer, appointment',
];
