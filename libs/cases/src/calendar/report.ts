import {
  calendarYearOf,
  compareDates,
  endOfDay,
  faultsOfYear,
  plainDateOf,
  yearOf,
  type LocalDay,
  type PlainDate,
  type WorkingCalendar,
  type YearEntry,
} from '../../../law/src/index.js';
import { standingOf, type CaseSnapshot, type RunningClockId } from '../../../procedures/src/index.js';
import { notRecused } from '../../../people/src/index.js';
import { canonicalJson, Refusal, sha256, type Sql } from '../../../platform/src/index.js';
import { clocksOf, type CaseClock } from '../clocks.js';
import type { Workshop } from '../workshop.js';
import type { LogEntry } from '../log.js';
import { contentHashOf, versionInForce, type CalendarContent } from './calendar-shelf.js';

/** A clock of an open case whose last day a change would move. */
export interface CalendarMove {
  caseId: string;
  number: string;
  state: string;
  clock: RunningClockId;
  before: PlainDate;
  after: PlainDate;
  /** `earlier` leaves its holder less time than was shown: nobody adopts that without having seen it. */
  direction: 'earlier' | 'later';
  /** Whose period it is. */
  holder: 'bureau' | 'applicant';
  /** The new last day is over already: the law acts as soon as the change is adopted. */
  passed: boolean;
}

export interface CalendarReport {
  baseVersion: string;
  year: number;
  reportHash: string;
  /** What is worse for somebody first, then by day. */
  moves: CalendarMove[];
  openCases: number;
  movedCases: number;
  /** Of these, cases that the reader must stay away from: their moves are not listed. */
  withheldCases: number;
  /** Limits that end earlier than before, listed or not. */
  earlier: number;
  untouchedCases: number;
  /** Never touched: each keeps the calendar that it was closed under. */
  closedCases: number;
  /** Clocks whose day is certain only with this change, and those whose day no longer is. */
  becomeFirm: number;
  becomeProvisional: number;
}

export interface Proposed {
  base: { version: string; content: CalendarContent };
  content: CalendarContent;
}

const BATCH = 500;

/**
 * What a change would do, without doing it. The hash names the change, its base, and every day that would move.
 * @param reader from whom the cases are kept that they must stay away from: counted, not named (CSL 76)
 */
export async function reportCalendarChange(
  workshop: Workshop,
  sql: Sql,
  entry: YearEntry,
  reader: string | null,
): Promise<CalendarReport> {
  const report = await reportOn(workshop, sql, entry, await proposed(workshop, sql, entry));
  const shown = await sql.query<{ id: string }>(
    `select c.id from licensing_case c where c.id = any($1::uuid[]) and ${notRecused('c.id', '$2')}`,
    [report.moves.map(({ caseId }) => caseId), reader],
  );
  const moves = report.moves.filter(({ caseId }) => shown.some(({ id }) => id === caseId));
  return { ...report, moves, withheldCases: report.movedCases - shown.length };
}

/** @throws Refusal FIELDS_INVALID with each fault at its field; CALENDAR_UNCHANGED */
export async function proposed({ calendars }: Workshop, sql: Sql, entry: YearEntry): Promise<Proposed> {
  const faults = faultsOfYear(entry, calendars.county);
  if (faults.length > 0) throw new Refusal('FIELDS_INVALID', { fields: faults });
  const version = await versionInForce(sql);
  const base = { version, content: await calendars.contentOf(sql, version) };
  const content = withYear(base.content, entry);
  if (contentHashOf(content) === contentHashOf(base.content)) throw new Refusal('CALENDAR_UNCHANGED');
  return { base, content };
}

/** The calendar with one year put in the place of what it said before. A year of which nothing is known is left out. */
function withYear({ years, localDays }: CalendarContent, entry: YearEntry): CalendarContent {
  const others = years.filter(({ year }) => year !== entry.year);
  const year = entry.notice === null ? [] : [calendarYearOf(entry)];
  const elsewhen = localDays.filter(({ day }) => yearOf(day) !== entry.year);
  const own = entry.localDays.map(({ region, day, kind, reason, documentNumber }): LocalDay => {
    return { region, day: day as PlainDate, kind, reason: reason.trim(), documentNumber: documentNumber.trim() };
  });
  return {
    years: [...others, ...year].sort((a, b) => a.year - b.year),
    localDays: [...elsewhen, ...own].sort((a, b) =>
      a.region === b.region ? compareDates(a.day, b.day) : a.region < b.region ? -1 : 1,
    ),
  };
}

