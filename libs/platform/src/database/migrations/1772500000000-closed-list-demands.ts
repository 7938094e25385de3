import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * 清单之外不得要求: every demand is a row under a line of the pack that its case is pinned to, told by an event of the
 * case. Messages and notes beside it can ask for nothing. A pre-review ends with the submission that overtakes it.
 */
export class ClosedListDemands1772500000000 implements MigrationInterface {
  readonly name = 'ClosedListDemands1772500000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...TABLES, ...CHANGES, ...GRANTS, ...WHAT_STANDS]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of BACK) await runner.query(statement);
  }
}

const TABLES = [
  `create table pack_line (
     pack_hash text not null,
     line_id text not null,
     kind text not null,
     constraint pack_line_kind_check check (kind in
       ('voluntary', 'upload', 'form', 'lookup', 'agency', 'site_check', 'special_procedure')),
     constraint pack_line_pkey primary key (pack_hash, line_id),
     constraint pack_line_pack_hash_fkey foreign key (pack_hash) references matter_pack(hash)
   )`,
  'create unique index pack_line_kind_key on pack_line (pack_hash, line_id, kind)',
  // what a demand is pinned to and told by
  'create unique index licensing_case_pack_key on licensing_case (id, pack_hash)',
  'create unique index case_event_type_key on case_event (case_id, seq, type)',
  `create table demand (
     id uuid not null,
     case_id uuid not null,
     pack_hash text not null,
     line_id text not null,
     line_kind text not null,
     kind text not null,
     seq integer not null,
     event_type text not null,
     reason text,
     made_by uuid not null,
     made_at timestamptz not null,
     constraint demand_line_check check (
       kind = 'proof' and line_kind = 'upload'
       or kind = 'correction' and line_kind in ('upload', 'form')
       or kind in ('visit', 'rectification') and line_kind = 'site_check'
       or kind = 'report' and line_kind = 'special_procedure'),
     constraint demand_event_check check (
       kind in ('proof', 'correction') and event_type in ('issueCorrectionNotice', 'tellUnmetLines', 'acceptTolerantly')
       or kind = 'visit' and event_type in ('arrangeSiteCheck', 'rearrangeSiteCheck', 'arrangeReCheck')
       or kind = 'rectification' and event_type = 'recordAttestation'
       or kind = 'report' and event_type = 'serveSpecialProcedureNotice'),
     constraint demand_pkey primary key (id),
     constraint demand_case_fkey foreign key (case_id, pack_hash) references licensing_case(id, pack_hash),
     constraint demand_line_fkey foreign key (pack_hash, line_id, line_kind) references pack_line(pack_hash, line_id, kind),
     constraint demand_event_fkey foreign key (case_id, seq, event_type) references case_event(case_id, seq, type),
     constraint demand_made_by_fkey foreign key (made_by) references account(id)
   )`,
  'create index demand_case_idx on demand (case_id, pack_hash)',
  'create index demand_line_idx on demand (pack_hash, line_id, line_kind)',
  'create unique index demand_event_key on demand (case_id, seq, event_type, line_id, kind)',
  'create index demand_made_by_idx on demand (made_by)',
  // a line is told once; a reminder repeats it without a row of its own
  `create unique index demand_told_once_key on demand (case_id, line_id) where kind in ('proof', 'correction')`,
  `create table case_message (
     id uuid not null,
     case_id uuid not null,
     account_id uuid not null,
     side text not null,
     words text not null,
     sent_at timestamptz not null,
     ordinal bigint generated always as identity not null,
     constraint case_message_side_check check (side in ('applicant', 'bureau')),
     constraint case_message_pkey primary key (id),
     constraint case_message_case_id_fkey foreign key (case_id) references licensing_case(id),
     constraint case_message_account_id_fkey foreign key (account_id) references account(id)
   )`,
  'create index case_message_case_id_idx on case_message (case_id, ordinal)',
  'create index case_message_account_id_idx on case_message (account_id)',
  `create table internal_note (
     id uuid not null,
     case_id uuid not null,
     account_id uuid not null,
     words text not null,
     written_at timestamptz not null,
     ordinal bigint generated always as identity not null,
     constraint internal_note_pkey primary key (id),
     constraint internal_note_case_id_fkey foreign key (case_id) references licensing_case(id),
     constraint internal_note_account_id_fkey foreign key (account_id) references account(id)
   )`,
  'create index internal_note_case_id_idx on internal_note (case_id, ordinal)',
  'create index internal_note_account_id_idx on internal_note (account_id)',
];

