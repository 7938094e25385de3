import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 承继 (PEL 53, 55): which institution became which, by a merger or a division; written once and never again. */
export class RegisterLineage1772590000000 implements MigrationInterface {
  readonly name = 'RegisterLineage1772590000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table register_lineage');
  }
}

const UP = [
  `create table register_lineage (
     predecessor uuid not null,
     successor uuid not null,
     case_id uuid not null,
     kind text not null,
     day date not null,
     recorded_at timestamptz not null,
     constraint register_lineage_kind_check check (kind in ('merger', 'division')),
     constraint register_lineage_other_check check (predecessor <> successor),
     constraint register_lineage_pkey primary key (predecessor, successor),
     constraint register_lineage_predecessor_fkey foreign key (predecessor) references institution(id),
     constraint register_lineage_successor_fkey foreign key (successor) references institution(id),
     constraint register_lineage_case_id_fkey foreign key (case_id) references licensing_case(id)
   )`,
  'create index register_lineage_successor_idx on register_lineage (successor)',
  'create index register_lineage_case_id_idx on register_lineage (case_id)',
  'grant select, insert on register_lineage to licensing_app',
];
