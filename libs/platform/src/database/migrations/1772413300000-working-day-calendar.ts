import type { MigrationInterface, QueryRunner } from 'typeorm';
import { OFFICIAL_YEARS, SEED_CALENDAR } from '../../../../law/src/index.js';
import { canonicalJson, sha256 } from '../../ids.js';

/**
 * The working-day calendar as versions that are written once. The first version is the maintained source in libs/law;
 * cases that are closed already are pinned to it, for it is what they were counted by.
 */
export class WorkingDayCalendar1772413300000 implements MigrationInterface {
  readonly name = 'WorkingDayCalendar1772413300000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of TABLES) await runner.query(statement);
    const content = { years: OFFICIAL_YEARS, localDays: [] };
    await runner.query(
      `insert into calendar_version (version, ordinal, base_version, reason, content_hash, adopted_at, adopted_by)
       values ($1, 1, null, '', $2, now(), null)`,
      [SEED_CALENDAR, sha256(canonicalJson(content))],
    );
    for (const { year, notice, daysOff, makeUpDays } of OFFICIAL_YEARS) {
      await runner.query(
        'insert into calendar_year (version, year, notice, days_off, make_up_days) values ($1, $2, $3, $4, $5)',
        [SEED_CALENDAR, year, notice, daysOff, makeUpDays],
      );
    }
    await runner.query('update licensing_case set calendar_version = $1 where closed_at is not null', [SEED_CALENDAR]);
    for (const statement of GRANTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table timer drop column provisional');
    await runner.query('alter table licensing_case drop column calendar_version');
    await runner.query('drop table calendar_local_day, calendar_year, calendar_version');
  }
}

const TABLES = [
  `create table calendar_version (
     version text not null,
     ordinal integer not null,
     base_version text,
     reason text not null,
     content_hash text not null,
     adopted_at timestamptz not null,
     adopted_by uuid,
     constraint calendar_version_pkey primary key (version),
     constraint calendar_version_base_version_fkey foreign key (base_version) references calendar_version(version),
     constraint calendar_version_adopted_by_fkey foreign key (adopted_by) references account(id)
   )`,
  'create unique index calendar_version_ordinal_key on calendar_version (ordinal)',
  'create unique index calendar_version_base_version_key on calendar_version (base_version)',
  'create index calendar_version_adopted_by_idx on calendar_version (adopted_by)',
  `create table calendar_year (
     version text not null,
     year integer not null,
     notice text,
     days_off date array not null,
     make_up_days date array not null,
     constraint calendar_year_pkey primary key (version, year),
     constraint calendar_year_version_fkey foreign key (version) references calendar_version(version)
   )`,
  `create table calendar_local_day (
     version text not null,
     region text not null,
     day date not null,
     kind text not null,
     reason text not null,
     document_number text not null,
     constraint calendar_local_day_kind_check check (kind in ('dayOff', 'workingDay')),
     constraint calendar_local_day_pkey primary key (version, region, day),
     constraint calendar_local_day_version_fkey foreign key (version) references calendar_version(version)
   )`,
  'alter table licensing_case add column calendar_version text',
  `alter table licensing_case add constraint licensing_case_calendar_version_fkey
     foreign key (calendar_version) references calendar_version(version)`,
  'create index licensing_case_calendar_version_idx on licensing_case (calendar_version)',
  'alter table timer add column provisional boolean not null default false',
];

/** Versions are added and read, never changed. */
const GRANTS = ['calendar_version', 'calendar_year', 'calendar_local_day'].map(
  (table) => `grant select, insert on ${table} to licensing_app`,
);