export async function reportOn(
  workshop: Workshop,
  sql: Sql,
  entry: YearEntry,
  { base, content }: Proposed,
): Promise<CalendarReport> {
  const calendars = {
    before: await workshop.calendars.at(sql, base.version),
    after: workshop.calendars.made('', content),
  };
  const [closed] = await sql.query<{ n: string }>(
    'select count(*) as n from licensing_case where closed_at is not null',
  );
  const found = { moves: [] as CalendarMove[], openCases: 0, becomeFirm: 0, becomeProvisional: 0 };
  for (
    let cases = await openCases(sql, null);
    cases.length > 0;
    cases = await openCases(sql, cases.at(-1)?.id ?? null)
  ) {
    found.openCases += cases.length;
    for (const one of cases) await compare(workshop, sql, one, calendars, found);
  }
  found.moves.sort(worstFirst);
  const movedCases = new Set(found.moves.map(({ caseId }) => caseId)).size;
  const moved = found.moves.map(({ caseId, clock, before, after }) => [caseId, clock, before, after]);
  return {
    baseVersion: base.version,
    year: entry.year,
    reportHash: sha256(canonicalJson({ base: base.version, content: contentHashOf(content), moved })),
    movedCases,
    withheldCases: 0,
    earlier: found.moves.filter(({ direction }) => direction === 'earlier').length,
    untouchedCases: found.openCases - movedCases,
    closedCases: Number(closed?.n ?? 0),
    ...found,
  };
}

const worstFirst = (a: CalendarMove, b: CalendarMove): number =>
  a.direction === b.direction
    ? compareDates(a.after, b.after) || a.number.localeCompare(b.number) || a.clock.localeCompare(b.clock)
    : a.direction === 'earlier'
      ? -1
      : 1;

interface OpenCase {
  id: string;
  number: string;
  state: string;
  snapshot: CaseSnapshot;
  pack_hash: string;
  machine_hash: string;
  log: Pick<LogEntry, 'seq' | 'type' | 'state' | 'owner_role' | 'legal_date' | 'payload'>[];
}

/** Submitted cases that are not closed, by id: drafts have no clocks. */
async function openCases(sql: Sql, after: string | null): Promise<OpenCase[]> {
  return sql.query<OpenCase>(
    `select c.id, c.number, c.state, c.snapshot, c.pack_hash, c.machine_hash, e.log
     from (select * from licensing_case where closed_at is null and number is not null
         and ($1::uuid is null or id > $1) order by id limit $2) c
       cross join lateral (select jsonb_agg(jsonb_build_object('seq', seq, 'type', type, 'state', state,
         'owner_role', owner_role, 'legal_date', legal_date, 'payload', payload) order by seq) as log from case_event where case_id = c.id) e
     order by c.id`,
    [after, BATCH],
  );
}

async function compare(
  { shelf, clock }: Workshop,
  sql: Sql,
  one: OpenCase,
  calendars: { before: WorkingCalendar; after: WorkingCalendar },
  found: { moves: CalendarMove[]; becomeFirm: number; becomeProvisional: number },
): Promise<void> {
  const { pack, procedure } = await shelf.pinned(sql, one);
  const now = clock.now();
  const { clocks: running } = standingOf(procedure, one.snapshot);
  const at = (calendar: WorkingCalendar): CaseClock[] =>
    clocksOf(one.log, running, { pack, known: procedure.clocks, calendar, asOf: plainDateOf(now), closed: false });
  const after = at(calendars.after);
  for (const { id, status, whose, deadline } of at(calendars.before)) {
    const will = after.find((other) => other.id === id)?.deadline;
    if (!will || (status !== 'running' && status !== 'paused')) continue;
    if (deadline.provisional && !will.provisional) found.becomeFirm += 1;
    if (!deadline.provisional && will.provisional) found.becomeProvisional += 1;
    if (will.dueOn === deadline.dueOn) continue;
    found.moves.push({
      caseId: one.id,
      number: one.number,
      state: one.state,
      clock: id,
      before: deadline.dueOn,
      after: will.dueOn,
      direction: compareDates(will.dueOn, deadline.dueOn) < 0 ? 'earlier' : 'later',
      holder: whose === 'applicant' ? 'applicant' : 'bureau',
      passed: endOfDay(will.dueOn) <= now,
    });
  }
}
