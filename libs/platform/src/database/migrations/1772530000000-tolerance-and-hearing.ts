import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Tolerant acceptance, special procedures and hearings. What may be only once, and what only one person may do, are keys:
 * one acceptance, one commitment a sheet and by the case's own sponsor, one special procedure a ground, one hearing whose
 * record only its chair writes.
 */
export class ToleranceAndHearing1772530000000 implements MigrationInterface {
  readonly name = 'ToleranceAndHearing1772530000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...KEYS, ...TABLES, ...GRANTS]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of BACK) await runner.query(statement);
  }
}

const KEYS = [
  `create unique index case_event_one_acceptance_key on case_event (case_id)
     where type in ('accept', 'acceptTolerantly', 'takeAsAccepted')`,
  `create unique index case_event_one_extension_key on case_event (case_id) where type = 'extendDecision'`,
  'create unique index licensing_case_id_sponsor_key on licensing_case (id, sponsor_id)',
  'create unique index verdict_sheet_id_case_key on verdict_sheet (id, case_id)',
];

const TABLES = [
  `create table commitment (
     id uuid not null,
     case_id uuid not null,
     sheet_id uuid not null,
     account_id uuid not null,
     lines jsonb not null,
     cure_on date not null,
     content_hash text not null,
     signed_at timestamptz not null,
     constraint commitment_pkey primary key (id),
     constraint commitment_own_case_fkey foreign key (case_id, account_id) references licensing_case(id, sponsor_id),
     constraint commitment_sheet_fkey foreign key (sheet_id, case_id) references verdict_sheet(id, case_id)
   )`,
  'create unique index commitment_sheet_key on commitment (sheet_id, case_id)',
  'create unique index commitment_id_case_key on commitment (id, case_id)',
  'create index commitment_case_idx on commitment (case_id, account_id)',
  `create table tolerance (
     case_id uuid not null,
     commitment_id uuid not null,
     accepted_at timestamptz not null,
     constraint tolerance_pkey primary key (case_id),
     constraint tolerance_commitment_fkey foreign key (commitment_id, case_id) references commitment(id, case_id)
   )`,
  'create index tolerance_commitment_idx on tolerance (commitment_id, case_id)',
  `create table special_procedure (
     case_id uuid not null,
     ground text not null,
     announced_until date not null,
     opened_at timestamptz not null,
     constraint special_procedure_pkey primary key (case_id, ground),
     constraint special_procedure_case_id_fkey foreign key (case_id) references licensing_case(id),
     constraint special_procedure_ground_check
       check (ground in ('hearing', 'testing', 'appraisal', 'expert_review'))
   )`,
  `create table hearing_party (
     case_id uuid not null,
     ordinal integer not null,
     name text not null,
     interest text not null,
     constraint hearing_party_pkey primary key (case_id, ordinal),
     constraint hearing_party_case_id_fkey foreign key (case_id) references licensing_case(id)
   )`,
  `create table hearing (
     case_id uuid not null,
     held_on date not null,
     place text not null,
     chair_id uuid not null,
     noticed_at timestamptz not null,
     constraint hearing_pkey primary key (case_id),
     constraint hearing_case_id_fkey foreign key (case_id) references licensing_case(id),
     constraint hearing_chair_id_fkey foreign key (chair_id) references account(id)
   )`,
  'create index hearing_chair_id_idx on hearing (chair_id)',
  'create unique index hearing_case_chair_key on hearing (case_id, chair_id)',
  `create table hearing_record (
     case_id uuid not null,
     chair_id uuid not null,
     record text not null,
     attended text not null,
     content_hash text not null,
     recorded_at timestamptz not null,
     constraint hearing_record_pkey primary key (case_id),
     constraint hearing_record_chair_fkey foreign key (case_id, chair_id) references hearing(case_id, chair_id)
   )`,
  'create unique index hearing_record_hash_key on hearing_record (case_id, content_hash)',
  'create index hearing_record_chair_idx on hearing_record (case_id, chair_id)',
  `create table hearing_signature (
     case_id uuid not null,
     account_id uuid not null,
     content_hash text not null,
     signed_at timestamptz not null,
     constraint hearing_signature_pkey primary key (case_id),
     constraint hearing_signature_own_case_fkey foreign key (case_id, account_id) references licensing_case(id, sponsor_id),
     constraint hearing_signature_record_fkey foreign key (case_id, content_hash)
       references hearing_record(case_id, content_hash)
   )`,
  'create index hearing_signature_own_case_idx on hearing_signature (case_id, account_id)',
  'create index hearing_signature_record_idx on hearing_signature (case_id, content_hash)',
];

/** All of them are written once and never again. */
const APPEND_ONLY = [
  'commitment',
  'tolerance',
  'special_procedure',
  'hearing_party',
  'hearing',
  'hearing_record',
  'hearing_signature',
];

const GRANTS = APPEND_ONLY.map((table) => `grant select, insert on ${table} to licensing_app`);

const BACK = [
  `drop table ${[...APPEND_ONLY].reverse().join(', ')}`,
  'drop index verdict_sheet_id_case_key',
  'drop index licensing_case_id_sponsor_key',
  'drop index case_event_one_extension_key',
  'drop index case_event_one_acceptance_key',
];
