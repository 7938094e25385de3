import type { CalendarYear, LocalDay } from '../../../law/src/index.js';
import { yearOf } from '../../../law/src/index.js';
import { Refusal, type Sql } from '../../../platform/src/index.js';
import { versionInForce, type CalendarShelf } from './calendar-shelf.js';

/** A version as people look for it: who put it in force, when and why. */
export interface CalendarVersion {
  version: string;
  baseVersion: string | null;
  reason: string;
  contentHash: string;
  adoptedAt: Date;
  /** Name of the administrator; null: the version that the system came with. */
  adoptedBy: string | null;
  /** Years with an official notice. */
  years: number[];
}

/** Versions, the last first, by keyset over their order. */
export async function listCalendarVersions(
  sql: Sql,
  { cursor, limit }: { cursor?: string; limit: number },
): Promise<{ items: CalendarVersion[]; next: string | null }> {
  if (cursor !== undefined && !/^\d{1,9}$/.test(cursor)) throw new Refusal('CURSOR_INVALID');
  const rows = await sql.query<CalendarVersion & { ordinal: number }>(
    `select v.version, v.ordinal, v.base_version as "baseVersion", v.reason, v.content_hash as "contentHash",
       v.adopted_at as "adoptedAt", a.display_name as "adoptedBy",
       array(select year from calendar_year y where y.version = v.version and y.notice is not null order by year) as years
     from calendar_version v left join account a on a.id = v.adopted_by
     where $1::int is null or v.ordinal < $1 order by v.ordinal desc limit $2`,
    [cursor ?? null, limit + 1],
  );
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return {
    items: items.map(({ ordinal: _, ...item }) => item),
    next: rows.length > limit && last ? String(last.ordinal) : null,
  };
}

/** A year of the calendar in force or of an earlier version, with the days that places set for themselves. */
export async function calendarYearAt(
  calendars: CalendarShelf,
  sql: Sql,
  { year, version }: { year: number; version?: string },
): Promise<CalendarYear & { version: string; inForce: boolean; localDays: LocalDay[] }> {
  const current = await versionInForce(sql);
  const shown = version ?? current;
  const { years, localDays } = await calendars.contentOf(sql, shown);
  const found = years.find((one) => one.year === year) ?? { year, notice: null, daysOff: [], makeUpDays: [] };
  return {
    ...found,
    version: shown,
    inForce: shown === current,
    localDays: localDays.filter(({ day }) => yearOf(day) === year),
  };
}
