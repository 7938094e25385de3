import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the law does by itself to an entry of the register: expiry of a preparation, expiry and lapse of a licence. Cases
 * may be about an institution that is there already, and entries may change without a case.
 */
export class EffectsOfLaw1772413400000 implements MigrationInterface {
  readonly name = 'EffectsOfLaw1772413400000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...CHANGES, ...GRANTS, ALARMS]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of BACK) await runner.query(statement);
  }
}

const CHANGES = [
  'alter table licensing_case add column institution_id uuid',
  `alter table licensing_case add constraint licensing_case_institution_id_fkey
     foreign key (institution_id) references institution(id)`,
  'create index licensing_case_institution_id_idx on licensing_case (institution_id)',
  `create unique index licensing_case_institution_running_key on licensing_case (institution_id, matter)
     where number is not null and closed_at is null and institution_id is not null`,
  'alter table institution add column prepared_until date',
  // the name of what has ended by law is free again
  'drop index institution_name_key',
  `create unique index institution_name_key on institution (region, name)
     where state not in ('CANCELLED', 'EXPIRED_PREP', 'LAPSED')`,
  'alter table register_version alter column case_id drop not null',
  'alter table supervision_ticket alter column case_id drop not null',
  'alter table supervision_ticket add column institution_id uuid',
  `alter table supervision_ticket add constraint supervision_ticket_institution_id_fkey
     foreign key (institution_id) references institution(id)`,
  'create index supervision_ticket_institution_id_idx on supervision_ticket (institution_id)',
  `alter table supervision_ticket add constraint supervision_ticket_subject_check
     check (num_nonnulls(case_id, institution_id) = 1)`,
  'alter table public_notice alter column case_id drop not null',
  'alter table public_notice add column institution_id uuid',
  `alter table public_notice add constraint public_notice_institution_id_fkey
     foreign key (institution_id) references institution(id)`,
  'create unique index public_notice_institution_id_kind_key on public_notice (institution_id, kind)',
  `alter table public_notice add constraint public_notice_subject_check
     check (num_nonnulls(case_id, institution_id) = 1)`,
  `create table institution_timer (
     institution_id uuid not null,
     wake_at timestamptz not null,
     constraint institution_timer_pkey primary key (institution_id),
     constraint institution_timer_institution_id_fkey foreign key (institution_id) references institution(id)
   )`,
  'create index institution_timer_wake_at_idx on institution_timer (wake_at)',
  `create table teaching_finding (
     id uuid not null,
     institution_id uuid not null,
     found_by uuid not null,
     found_on date not null,
     teaching boolean not null,
     note text not null,
     recorded_at timestamptz not null,
     constraint teaching_finding_pkey primary key (id),
     constraint teaching_finding_institution_id_fkey foreign key (institution_id) references institution(id),
     constraint teaching_finding_found_by_fkey foreign key (found_by) references account(id)
   )`,
  'create index teaching_finding_institution_id_idx on teaching_finding (institution_id, recorded_at)',
  'create index teaching_finding_found_by_idx on teaching_finding (found_by)',
  `create index case_event_submitted_idx on case_event (legal_date, case_id) where type = 'submit'`,
];

/** Findings are added and never changed; alarms come and go. */
const GRANTS = [
  'grant select, insert on teaching_finding to licensing_app',
  'grant select, insert, update, delete on institution_timer to licensing_app',
];

/** Licences that are there already get their alarm: the end of their last day in Shanghai. */
const ALARMS = `insert into institution_timer (institution_id, wake_at)
  select institution_id, (valid_to + 1)::timestamp at time zone 'Asia/Shanghai' from licence where state = 'VALID'`;

const BACK = [
  'drop index case_event_submitted_idx',
  'drop table teaching_finding, institution_timer',
  'alter table public_notice drop constraint public_notice_subject_check',
  'alter table public_notice drop column institution_id',
  'alter table supervision_ticket drop constraint supervision_ticket_subject_check',
  'alter table supervision_ticket drop column institution_id',
  'drop index institution_name_key',
  `create unique index institution_name_key on institution (region, name) where state <> 'CANCELLED'`,
  'alter table institution drop column prepared_until',
  'drop index licensing_case_institution_running_key',
  'alter table licensing_case drop column institution_id',
];
