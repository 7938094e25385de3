import {
  compareDates,
  workingDaysBetween,
  type Lane,
  type PlainDate,
  type WorkingCalendar,
} from '../../law/src/index.js';
import { isSiteLane, SITE_LANES, type SiteLane } from '../../procedures/src/index.js';
import type { LogEntry } from './log.js';

/** Who can hold a case up, as people see it. */
export const HOLDERS = ['bureau', 'applicant', 'health', 'market', 'expert'] as const;
export type CaseHolder = (typeof HOLDERS)[number];

type Logged = Pick<LogEntry, 'seq' | 'type' | 'state' | 'owner_role' | 'legal_date' | 'payload'>;

/**
 * A stretch in which one holder had the case: the days after `after` up to and including `until` (null: until now). The
 * day of an event belongs to the holder before it, as the day of an event counts in no period (CPL 85 by analogy).
 */
export interface Holding {
  holder: CaseHolder;
  after: PlainDate;
  until: PlainDate | null;
  /** Number of the entry in the log with which it began. */
  event: number;
}

/** Who had the case when, read off the log. A holding of no days is left out. */
export function holdingsOf(entries: readonly Logged[], closed: boolean): Holding[] {
  const log = entries.filter(({ type }) => type !== 'carryOver'); // nobody had the case before it or after it who had not
  const owed = new Set<SiteLane>();
  const failed = new Set<SiteLane>();
  return log.flatMap((entry, i) => {
    noteSiteResults(entry, owed, failed);
    const until = log[i + 1]?.legal_date ?? (closed ? entry.legal_date : null);
    if (until !== null && compareDates(until, entry.legal_date) <= 0) return [];
    return [{ holder: holderAfter(entry, owed), after: entry.legal_date, until, event: entry.seq }];
  });
}

/** The working days that each holder had the case, from the submission to its end or to today. Nobody types these in. */
export function daysByHolder(
  log: readonly Logged[],
  { asOf, closed, calendar }: { asOf: PlainDate; closed: boolean; calendar: WorkingCalendar },
): { holder: CaseHolder; days: number }[] {
  const days = new Map<CaseHolder, number>(HOLDERS.map((holder) => [holder, 0]));
  for (const { holder, after, until } of holdingsOf(log, closed)) {
    const counted = workingDaysBetween(after, until ?? asOf, calendar);
    days.set(holder, (days.get(holder) ?? 0) + counted);
  }
  return HOLDERS.map((holder) => ({ holder, days: days.get(holder) ?? 0 }));
}

/** Which departments still owe the result of a visit, and which have to come again. */
function noteSiteResults({ type, payload }: Logged, owed: Set<SiteLane>, failed: Set<SiteLane>): void {
  if (type === 'arrangeSiteCheck') SITE_LANES.forEach((lane) => owed.add(lane));
  if (type === 'arrangeReCheck') failed.forEach((lane) => owed.add(lane));
  const lane = payload['lane'] as Lane | undefined;
  if (type !== 'recordAttestation' || !lane || !isSiteLane(lane)) return;
  owed.delete(lane);
  if (payload['result'] === 'fail') failed.add(lane);
  else failed.delete(lane);
}

/**
 * During a joint visit the education bureau, which leads it, has the case until its own result is signed; after that the
 * department that still owes one.
 */
function holderAfter({ state, owner_role }: Logged, owed: ReadonlySet<SiteLane>): CaseHolder {
  if (owner_role === 'hearingChair') return 'bureau';
  if (state === 'SPECIAL_PROCEDURE') return 'expert';
  if (owner_role === 'sponsor') return 'applicant';
  if (!owner_role.endsWith('Inspector') || owed.has('education_site')) return 'bureau';
  if (owed.has('health_site')) return 'health';
  return owed.has('market_site') ? 'market' : 'bureau';
}
