import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The order in which the register was written: two versions of one entry may be recorded in the same instant, and the one
 * written last is what the register says.
 */
export class RegisterOrder1772550000000 implements MigrationInterface {
  readonly name = 'RegisterOrder1772550000000';

  async up(runner: QueryRunner): Promise<void> {
    // rows that are there already are numbered as they lie, and nothing was ever moved in an append-only table
    await runner.query('alter table register_version add column ordinal bigint generated always as identity');
    await runner.query(
      'create unique index register_version_institution_ordinal_key on register_version (institution_id, ordinal)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table register_version drop column ordinal');
  }
}
