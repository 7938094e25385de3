import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The queue of a desk is read along the alarms, a page at a time, with the case as the second part of its key. */
export class QueueByAlarm1772900000001 implements MigrationInterface {
  readonly name = 'QueueByAlarm1772900000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('drop index timer_wake_at_idx');
    await runner.query('create index timer_wake_at_idx on timer (wake_at, case_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index timer_wake_at_idx');
    await runner.query('create index timer_wake_at_idx on timer (wake_at)');
  }
}
