import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Early-childhood centres of the list of before (幼儿中心历史台账): added by import and never changed. */
export class LegacyCentres1772570000000 implements MigrationInterface {
  readonly name = 'LegacyCentres1772570000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of UP) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table legacy_centre');
  }
}

const UP = [
  `create table legacy_centre (
     institution_id uuid not null,
     number text not null,
     operator_id uuid not null,
     recognised_on date not null,
     valid_until date not null,
     imported_by uuid not null,
     imported_at timestamptz not null,
     constraint legacy_centre_pkey primary key (institution_id),
     constraint legacy_centre_institution_id_fkey foreign key (institution_id) references institution(id),
     constraint legacy_centre_operator_id_fkey foreign key (operator_id) references account(id),
     constraint legacy_centre_imported_by_fkey foreign key (imported_by) references account(id)
   )`,
  'create unique index legacy_centre_number_key on legacy_centre (number)',
  'create index legacy_centre_operator_id_idx on legacy_centre (operator_id)',
  'create index legacy_centre_imported_by_idx on legacy_centre (imported_by)',
  'grant select, insert on legacy_centre to licensing_app',
];
