import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * For those who run the system: which rows of the outbox somebody decided to skip, who and why, written once; what the
 * application needs to say whether it is ready (the migrations that are applied, when the development clock last moved).
 */
export class Operators1772600000000 implements MigrationInterface {
  readonly name = 'Operators1772600000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const UP = [
  `create table outbox_skip (
     outbox_id bigint not null,
     account_id uuid not null,
     reason text not null,
     skipped_at timestamptz not null,
     constraint outbox_skip_pkey primary key (outbox_id),
     constraint outbox_skip_outbox_id_fkey foreign key (outbox_id) references outbox(id),
     constraint outbox_skip_account_id_fkey foreign key (account_id) references account(id)
   )`,
  'create index outbox_skip_account_id_idx on outbox_skip (account_id)',
  'grant select, insert on outbox_skip to licensing_app',
  // what was skipped stays skipped: nobody opens such a row again, nor does the relay
  `create function outbox_skipped_stays() returns trigger language plpgsql as $$
   begin
     if exists (select 1 from outbox_skip where outbox_id = old.id) then
       raise exception 'outbox_skipped_stays' using errcode = 'check_violation', constraint = 'outbox_skipped_stays';
     end if;
     return new;
   end $$`,
  `create trigger outbox_skipped_stays before update on outbox for each row
     when (old.done_at is not null and new.done_at is null) execute function outbox_skipped_stays()`,
  'alter table development_clock add column moved_at timestamptz', // null: never moved
  'grant select on schema_migration to licensing_app',
];
const DOWN = [
  'revoke select on schema_migration from licensing_app',
  'alter table development_clock drop column moved_at',
  'drop trigger outbox_skipped_stays on outbox',
  'drop function outbox_skipped_stays()',
  'drop table outbox_skip',
];
