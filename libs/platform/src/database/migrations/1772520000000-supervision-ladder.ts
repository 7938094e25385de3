import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The ladder of supervision (督办): where a ticket has stood, who acknowledged it, who was told, and what the bureau says
 * in public about a promise that it missed. All of it is written once; only the alarm of a ticket comes and goes.
 */
export class SupervisionLadder1772520000000 implements MigrationInterface {
  readonly name = 'SupervisionLadder1772520000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...TABLES, ...GRANTS, ...STANDING]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of BACK) await runner.query(statement);
  }
}

/** A rung stands on the one below it: the key refuses to skip one, to take one twice, and to climb down. */
const TABLES = [
  `create table ticket_rung (
     ticket_id uuid not null,
     rung integer not null,
     below integer,
     role text not null,
     legal_date date not null,
     entered_at timestamptz not null,
     constraint ticket_rung_pkey primary key (ticket_id, rung),
     constraint ticket_rung_ticket_id_fkey foreign key (ticket_id) references supervision_ticket(id),
     constraint ticket_rung_below_fkey foreign key (ticket_id, below) references ticket_rung(ticket_id, rung),
     constraint ticket_rung_order_check check (rung between 1 and 4 and coalesce(below, 0) = rung - 1)
   )`,
  'create index ticket_rung_below_idx on ticket_rung (ticket_id, below)',
  'create index ticket_rung_role_idx on ticket_rung (role)',
  `create table ticket_acknowledgement (
     ticket_id uuid not null,
     rung integer not null,
     account_id uuid not null,
     note text not null,
     legal_date date not null,
     acknowledged_at timestamptz not null,
     constraint ticket_acknowledgement_pkey primary key (ticket_id),
     constraint ticket_acknowledgement_rung_fkey foreign key (ticket_id, rung) references ticket_rung(ticket_id, rung),
     constraint ticket_acknowledgement_account_id_fkey foreign key (account_id) references account(id)
   )`,
  'create index ticket_acknowledgement_rung_idx on ticket_acknowledgement (ticket_id, rung)',
  'create index ticket_acknowledgement_account_id_idx on ticket_acknowledgement (account_id)',
  `create table ticket_told (
     ticket_id uuid not null,
     rung integer not null,
     account_id uuid not null,
     told_at timestamptz not null,
     constraint ticket_told_pkey primary key (ticket_id, rung, account_id),
     constraint ticket_told_rung_fkey foreign key (ticket_id, rung) references ticket_rung(ticket_id, rung),
     constraint ticket_told_account_id_fkey foreign key (account_id) references account(id)
   )`,
  'create index ticket_told_account_id_idx on ticket_told (account_id)',
  `create table promise_explanation (
     ticket_id uuid not null,
     reason text not null,
     account_id uuid not null,
     legal_date date not null,
     written_at timestamptz not null,
     constraint promise_explanation_pkey primary key (ticket_id),
     constraint promise_explanation_ticket_id_fkey foreign key (ticket_id) references supervision_ticket(id),
     constraint promise_explanation_account_id_fkey foreign key (account_id) references account(id)
   )`,
  'create index promise_explanation_account_id_idx on promise_explanation (account_id)',
  `create table ticket_timer (
     ticket_id uuid not null,
     wake_at timestamptz not null,
     constraint ticket_timer_pkey primary key (ticket_id),
     constraint ticket_timer_ticket_id_fkey foreign key (ticket_id) references supervision_ticket(id)
   )`,
  'create index ticket_timer_wake_at_idx on ticket_timer (wake_at)',
  // a case misses its promise once, and its limit once
  `create unique index supervision_ticket_missed_key on supervision_ticket (case_id, matter)
     where matter in ('promiseMissed', 'limitMissed')`,
  'create index supervision_ticket_opened_idx on supervision_ticket (opened_at, id)',
];

const GRANTS = [
  'grant select, insert on ticket_rung, ticket_acknowledgement, ticket_told, promise_explanation to licensing_app',
  'grant select, insert, update, delete on ticket_timer to licensing_app',
];

/** Tickets that are there already take their place on the first rung, on the day on which they were opened. */
const STANDING = [
  `insert into ticket_rung (ticket_id, rung, role, legal_date, entered_at)
     select t.id, 1, case when c.owner_role in ('windowClerk', 'reviewer', 'legalReviewer', 'decisionMaker', 'registrar')
       then c.owner_role else 'registrar' end, (t.opened_at at time zone 'Asia/Shanghai')::date, t.opened_at
     from supervision_ticket t left join licensing_case c on c.id = t.case_id`,
  'insert into ticket_timer (ticket_id, wake_at) select ticket_id, entered_at from ticket_rung',
];

const BACK = [
  'drop index supervision_ticket_opened_idx',
  'drop index supervision_ticket_missed_key',
  'drop table ticket_timer, promise_explanation, ticket_told, ticket_acknowledgement, ticket_rung',
];
