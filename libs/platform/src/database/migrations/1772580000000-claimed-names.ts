import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * One name for one school (PER 20), from the filing on: a case that asks for a name holds it while it runs. The register
 * has its own key for the names of schools that are there; a case that was refused gives its name back at once.
 */
export class ClaimedNames1772580000000 implements MigrationInterface {
  readonly name = 'ClaimedNames1772580000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table licensing_case add column claimed_name text');
    await runner.query(
      `create unique index licensing_case_claimed_name_key on licensing_case (claimed_name)
       where number is not null and closed_at is null and claimed_name is not null and state <> 'REFUSED'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index licensing_case_claimed_name_key');
    await runner.query('alter table licensing_case drop column claimed_name');
  }
}
