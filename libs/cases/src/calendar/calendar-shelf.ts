import {
  localDaysIn,
  workingCalendar,
  type CalendarYear,
  type LocalDay,
  type WorkingCalendar,
} from '../../../law/src/index.js';
import { canonicalJson, Refusal, sha256, type Sql } from '../../../platform/src/index.js';

/** Everything that a version of the calendar says: all its years, and the days of all places. */
export interface CalendarContent {
  years: readonly CalendarYear[];
  localDays: readonly LocalDay[];
}

export const contentHashOf = ({ years, localDays }: CalendarContent): string =>
  sha256(canonicalJson({ years, localDays }));

/**
 * The versions of the working-day calendar. Which one is in force stands in the database and is asked for in every
 * transaction, so that several processes never count differently; what a version says never changes and is kept here.
 */
export class CalendarShelf {
  private readonly contents = new Map<string, CalendarContent>();
  private readonly calendars = new Map<string, WorkingCalendar>();

  /** @param county six digits; days that other places set for themselves do not count */
  constructor(readonly county: string) {}

  /** The calendar that counts now. In a command: asked for after the case is locked. */
  async inForce(sql: Sql): Promise<WorkingCalendar> {
    return this.at(sql, await versionInForce(sql));
  }

  /** A calendar by its version: that of a closed case, or an earlier one to be looked at. */
  async at(sql: Sql, version: string): Promise<WorkingCalendar> {
    const kept = this.calendars.get(version);
    if (kept) return kept;
    const calendar = this.made(version, await this.contentOf(sql, version));
    this.calendars.set(version, calendar);
    return calendar;
  }

  /** A calendar from its content, whether it is in force, was, or is only proposed. */
  made(version: string, { years, localDays }: CalendarContent): WorkingCalendar {
    return workingCalendar(years, version, localDaysIn(this.county, localDays));
  }

  /** @throws Refusal CALENDAR_UNKNOWN; Error where the rows are not those that were adopted: the version's own hash says so */
  async contentOf(sql: Sql, version: string): Promise<CalendarContent> {
    const kept = this.contents.get(version);
    if (kept) return kept;
    const [row] = await sql.query<CalendarContent & { content_hash: string }>(CONTENT, [version]);
    if (!row) throw new Refusal('CALENDAR_UNKNOWN');
    const content = { years: row.years, localDays: row.localDays };
    if (contentHashOf(content) !== row.content_hash) throw new Error(`calendar ${version} is not what was adopted`);
    this.contents.set(version, content);
    return content;
  }
}

/** The version that was adopted last, as a query of one value. */
export const VERSION_IN_FORCE = 'select version from calendar_version order by ordinal desc limit 1';

export async function versionInForce(sql: Sql): Promise<string> {
  const [row] = await sql.query<{ version: string }>(VERSION_IN_FORCE);
  return inForceOf(row?.version);
}

export function inForceOf(version: string | null | undefined): string {
  if (!version) throw new Error('there is no calendar: the migrations have not run');
  return version;
}

const CONTENT = `
  select v.content_hash,
    (select coalesce(jsonb_agg(jsonb_build_object('year', year, 'notice', notice, 'daysOff', days_off, 'makeUpDays', make_up_days)
       order by year), '[]') from calendar_year where version = v.version) as years,
    (select coalesce(jsonb_agg(jsonb_build_object('region', region, 'day', day, 'kind', kind, 'reason', reason,
       'documentNumber', document_number) order by region, day), '[]') from calendar_local_day where version = v.version) as "localDays"
  from calendar_version v where v.version = $1`;
