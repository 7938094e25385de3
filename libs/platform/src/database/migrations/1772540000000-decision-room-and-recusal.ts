import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The decision room (集体讨论, 专家论证, 风险评估, 同案同判) and recusal (利益申报, 回避, 随机分配). Everything in it is
 * written once: a later row may add to an earlier one and never change it.
 */
export class DecisionRoomAndRecusal1772540000000 implements MigrationInterface {
  readonly name = 'DecisionRoomAndRecusal1772540000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...DECISION_ROOM, ...RECUSAL, ...DRAWS, ...TRIGGERS, ...GRANTS])
      await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table ${[...TABLES].reverse().join(', ')}`);
    for (const name of ['refuse_late_opinion', 'refuse_early_conclusion', 'refuse_proposer_as_decider'])
      await runner.query(`drop function ${name} cascade`);
  }
}

const DECISION_ROOM = [
  `create table decision_meeting (
     id uuid not null,
     case_id uuid not null,
     proposal_seq integer not null,
     chair_id uuid not null,
     convened_at timestamptz not null,
     constraint decision_meeting_pkey primary key (id),
     constraint decision_meeting_case_id_fkey foreign key (case_id) references licensing_case(id),
     constraint decision_meeting_chair_id_fkey foreign key (chair_id) references account(id)
   )`,
  'create unique index decision_meeting_proposal_key on decision_meeting (case_id, proposal_seq)',
  'create index decision_meeting_chair_id_idx on decision_meeting (chair_id)',
  `create table meeting_member (
     meeting_id uuid not null,
     account_id uuid not null,
     constraint meeting_member_pkey primary key (meeting_id, account_id),
     constraint meeting_member_meeting_id_fkey foreign key (meeting_id) references decision_meeting(id),
     constraint meeting_member_account_id_fkey foreign key (account_id) references account(id)
   )`,
  'create index meeting_member_account_id_idx on meeting_member (account_id)',
  `create table meeting_opinion (
     meeting_id uuid not null,
     account_id uuid not null,
     stance text not null,
     opinion text not null,
     given_at timestamptz not null,
     constraint meeting_opinion_pkey primary key (meeting_id, account_id),
     constraint meeting_opinion_member_fkey foreign key (meeting_id, account_id)
       references meeting_member(meeting_id, account_id),
     constraint meeting_opinion_stance_check check (stance in ('grant', 'refuse'))
   )`,
  `create table meeting_conclusion (
     meeting_id uuid not null,
     concluded_by uuid not null,
     outcome text not null,
     reasons text not null,
     against_majority boolean not null,
     majority_reasons text,
     minutes text not null,
     concluded_at timestamptz not null,
     constraint meeting_conclusion_pkey primary key (meeting_id),
     constraint meeting_conclusion_meeting_id_fkey foreign key (meeting_id) references decision_meeting(id),
     constraint meeting_conclusion_concluded_by_fkey foreign key (concluded_by) references account(id),
     constraint meeting_conclusion_outcome_check check (outcome in ('grant', 'refuse')),
     constraint meeting_conclusion_majority_check check (against_majority = (majority_reasons is not null))
   )`,
  'create index meeting_conclusion_concluded_by_idx on meeting_conclusion (concluded_by)',
  `create table deliberation_record (
     id uuid not null,
     case_id uuid not null,
     kind text not null,
     result text not null,
     author text not null,
     content text not null,
     dissent text,
     recorded_by uuid not null,
     recorded_at timestamptz not null,
     constraint deliberation_record_pkey primary key (id),
     constraint deliberation_record_case_id_fkey foreign key (case_id) references licensing_case(id),
     constraint deliberation_record_recorded_by_fkey foreign key (recorded_by) references account(id),
     constraint deliberation_record_result_check check (
       (kind = 'expertArgument' and result in ('supports', 'opposes'))
       or (kind = 'riskAssessment' and result in ('controllable', 'not_controllable')))
   )`,
  'create index deliberation_record_case_id_idx on deliberation_record (case_id, recorded_at)',
  'create index deliberation_record_recorded_by_idx on deliberation_record (recorded_by)',
  `create table precedent_check (
     case_id uuid not null,
     nearest_case_id uuid,
     distance text,
     departed boolean not null,
     reason text,
     decided_by uuid not null,
     decided_at timestamptz not null,
     constraint precedent_check_pkey primary key (case_id),
     constraint precedent_check_case_id_fkey foreign key (case_id) references licensing_case(id),
     constraint precedent_check_nearest_case_id_fkey foreign key (nearest_case_id) references licensing_case(id),
     constraint precedent_check_decided_by_fkey foreign key (decided_by) references account(id),
     constraint precedent_check_reason_check check (
       departed = (reason is not null) and (not departed or nearest_case_id is not null))
   )`,
  'create index precedent_check_nearest_case_id_idx on precedent_check (nearest_case_id)',
  'create index precedent_check_decided_by_idx on precedent_check (decided_by)',
];

const RECUSAL = [
  `create table interest_declaration (
     id uuid not null,
     account_id uuid not null,
     year integer not null,
     declared_at timestamptz not null,
     constraint interest_declaration_pkey primary key (id),
     constraint interest_declaration_account_id_fkey foreign key (account_id) references account(id)
   )`,
  'create index interest_declaration_account_id_idx on interest_declaration (account_id, year)',
  `create table declared_interest (
     declaration_id uuid not null,
     ordinal integer not null,
     relation text not null,
     kind text not null,
     name text not null,
     identity_hash text not null,
     constraint declared_interest_pkey primary key (declaration_id, ordinal),
     constraint declared_interest_declaration_id_fkey foreign key (declaration_id) references interest_declaration(id),
     constraint declared_interest_hash_check check (identity_hash ~ '^[0-9a-f]{64}$')
   )`,
  'create index declared_interest_identity_hash_idx on declared_interest (identity_hash)',
  `create table case_party (
     case_id uuid not null,
     role text not null,
     identity_hash text not null,
     constraint case_party_pkey primary key (case_id, role, identity_hash),
     constraint case_party_case_id_fkey foreign key (case_id) references licensing_case(id),
     constraint case_party_hash_check check (identity_hash ~ '^[0-9a-f]{64}$')
   )`,
  'create index case_party_identity_hash_idx on case_party (identity_hash)',
  `create table recusal_request (
     id uuid not null,
     case_id uuid not null,
     about_id uuid not null,
     asked_by uuid not null,
     reason text not null,
     asked_at timestamptz not null,
     constraint recusal_request_pkey primary key (id),
     constraint recusal_request_case_id_fkey foreign key (case_id) references licensing_case(id),
     constraint recusal_request_about_id_fkey foreign key (about_id) references account(id),
     constraint recusal_request_asked_by_fkey foreign key (asked_by) references account(id)
   )`,
  'create unique index recusal_request_once_key on recusal_request (case_id, about_id, asked_by)',
  'create index recusal_request_about_id_idx on recusal_request (about_id)',
  'create index recusal_request_asked_by_idx on recusal_request (asked_by)',
  `create table recusal_ruling (
     request_id uuid not null,
     granted boolean not null,
     reason text not null,
     ruled_by uuid not null,
     ruled_at timestamptz not null,
     constraint recusal_ruling_pkey primary key (request_id),
     constraint recusal_ruling_request_id_fkey foreign key (request_id) references recusal_request(id),
     constraint recusal_ruling_ruled_by_fkey foreign key (ruled_by) references account(id)
   )`,
  'create index recusal_ruling_ruled_by_idx on recusal_ruling (ruled_by)',
  `create table recusal (
     case_id uuid not null,
     account_id uuid not null,
     cause text not null,
     recused_at timestamptz not null,
     constraint recusal_pkey primary key (case_id, account_id),
     constraint recusal_case_id_fkey foreign key (case_id) references licensing_case(id),
     constraint recusal_account_id_fkey foreign key (account_id) references account(id),
     constraint recusal_cause_check check (cause in ('interest', 'self_declared', 'requested'))
   )`,
  'create index recusal_account_id_idx on recusal (account_id, case_id)',
  `create table staff_leave (
     id uuid not null,
     account_id uuid not null,
     from_day date not null,
     to_day date not null,
     recorded_by uuid not null,
     recorded_at timestamptz not null,
     constraint staff_leave_pkey primary key (id),
     constraint staff_leave_account_id_fkey foreign key (account_id) references account(id),
     constraint staff_leave_recorded_by_fkey foreign key (recorded_by) references account(id),
     constraint staff_leave_days_check check (from_day <= to_day),
     constraint staff_leave_not_own_check check (recorded_by <> account_id)
   )`,
  'create index staff_leave_account_id_idx on staff_leave (account_id, to_day)',
  'create index staff_leave_recorded_by_idx on staff_leave (recorded_by)',
];

const DRAWS = [
  `create table random_draw (
     id uuid not null,
     ordinal integer not null,
     case_id uuid not null,
     role text not null,
     round integer not null,
     input text not null,
     eligible text[] not null,
     commitment text not null,
     seed_commitment text not null,
     next_seed_commitment text not null,
     committed_at timestamptz not null,
     constraint random_draw_pkey primary key (id),
     constraint random_draw_case_id_fkey foreign key (case_id) references licensing_case(id)
   )`,
  'create unique index random_draw_ordinal_key on random_draw (ordinal)',
  'create unique index random_draw_round_key on random_draw (case_id, role, round)',
  `create table draw_seed (
     ordinal integer not null,
     seed text not null,
     constraint draw_seed_pkey primary key (ordinal)
   )`,
  `create table draw_eligible (
     draw_id uuid not null,
     pseudonym text not null,
     account_id uuid not null,
     constraint draw_eligible_pkey primary key (draw_id, pseudonym),
     constraint draw_eligible_draw_id_fkey foreign key (draw_id) references random_draw(id),
     constraint draw_eligible_account_id_fkey foreign key (account_id) references account(id)
   )`,
  'create index draw_eligible_account_id_idx on draw_eligible (account_id)',
  `create table draw_reveal (
     draw_id uuid not null,
     seed text not null,
     drawn text not null,
     revealed_at timestamptz not null,
     constraint draw_reveal_pkey primary key (draw_id),
     constraint draw_reveal_draw_id_fkey foreign key (draw_id) references random_draw(id),
     constraint draw_reveal_drawn_fkey foreign key (draw_id, drawn) references draw_eligible(draw_id, pseudonym)
   )`,
  'create index draw_reveal_drawn_idx on draw_reveal (draw_id, drawn)',
];

/** The head speaks last (MDR 30), and whoever proposed does not decide: also for who writes SQL past the application. */
const TRIGGERS = [
  `create function refuse_late_opinion() returns trigger language plpgsql as $$
   begin
     if exists (select 1 from meeting_conclusion where meeting_id = new.meeting_id) then
       raise exception 'meeting_opinion_after_conclusion' using errcode = 'check_violation';
     end if;
     if exists (select 1 from decision_meeting where id = new.meeting_id and chair_id = new.account_id) then
       raise exception 'meeting_opinion_of_chair' using errcode = 'check_violation';
     end if;
     return new;
   end $$`,
  `create trigger meeting_opinion_in_time before insert on meeting_opinion
     for each row execute function refuse_late_opinion()`,
  `create function refuse_early_conclusion() returns trigger language plpgsql as $$
   declare majority integer;
   begin
     perform 1 from decision_meeting where id = new.meeting_id and chair_id = new.concluded_by;
     if not found then
       raise exception 'meeting_conclusion_not_by_chair' using errcode = 'check_violation';
     end if;
     if exists (
       select 1 from meeting_member m join decision_meeting d on d.id = m.meeting_id
       where m.meeting_id = new.meeting_id and m.account_id <> d.chair_id
         and not exists (select 1 from meeting_opinion o where o.meeting_id = m.meeting_id and o.account_id = m.account_id)
     ) or (select count(*) from meeting_opinion where meeting_id = new.meeting_id) < 2 then
       raise exception 'meeting_conclusion_before_opinions' using errcode = 'check_violation';
     end if;
     select coalesce(sum(case stance when new.outcome then -1 else 1 end), 0) into majority
       from meeting_opinion where meeting_id = new.meeting_id;
     if new.against_majority <> (majority > 0) then
       raise exception 'meeting_conclusion_majority' using errcode = 'check_violation';
     end if;
     return new;
   end $$`,
  `create trigger meeting_conclusion_in_order before insert on meeting_conclusion
     for each row execute function refuse_early_conclusion()`,
  `create function refuse_proposer_as_decider() returns trigger language plpgsql as $$
   begin
     if exists (
       select 1 from case_event e where e.case_id = new.case_id and e.actor_id = new.actor_id
         and e.type in ('proposeGrant', 'proposeRefusal', 'passLegality')
     ) then
       raise exception 'case_event_proposer_decides' using errcode = 'check_violation';
     end if;
     return new;
   end $$`,
  `create trigger case_event_other_decider before insert on case_event
     for each row when (new.type in ('grant', 'refuse')) execute function refuse_proposer_as_decider()`,
];

const TABLES = [
  'decision_meeting',
  'meeting_member',
  'meeting_opinion',
  'meeting_conclusion',
  'deliberation_record',
  'precedent_check',
  'interest_declaration',
  'declared_interest',
  'case_party',
  'recusal_request',
  'recusal_ruling',
  'recusal',
  'staff_leave',
  'random_draw',
  'draw_seed',
  'draw_eligible',
  'draw_reveal',
];

const GRANTS = TABLES.map((table) => `grant select, insert on ${table} to licensing_app`);
