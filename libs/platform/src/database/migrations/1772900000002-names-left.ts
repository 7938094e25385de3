import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The indexes that `case_name` has taken over. In a transaction of its own: while the copy was made others went on under
 * the release before, and whoever holds a weak lock of `licensing_case` there and asks for a stronger one must not meet this.
 */
export class NamesLeft1772900000002 implements MigrationInterface {
  readonly name = 'NamesLeft1772900000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('drop index licensing_case_name_trgm_idx, licensing_case_name_bigram_idx');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'create index licensing_case_name_trgm_idx on licensing_case using gin (institution_name gin_trgm_ops)',
    );
    await runner.query(
      'create index licensing_case_name_bigram_idx on licensing_case using gin (bigrams(institution_name))',
    );
  }
}
