import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 年度检查 (NGO 23): an alarm for each licensed institution at the end of 31 March, and one ticket for each missed year. */
export class AnnualAlarms1772590000012 implements MigrationInterface {
  readonly name = 'AnnualAlarms1772590000012';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index supervision_ticket_annual_key');
    await runner.query('drop table annual_timer');
  }
}

const UP = [
  `create table annual_timer (
     institution_id uuid not null,
     wake_at timestamptz not null,
     constraint annual_timer_pkey primary key (institution_id),
     constraint annual_timer_institution_id_fkey foreign key (institution_id) references institution(id)
   )`,
  'create index annual_timer_wake_at_idx on annual_timer (wake_at)',
  'grant select, insert, update, delete on annual_timer to licensing_app',
  `create unique index supervision_ticket_annual_key on supervision_ticket (institution_id, legal_date)
     where matter = 'annualLate'`,
  // whoever is licensed already is looked at on the first 31 March after the year of the licence
  `insert into annual_timer (institution_id, wake_at)
   select institution_id, make_date(extract(year from min(valid_from))::int + 1, 4, 1)::timestamp at time zone 'Asia/Shanghai'
   from licence group by institution_id having bool_or(state = 'VALID')`,
];
