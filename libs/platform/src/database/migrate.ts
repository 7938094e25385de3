import { DataSource, MigrationExecutor, type QueryRunner } from 'typeorm';
import { InitialSchema1772413200000 } from './migrations/1772413200000-initial-schema.js';
import { WorkingDayCalendar1772413300000 } from './migrations/1772413300000-working-day-calendar.js';
import { EffectsOfLaw1772413400000 } from './migrations/1772413400000-effects-of-law.js';
import { ClosedListDemands1772500000000 } from './migrations/1772500000000-closed-list-demands.js';
import { TripsAndAppointments1772510000000 } from './migrations/1772510000000-trips-and-appointments.js';
import { SupervisionLadder1772520000000 } from './migrations/1772520000000-supervision-ladder.js';
import { ToleranceAndHearing1772530000000 } from './migrations/1772530000000-tolerance-and-hearing.js';
import { DecisionRoomAndRecusal1772540000000 } from './migrations/1772540000000-decision-room-and-recusal.js';
import { LegacyCentres1772570000000 } from './migrations/1772570000000-legacy-centres.js';
import { ClaimedNames1772580000000 } from './migrations/1772580000000-claimed-names.js';
import { RegisterOrder1772550000000 } from './migrations/1772550000000-register-order.js';
import { CoSignature1772560000000 } from './migrations/1772560000000-co-signature.js';
import { Succession1772560000010 } from './migrations/1772560000010-succession.js';
import { RegisterLineage1772590000000 } from './migrations/1772590000000-register-lineage.js';
import { RegisterLikeness1772590000001 } from './migrations/1772590000001-register-likeness.js';
import { LineageOfCentres1772590000010 } from './migrations/1772590000010-lineage-of-centres.js';
import { LikenessOfCampuses1772590000011 } from './migrations/1772590000011-likeness-of-campuses.js';
import { AnnualAlarms1772590000012 } from './migrations/1772590000012-annual-alarms.js';
import { Operators1772600000000 } from './migrations/1772600000000-operators.js';
import { IndexesForManyRows1772800000000 } from './migrations/1772800000000-indexes-for-many-rows.js';
import { CaseNames1772900000000 } from './migrations/1772900000000-case-names.js';
import { QueueByAlarm1772900000001 } from './migrations/1772900000001-queue-by-alarm.js';
import { NamesLeft1772900000002 } from './migrations/1772900000002-names-left.js';
import { APP_ROLE, type Sql } from './connection.js';

export const MIGRATIONS = [
  InitialSchema1772413200000,
  WorkingDayCalendar1772413300000,
  EffectsOfLaw1772413400000,
  ClosedListDemands1772500000000,
  TripsAndAppointments1772510000000,
  SupervisionLadder1772520000000,
  ToleranceAndHearing1772530000000,
  DecisionRoomAndRecusal1772540000000,
  RegisterOrder1772550000000,
  CoSignature1772560000000,
  Succession1772560000010,
  LegacyCentres1772570000000,
  ClaimedNames1772580000000,
  RegisterLineage1772590000000,
  RegisterLikeness1772590000001,
  LineageOfCentres1772590000010,
  LikenessOfCampuses1772590000011,
  AnnualAlarms1772590000012,
  Operators1772600000000,
  IndexesForManyRows1772800000000,
  CaseNames1772900000000,
  QueueByAlarm1772900000001,
  NamesLeft1772900000002,
];

/** One holder at a time makes or changes the schema; who reads all of it shares the lock. */
export const SCHEMA_LOCK = 720501;

/** Migrations of this release that the database has not seen; none where it is ready for it. */
export async function missingMigrations(sql: Sql): Promise<string[]> {
  const applied = await sql.query<{ name: string }>('select name from schema_migration');
  const names = new Set(applied.map(({ name }) => name));
  return MIGRATIONS.map((Migration) => new Migration().name).filter((name) => !names.has(name));
}

/** A connection of the schema's owner; the application never holds one. */
export function ownerSource(ownerUrl: string, migrations: readonly (new () => object)[] = MIGRATIONS): DataSource {
  return new DataSource({
    type: 'postgres',
    url: ownerUrl,
    migrations: [...migrations],
    migrationsTableName: 'schema_migration',
    uuidExtension: 'pgcrypto',
    installExtensions: false,
    extra: { max: 1 },
  });
}

/** Brings the schema up to date; safe to run from several processes at once (advisory lock). */
export async function migrate(ownerUrl: string): Promise<void> {
  const source = await ownerSource(ownerUrl).initialize();
  try {
    await source.query('select pg_advisory_lock($1)', [SCHEMA_LOCK]);
    await ensureApplicationRole(source);
    await source.runMigrations({ transaction: 'each' });
    await source.query('select pg_advisory_unlock($1)', [SCHEMA_LOCK]);
  } finally {
    await source.destroy();
  }
}

/**
 * Work on an empty database whose schema is made by exactly these migrations, all in one transaction: it ends with both
 * the schema and what the work did, or with neither.
 */
export async function onSchemaOf<T>(
  ownerUrl: string,
  names: readonly string[],
  before: (runner: QueryRunner) => Promise<void>,
  work: (runner: QueryRunner) => Promise<T>,
): Promise<T> {
  const source = await ownerSource(
    ownerUrl,
    MIGRATIONS.filter(({ name }) => names.includes(name)),
  ).initialize();
  const runner = source.createQueryRunner();
  try {
    await runner.startTransaction();
    await runner.query('select pg_advisory_xact_lock($1)', [SCHEMA_LOCK]);
    await before(runner);
    await ensureApplicationRole(runner);
    const executor = new MigrationExecutor(source, runner);
    executor.transaction = 'none';
    await executor.executePendingMigrations();
    const done = await work(runner);
    await runner.commitTransaction();
    return done;
  } catch (error) {
    if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
    throw error;
  } finally {
    await runner.release();
    await source.destroy();
  }
}

/** On a database of one's own choice the role may be missing; then it is made, without a login of its own. */
async function ensureApplicationRole(source: DataSource | QueryRunner): Promise<void> {
  const found = (await source.query('select 1 from pg_roles where rolname = $1', [APP_ROLE])) as unknown[];
  if (found.length > 0) return;
  await source.query(`create role ${APP_ROLE} nologin`);
  await source.query(`grant ${APP_ROLE} to current_user`);
}
