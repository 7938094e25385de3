import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What cases are searched by lies beside them: the two indexes for parts of a name are dear to write, and every step of
 * a case wrote them anew although its name stays. PostgreSQL keeps the copy by itself; nobody else can write it.
 */
export class CaseNames1772900000000 implements MigrationInterface {
  readonly name = 'CaseNames1772900000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const UP = [
  `create table case_name (
     case_id uuid not null,
     name text not null,
     constraint case_name_pkey primary key (case_id),
     constraint case_name_case_id_fkey foreign key (case_id) references licensing_case(id)
   )`,
  'insert into case_name (case_id, name) select id, institution_name from licensing_case',
  'create index case_name_trgm_idx on case_name using gin (name gin_trgm_ops)',
  'create index case_name_bigram_idx on case_name using gin (bigrams(name))',
  `create function keep_case_name() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
   begin
     insert into case_name (case_id, name) values (new.id, new.institution_name)
     on conflict (case_id) do update set name = excluded.name;
     return null;
   end $$`,
  `create trigger licensing_case_named after insert on licensing_case for each row execute function keep_case_name()`,
  `create trigger licensing_case_renamed after update of institution_name on licensing_case for each row
     when (old.institution_name is distinct from new.institution_name) execute function keep_case_name()`,
  'grant select on case_name to licensing_app',
];

const DOWN = [
  'drop trigger licensing_case_renamed on licensing_case',
  'drop trigger licensing_case_named on licensing_case',
  'drop function keep_case_name()',
  'drop table case_name',
];
