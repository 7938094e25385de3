import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * 分立、合并: a division gives a licence to each school that it leaves, in one case; the name of what has merged into
 * another school is free again in the same second.
 */
export class Succession1772560000010 implements MigrationInterface {
  readonly name = 'Succession1772560000010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('drop index licence_case_id_key');
    await runner.query('create unique index licence_case_institution_key on licence (case_id, institution_id)');
    await runner.query('drop index institution_name_key');
    await runner.query(
      `create unique index institution_name_key on institution (region, name)
       where state not in ('CANCELLED', 'MERGED', 'EXPIRED_PREP', 'LAPSED')`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index institution_name_key');
    await runner.query(
      `create unique index institution_name_key on institution (region, name)
       where state not in ('CANCELLED', 'EXPIRED_PREP', 'LAPSED')`,
    );
    await runner.query('drop index licence_case_institution_key');
    await runner.query('create unique index licence_case_id_key on licence (case_id)');
  }
}
