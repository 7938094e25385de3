import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The tables of the first release. Later changes are migrations of their own; this file never changes again. */
export class InitialSchema1772413200000 implements MigrationInterface {
  readonly name = 'InitialSchema1772413200000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...TABLES, ...SEARCH, ...GRANTS]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table ${DROP_ORDER.join(', ')} cascade`);
    await runner.query('drop function bigrams(text)');
  }
}

const TABLES = `
create table account (
  id uuid not null,
  login text not null,
  password_hash text not null,
  display_name text not null,
  roles text array not null,
  active boolean not null,
  demo boolean not null,
  created_at timestamptz not null,
  constraint account_pkey primary key (id)
);
create unique index account_login_key on account (login);
create table session (
  token_hash text not null,
  account_id uuid not null,
  csrf text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  constraint session_pkey primary key (token_hash)
);
create index session_account_id_idx on session (account_id);
create table rate_limit (
  key character varying(255) not null,
  points integer not null default '0',
  expire bigint,
  constraint rate_limit_pkey primary key (key)
);
create table development_clock (
  id integer not null,
  offset_ms bigint not null,
  constraint development_clock_pkey primary key (id)
);
create table serial_number (
  series text not null,
  last integer not null,
  constraint serial_number_pkey primary key (series)
);
create table institution (
  id uuid not null,
  region text not null,
  type text not null,
  name text not null,
  state text not null,
  credit_code text,
  registered_on date,
  created_at timestamptz not null,
  constraint institution_pkey primary key (id)
);
create index institution_listed_idx on institution (name, id);
create unique index institution_credit_code_key on institution (credit_code);
create unique index institution_name_key on institution (region, name) where state <> 'CANCELLED';
create table register_version (
  id uuid not null,
  institution_id uuid not null,
  case_id uuid not null,
  cause text not null,
  valid_from date not null,
  recorded_at timestamptz not null,
  fields jsonb not null,
  constraint register_version_pkey primary key (id)
);
create index register_version_case_id_idx on register_version (case_id);
create index register_version_institution_idx on register_version (institution_id, valid_from);
create table licence (
  id uuid not null,
  institution_id uuid not null,
  case_id uuid not null,
  number text not null,
  state text not null,
  valid_from date not null,
  valid_to date not null,
  issued_on date not null,
  constraint licence_pkey primary key (id)
);
create index licence_institution_id_idx on licence (institution_id);
create unique index licence_institution_id_key on licence (institution_id) where state = 'VALID';
create unique index licence_case_id_key on licence (case_id);
create unique index licence_number_key on licence (number);
create table stored_file (
  hash text not null,
  size integer not null,
  media_type text not null,
  created_at timestamptz not null,
  constraint stored_file_pkey primary key (hash)
);
create table hand_in (
  id uuid not null,
  case_id uuid not null,
  line_id text not null,
  file_hash text not null,
  file_name text not null,
  account_id uuid not null,
  handed_in_at timestamptz not null,
  submission_seq integer,
  superseded_at timestamptz,
  constraint hand_in_pkey primary key (id)
);
create unique index hand_in_pending_key on hand_in (case_id, line_id) where superseded_at is null and submission_seq is null;
create unique index hand_in_submitted_key on hand_in (case_id, line_id) where superseded_at is null and submission_seq is not null;
create index hand_in_account_id_idx on hand_in (account_id);
create index hand_in_file_hash_idx on hand_in (file_hash);
create index hand_in_case_id_line_idx on hand_in (case_id, line_id);
create table document (
  id uuid not null,
  case_id uuid not null,
  kind text not null,
  number text not null,
  issued_on date not null,
  issued_at timestamptz not null,
  content jsonb not null,
  file_hash text,
  constraint document_pkey primary key (id)
);
create index document_file_hash_idx on document (file_hash);
create index document_case_id_idx on document (case_id, kind);
create unique index document_number_key on document (number);
create table service_record (
  id uuid not null,
  document_id uuid not null,
  channel text not null,
  served_at timestamptz not null,
  served_on date not null,
  recorded_by uuid,
  constraint service_record_pkey primary key (id)
);
create index service_record_recorded_by_idx on service_record (recorded_by);
create unique index service_record_document_id_key on service_record (document_id);
create table licensing_case (
  id uuid not null,
  number text,
  matter text not null,
  sponsor_id uuid not null,
  institution_name text not null default '',
  state text not null,
  owner_role text not null,
  snapshot jsonb not null,
  version integer not null,
  last_hash text not null,
  machine_hash text not null,
  pack_hash text not null,
  law_version text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  closed_at timestamptz,
  constraint licensing_case_pkey primary key (id)
);
create unique index licensing_case_running_key on licensing_case (sponsor_id, matter, institution_name) where number is not null and closed_at is null;
create index licensing_case_updated_idx on licensing_case (updated_at, id);
create index licensing_case_sponsor_idx on licensing_case (sponsor_id, updated_at, id);
create index licensing_case_owner_idx on licensing_case (owner_role, updated_at, id);
create index licensing_case_state_idx on licensing_case (state, updated_at, id);
create unique index licensing_case_number_key on licensing_case (number);
create table draft (
  case_id uuid not null,
  form jsonb not null,
  version integer not null,
  saved_at timestamptz not null,
  constraint draft_pkey primary key (case_id)
);
create table submission (
  case_id uuid not null,
  seq integer not null,
  form jsonb not null,
  content_hash text not null,
  constraint submission_pkey primary key (case_id, seq)
);
create table case_event (
  case_id uuid not null,
  seq integer not null,
  command_id uuid,
  type text not null,
  state text not null,
  actor_id uuid,
  actor_role text not null,
  owner_role text not null,
  at timestamptz not null,
  legal_date date not null,
  payload jsonb not null,
  machine_hash text not null,
  pack_hash text not null,
  prev_hash text not null,
  hash text not null,
  constraint case_event_hash_check check (length(hash) = 64 and length(prev_hash) = 64),
  constraint case_event_pkey primary key (case_id, seq)
);
create unique index case_event_one_decision_key on case_event (case_id) where type in ('grant', 'refuse');
create unique index case_event_one_correction_notice_key on case_event (case_id) where type = 'issueCorrectionNotice';
create index case_event_command_id_idx on case_event (command_id);
create index case_event_actor_id_idx on case_event (actor_id);
create table event_words (
  case_id uuid not null,
  seq integer not null,
  words jsonb not null,
  salt text not null,
  constraint event_words_pkey primary key (case_id, seq)
);
create table command_answer (
  command_id uuid not null,
  case_id uuid,
  actor_id uuid,
  body_hash text not null,
  answer jsonb not null,
  at timestamptz not null,
  constraint command_answer_pkey primary key (command_id)
);
create index command_answer_actor_id_idx on command_answer (actor_id);
create index command_answer_case_id_idx on command_answer (case_id);
create table command_attempt (
  id uuid not null,
  case_id uuid not null,
  command_id uuid not null,
  actor_id uuid,
  type text not null,
  code text not null,
  at timestamptz not null,
  constraint command_attempt_pkey primary key (id)
);
create index command_attempt_actor_id_idx on command_attempt (actor_id);
create index command_attempt_case_id_idx on command_attempt (case_id);
create table timer (
  case_id uuid not null,
  clock text not null,
  wake_at timestamptz not null,
  constraint timer_pkey primary key (case_id, clock)
);
create index timer_wake_at_idx on timer (wake_at);
create table outbox (
  id bigint generated always as identity not null,
  case_id uuid,
  topic text not null,
  payload jsonb not null,
  created_at timestamptz not null default now(),
  released_at timestamptz,
  done_at timestamptz,
  attempts integer not null default '0',
  last_error text,
  constraint outbox_pkey primary key (id)
);
create index outbox_case_id_idx on outbox (case_id, id);
create index outbox_open_idx on outbox (id) where done_at is null;
create table verdict_sheet (
  id uuid not null,
  case_id uuid not null,
  purpose text not null,
  account_id uuid not null,
  made_at timestamptz not null,
  constraint verdict_sheet_pkey primary key (id)
);
create index verdict_sheet_account_id_idx on verdict_sheet (account_id);
create index verdict_sheet_case_id_idx on verdict_sheet (case_id, made_at);
create table verdict (
  sheet_id uuid not null,
  line_id text not null,
  verdict text not null,
  reason text,
  content_hash text,
  constraint verdict_pkey primary key (sheet_id, line_id)
);
create table pre_review (
  id uuid not null,
  case_id uuid not null,
  requested_at timestamptz not null,
  promised_on date not null,
  sheet_id uuid,
  constraint pre_review_pkey primary key (id)
);
create index pre_review_sheet_id_idx on pre_review (sheet_id);
create unique index pre_review_open_key on pre_review (case_id) where sheet_id is null;
create index pre_review_case_id_idx on pre_review (case_id);
create table attestation (
  id uuid not null,
  case_id uuid not null,
  lane text not null,
  result text not null,
  source text not null,
  checked_on date not null,
  valid_until date,
  signed_by uuid not null,
  countersigned_by uuid,
  recorded_at timestamptz not null,
  constraint attestation_two_signers_check check (countersigned_by is null or countersigned_by <> signed_by),
  constraint attestation_pkey primary key (id)
);
create index attestation_countersigned_by_idx on attestation (countersigned_by);
create index attestation_signed_by_idx on attestation (signed_by);
create index attestation_case_id_idx on attestation (case_id, lane, recorded_at);
create table trip (
  id uuid not null,
  case_id uuid not null,
  cause text not null,
  demanded boolean not null,
  at timestamptz not null,
  constraint trip_pkey primary key (id)
);
create index trip_case_id_idx on trip (case_id);
create table supervision_ticket (
  id uuid not null,
  case_id uuid not null,
  matter text not null,
  legal_date date not null,
  opened_at timestamptz not null,
  constraint supervision_ticket_pkey primary key (id)
);
create index supervision_ticket_case_id_idx on supervision_ticket (case_id);
create table rating (
  id uuid not null,
  case_id uuid not null,
  invited_at timestamptz not null,
  grade integer,
  words text,
  rated_at timestamptz,
  constraint rating_pkey primary key (id)
);
create unique index rating_case_id_key on rating (case_id);
create table archive_record (
  case_id uuid not null,
  archived_at timestamptz not null,
  manifest jsonb not null,
  manifest_hash text not null,
  constraint archive_record_pkey primary key (case_id)
);
create table site_visit (
  id uuid not null,
  case_id uuid not null,
  round integer not null,
  planned_on date not null,
  arranged_at timestamptz not null,
  cancelled_at timestamptz,
  constraint site_visit_pkey primary key (id)
);
create unique index site_visit_case_round_key on site_visit (case_id, round) where cancelled_at is null;
create index site_visit_case_id_idx on site_visit (case_id);
create table visit_member (
  visit_id uuid not null,
  account_id uuid not null,
  department text not null,
  constraint visit_member_pkey primary key (visit_id, account_id)
);
create index visit_member_account_id_idx on visit_member (account_id);
create table visit_result (
  visit_id uuid not null,
  department text not null,
  answers jsonb not null,
  result text not null,
  content_hash text not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  constraint visit_result_pkey primary key (visit_id, department)
);
create index visit_result_recorded_by_idx on visit_result (recorded_by);
create table visit_signature (
  visit_id uuid not null,
  department text not null,
  account_id uuid not null,
  ordinal integer not null,
  content_hash text not null,
  signed_at timestamptz not null,
  constraint visit_signature_pkey primary key (visit_id, department, account_id)
);
create unique index visit_signature_ordinal_key on visit_signature (visit_id, department, ordinal);
create index visit_signature_account_id_idx on visit_signature (account_id);
create table visit_photo (
  id uuid not null,
  visit_id uuid not null,
  department text not null,
  account_id uuid not null,
  file_hash text not null,
  taken_at timestamptz not null,
  constraint visit_photo_pkey primary key (id)
);
create index visit_photo_visit_id_idx on visit_photo (visit_id, department);
create index visit_photo_account_id_idx on visit_photo (account_id);
create index visit_photo_file_hash_idx on visit_photo (file_hash);
create table account_change (
  id uuid not null,
  account_id uuid not null,
  changed_by uuid not null,
  at timestamptz not null,
  before jsonb,
  after jsonb not null,
  constraint account_change_pkey primary key (id)
);
create index account_change_account_id_idx on account_change (account_id, at);
create index account_change_changed_by_idx on account_change (changed_by);
create table public_notice (
  id uuid not null,
  case_id uuid not null,
  kind text not null,
  title text not null,
  fields jsonb not null,
  published_at timestamptz not null,
  constraint public_notice_pkey primary key (id)
);
create index public_notice_published_idx on public_notice (published_at, id);
create unique index public_notice_case_id_kind_key on public_notice (case_id, kind);
create table matter_pack (
  hash text not null,
  code text not null,
  content jsonb not null,
  kept_at timestamptz not null,
  constraint matter_pack_pkey primary key (hash)
);
create table log_root (
  day date not null,
  root text not null,
  heads integer not null,
  computed_at timestamptz not null,
  constraint log_root_pkey primary key (day)
);
alter table session add constraint session_account_id_fkey foreign key (account_id) references account(id) on delete cascade;
alter table register_version add constraint register_version_institution_id_fkey foreign key (institution_id) references institution(id);
alter table register_version add constraint register_version_case_id_fkey foreign key (case_id) references licensing_case(id);
alter table licence add constraint licence_institution_id_fkey foreign key (institution_id) references institution(id);
alter table licence add constraint licence_case_id_fkey foreign key (case_id) references licensing_case(id);
alter table hand_in add constraint hand_in_case_id_fkey foreign key (case_id) references licensing_case(id);
alter table hand_in add constraint hand_in_file_hash_fkey foreign key (file_hash) references stored_file(hash);
alter table hand_in add constraint hand_in_account_id_fkey foreign key (account_id) references account(id);
alter table document add constraint document_case_id_fkey foreign key (case_id) references licensing_case(id);
alter table document add constraint document_file_hash_fkey foreign key (file_hash) references stored_file(hash);
alter table service_record add constraint service_record_document_id_fkey foreign key (document_id) references document(id);
alter table service_record add constraint service_record_recorded_by_fkey foreign key (recorded_by) references account(id);
alter table licensing_case add constraint licensing_case_sponsor_id_fkey foreign key (sponsor_id) references account(id);
alter table draft add constraint draft_case_id_fkey foreign key (case_id) references licensing_case(id);
alter table submission add constraint submission_case_id_fkey foreign key (case_id) references licensing_case(id);
alter table case_event add constraint case_event_case_id_fkey foreign key (case_id) references licensing_case(id);
alter table case_event add constraint case_event_actor_id_fkey foreign key (actor_id) references account(id);
alter table command_answer add constraint command_answer_case_id_fkey foreign key (case_id) references licensing_case(id);
alter table command_answer add constraint command_answer_actor_id_fkey foreign key (actor_id) references account(id);
alter table command_attempt add constraint command_attempt_case_id_fkey foreign key (case_id) references licensing_case(id);
alter table command_attempt add constraint command_attempt_actor_id_fkey foreign key (actor_id) references account(id);
alter table timer add constraint timer_case_id_fkey foreign key (case_id) references licensing_case(id);
alter table outbox add constraint outbox_case_id_fkey foreign key (case_id) references licensing_case(id);
alter table verdict_sheet add constraint verdict_sheet_case_id_fkey foreign key (case_id) references licensing_case(id);
alter table verdict_sheet add constraint verdict_sheet_account_id_fkey foreign key (account_id) references account(id);
alter table verdict add constraint verdict_sheet_id_fkey foreign key (sheet_id) references verdict_sheet(id);
alter table pre_review add constraint pre_review_case_id_fkey foreign key (case_id) references licensing_case(id);
alter table pre_review add constraint pre_review_sheet_id_fkey foreign key (sheet_id) references verdict_sheet(id);
alter table attestation add constraint attestation_case_id_fkey foreign key (case_id) references licensing_case(id);
alter table attestation add constraint attestation_signed_by_fkey foreign key (signed_by) references account(id);
alter table attestation add constraint attestation_countersigned_by_fkey foreign key (countersigned_by) references account(id);
alter table trip add constraint trip_case_id_fkey foreign key (case_id) references licensing_case(id);
alter table supervision_ticket add constraint supervision_ticket_case_id_fkey foreign key (case_id) references licensing_case(id);
alter table archive_record add constraint archive_record_case_id_fkey foreign key (case_id) references licensing_case(id);
alter table rating add constraint rating_case_id_fkey foreign key (case_id) references licensing_case(id);
alter table site_visit add constraint site_visit_case_id_fkey foreign key (case_id) references licensing_case(id);
alter table visit_member add constraint visit_member_visit_id_fkey foreign key (visit_id) references site_visit(id);
alter table visit_member add constraint visit_member_account_id_fkey foreign key (account_id) references account(id);
alter table visit_result add constraint visit_result_visit_id_fkey foreign key (visit_id) references site_visit(id);
alter table visit_result add constraint visit_result_recorded_by_fkey foreign key (recorded_by) references account(id);
alter table visit_signature add constraint visit_signature_visit_id_fkey foreign key (visit_id) references site_visit(id);
alter table visit_signature add constraint visit_signature_account_id_fkey foreign key (account_id) references account(id);
alter table visit_photo add constraint visit_photo_visit_id_fkey foreign key (visit_id) references site_visit(id);
alter table visit_photo add constraint visit_photo_account_id_fkey foreign key (account_id) references account(id);
alter table visit_photo add constraint visit_photo_file_hash_fkey foreign key (file_hash) references stored_file(hash);
alter table account_change add constraint account_change_account_id_fkey foreign key (account_id) references account(id);
alter table account_change add constraint account_change_changed_by_fkey foreign key (changed_by) references account(id);
alter table public_notice add constraint public_notice_case_id_fkey foreign key (case_id) references licensing_case(id)
`
  .split(';\n')
  .map((statement) => statement.trim())
  .filter((statement) => statement !== '');

