import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Indexes for questions that read a table as a whole: officers among all accounts, cases that are not closed, the last
 * decisions of a matter, and the last visits of an inspector.
 */
export class IndexesForManyRows1772800000000 implements MigrationInterface {
  readonly name = 'IndexesForManyRows1772800000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const index of [
      'site_visit_planned_on_idx',
      'case_event_decided_idx',
      'licensing_case_open_idx',
      'account_roles_idx',
    ])
      await runner.query(`drop index ${index}`);
  }
}

const UP = [
  'create index account_roles_idx on account using gin (roles)',
  'create index licensing_case_open_idx on licensing_case (owner_role, state) where closed_at is null',
  `create index case_event_decided_idx on case_event (at, case_id) where type in ('grant', 'refuse')`,
  'create index site_visit_planned_on_idx on site_visit (planned_on, id)',
];