const CHANGES = [
  `create unique index document_one_correction_notice_key on document (case_id) where kind = 'correctionNotice'`,
  'alter table pre_review add column overtaken_at timestamptz',
  'drop index pre_review_open_key',
  'create unique index pre_review_open_key on pre_review (case_id) where sheet_id is null and overtaken_at is null',
  `create unique index supervision_ticket_pre_review_key on supervision_ticket (case_id, legal_date)
     where matter = 'preReviewLate'`,
];

/** Written once and never again. */
const GRANTS = ['pack_line', 'demand', 'case_message', 'internal_note'].map(
  (table) => `grant select, insert on ${table} to licensing_app`,
);

/** The same lines as `packLinesOf` in libs/law; a test holds the two together. */
export const LINES_OF_KEPT_PACKS = `
  insert into pack_line (pack_hash, line_id, kind)
  select hash, line->>'id', case when line->>'role' = 'voluntary' then 'voluntary' else line->>'source' end
    from matter_pack, jsonb_array_elements(content->'materials') as line
  union all
  select hash, lane->>'lane', case when lane->>'how' = 'joint_site_check' then 'site_check' else 'agency' end
    from matter_pack, jsonb_array_elements(content->'attestations') as lane
  union all
  select hash, ground, 'special_procedure'
    from matter_pack, jsonb_array_elements_text(content->'specialProcedures') as ground
  on conflict do nothing`;

/** What was told before there were rows for it, what was overtaken, and the alarms of what is still open. */
const WHAT_STANDS = [
  LINES_OF_KEPT_PACKS,
  `insert into demand (id, case_id, pack_hash, line_id, line_kind, kind, seq, event_type, reason, made_by, made_at)
   select gen_random_uuid(), e.case_id, l.pack_hash, l.line_id, l.kind,
     case when l.kind = 'upload' and v.content_hash is null then 'proof' else 'correction' end,
     e.seq, e.type, v.reason, e.actor_id, e.at
   from case_event e join licensing_case c on c.id = e.case_id
     cross join lateral (select s.id from verdict_sheet s where s.case_id = e.case_id and s.purpose = 'intake' and s.made_at <= e.at
       order by s.made_at desc, s.id limit 1) sheet
     join verdict v on v.sheet_id = sheet.id and v.verdict = 'deficient'
     join pack_line l on l.pack_hash = c.pack_hash and l.line_id = v.line_id and l.kind in ('upload', 'form')
   where e.type in ('issueCorrectionNotice', 'tellUnmetLines') and e.actor_id is not null
   order by e.seq on conflict do nothing`,
  `update pre_review p set overtaken_at = e.at from case_event e
   where e.case_id = p.case_id and e.type in ('submit', 'discardDraft') and p.sheet_id is null`,
  `insert into timer (case_id, clock, wake_at)
   select case_id, 'pre_review', (promised_on + 1)::timestamp at time zone 'Asia/Shanghai' from pre_review
   where sheet_id is null and overtaken_at is null on conflict do nothing`,
];

const BACK = [
  `delete from timer where clock = 'pre_review'`,
  'drop index supervision_ticket_pre_review_key',
  'drop index pre_review_open_key',
  'alter table pre_review drop column overtaken_at',
  'create unique index pre_review_open_key on pre_review (case_id) where sheet_id is null',
  'drop index document_one_correction_notice_key',
  'drop table internal_note, case_message, demand, pack_line',
  'drop index case_event_type_key',
  'drop index licensing_case_pack_key',
];