const DROP_ORDER = [
  'account',
  'session',
  'rate_limit',
  'development_clock',
  'serial_number',
  'institution',
  'register_version',
  'licence',
  'stored_file',
  'hand_in',
  'document',
  'service_record',
  'licensing_case',
  'draft',
  'submission',
  'case_event',
  'event_words',
  'command_answer',
  'command_attempt',
  'timer',
  'outbox',
  'verdict_sheet',
  'verdict',
  'pre_review',
  'attestation',
  'trip',
  'supervision_ticket',
  'rating',
  'archive_record',
  'site_visit',
  'visit_member',
  'visit_result',
  'visit_signature',
  'visit_photo',
  'account_change',
  'public_notice',
  'log_root',
  'matter_pack',
];

/**
 * Search by part of a Chinese name. Trigrams serve three characters and more; two-character words need bigrams, which a
 * plain array and a GIN index give (a two-character infix is a full scan for pg_trgm).
 */
const SEARCH = [
  `create function bigrams(source text) returns text[] language sql immutable parallel safe
   return (select coalesce(array_agg(distinct substr(source, i, 2)), '{}') from generate_series(1, greatest(length(source) - 1, 1)) as i)`,
  `create index institution_name_trgm_idx on institution using gin (name gin_trgm_ops)`,
  `create index institution_name_bigram_idx on institution using gin (bigrams(name))`,
  `create index licensing_case_name_trgm_idx on licensing_case using gin (institution_name gin_trgm_ops)`,
  `create index licensing_case_name_bigram_idx on licensing_case using gin (bigrams(institution_name))`,
];

/** Written once and never again: the application may add rows to these tables and read them, nothing else. */
const APPEND_ONLY = [
  'case_event',
  'event_words',
  'submission',
  'register_version',
  'service_record',
  'command_answer',
  'command_attempt',
  'verdict_sheet',
  'verdict',
  'attestation',
  'trip',
  'supervision_ticket',
  'visit_signature',
  'visit_photo',
  'account_change',
  'archive_record',
  'public_notice',
  'log_root',
  'stored_file',
  'matter_pack',
];

/** What the application may change in place, and the little it may delete. */
const UPDATABLE = DROP_ORDER.filter((table) => !APPEND_ONLY.includes(table));
const DELETABLE = ['session', 'rate_limit', 'timer', 'draft'];

const GRANTS = [
  'grant usage on schema public to licensing_app',
  ...APPEND_ONLY.map((table) => `grant select, insert on ${table} to licensing_app`),
  ...UPDATABLE.map((table) => `grant select, insert, update on ${table} to licensing_app`),
  ...DELETABLE.map((table) => `grant delete on ${table} to licensing_app`),
];
