import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Entries with further campuses (增设校区) are few: an address is compared with those of all of them. */
export class LikenessOfCampuses1772590000011 implements MigrationInterface {
  readonly name = 'LikenessOfCampuses1772590000011';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create index register_version_campuses_idx on register_version (institution_id)
         where fields->'campuses'->0 is not null`,
    );
    await runner.query(
      `create index licensing_case_running_idx on licensing_case (id) where number is not null and closed_at is null`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index register_version_campuses_idx, licensing_case_running_idx');
  }
}
