import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A centre of the list of before that went on as a kindergarten (PSL 30) is its predecessor. */
export class LineageOfCentres1772590000010 implements MigrationInterface {
  readonly name = 'LineageOfCentres1772590000010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table register_lineage drop constraint register_lineage_kind_check');
    await runner.query(
      `alter table register_lineage add constraint register_lineage_kind_check
         check (kind in ('merger', 'division', 'conversion'))`,
    );
    for (const statement of OF_BEFORE) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`delete from register_lineage where kind = 'conversion'`);
    await runner.query('alter table register_lineage drop constraint register_lineage_kind_check');
    await runner.query(
      `alter table register_lineage add constraint register_lineage_kind_check check (kind in ('merger', 'division'))`,
    );
  }
}

/** Conversions that were decided before there was a line for them. */
const OF_BEFORE = [
  `insert into register_lineage (predecessor, successor, case_id, kind, day, recorded_at)
   select v.institution_id, l.institution_id, v.case_id, 'conversion', v.valid_from, v.recorded_at
   from register_version v join licence l on l.number = v.fields->'became'->>'kindergartenLicence'
   where v.cause = 'convertCentre' and v.case_id is not null and l.institution_id <> v.institution_id
   on conflict do nothing`,
];
