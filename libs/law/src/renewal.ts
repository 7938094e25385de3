import type { WorkingCalendar } from './calendar.js';
import { CLOCK_RULES } from './clock-rules.js';
import { latestDayBefore } from './clocks.js';
import { addDays, addYears, compareDates, type PlainDate } from './plain-date.js';

/** Whether a renewal was asked for thirty days before the licence expires (ALL 50(1)). */
export const filedInTime = (filedOn: PlainDate, validTo: PlainDate, calendar: WorkingCalendar): boolean =>
  compareDates(filedOn, latestDayBefore(CLOCK_RULES.renewal_apply_before, validTo, calendar)) <= 0;

/**
 * What silence does on the day the licence expires (ALL 50(2)): a renewal that was filed in time and that the bureau had
 * in hand on that day is granted by law. One that waits for the school's own corrections is not (a reading, ADR 10), nor
 * is one that came late.
 */
export function renewalBySilence(
  { filedOn, validTo, awaitsApplicant }: { filedOn: PlainDate; validTo: PlainDate; awaitsApplicant: boolean },
  calendar: WorkingCalendar,
): 'deemed' | 'none' {
  return filedInTime(filedOn, validTo, calendar) && !awaitsApplicant ? 'deemed' : 'none';
}

/** The new term: it begins the day after the old one ends (PER 22(2)). */
export function renewedTerm(validTo: PlainDate, years: number): { from: PlainDate; to: PlainDate } {
  const from = addDays(validTo, 1);
  return { from, to: addDays(addYears(from, years), -1) };
}

/** The last day of a preparation (PEL 14(3)): three years from its approval. */
export const preparedUntil = (approvedOn: PlainDate): PlainDate =>
  addYears(approvedOn, CLOCK_RULES.prep_validity.length);

/** What an officer found at a school: whether there is teaching or any pupil at all. */
export interface TeachingFinding {
  officerId: string;
  foundOn: PlainDate;
  teaching: boolean;
}

/**
 * Whether a school stands verified as idle (无实际招生、办学活动, PER 50(3)): two officers found so (ALL 34(3)), and none
 * has found teaching since.
 */
export function isIdle(findings: readonly TeachingFinding[]): boolean {
  const lastTeaching = findings
    .filter(({ teaching }) => teaching)
    .map(({ foundOn }) => foundOn)
    .sort(compareDates)
    .at(-1);
  const idle = findings.filter(({ teaching, foundOn }) => !teaching && (!lastTeaching || foundOn > lastTeaching));
  return new Set(idle.map(({ officerId }) => officerId)).size >= 2;
}

/**
 * What happens to a licence that reaches its last day: a renewal in hand keeps it (ALL 50(2)); a school that does not
 * teach lapses by itself (PER 50(3)); any other licence has run out (ALL 70(1)), and what follows is decided case by case.
 */
export function atExpiry({
  renewal,
  idle,
}: {
  renewal: 'deemed' | 'none';
  idle: boolean;
}): 'renew' | 'lapse' | 'expire' {
  if (renewal === 'deemed') return 'renew';
  return idle ? 'lapse' : 'expire';
}
