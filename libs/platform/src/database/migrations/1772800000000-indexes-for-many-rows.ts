import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Indexes for questions that read a table as a whole: officers among all accounts, and cases that are not closed. */
export class IndexesForManyRows1772800000000 implements MigrationInterface {
  readonly name = 'IndexesForManyRows1772800000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index account_roles_idx on account using gin (roles)');
    await runner.query(
      'create index licensing_case_open_idx on licensing_case (owner_role, state) where closed_at is null',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index licensing_case_open_idx');
    await runner.query('drop index account_roles_idx');
  }
}
