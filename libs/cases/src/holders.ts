import { compareDates, workingDaysBetween, type PlainDate, type WorkingCalendar } from '../../law/src/index.js';
import type { ActingRole } from '../../procedures/src/index.js';
import type { LogEntry } from './log.js';

/** Who can hold a case up, as people see it. */
export const HOLDERS = ['bureau', 'applicant', 'inspectors', 'expert'] as const;
export type CaseHolder = (typeof HOLDERS)[number];

/** The working days that each holder had the case, from the submission to its end or to today. Nobody types these in. */
export function daysByHolder(
  log: readonly Pick<LogEntry, 'state' | 'owner_role' | 'legal_date'>[],
  { asOf, closed, calendar }: { asOf: PlainDate; closed: boolean; calendar: WorkingCalendar },
): { holder: CaseHolder; days: number }[] {
  const days = new Map<CaseHolder, number>(HOLDERS.map((holder) => [holder, 0]));
  log.forEach((entry, i) => {
    const next = log[i + 1];
    const until = next?.legal_date ?? (closed ? entry.legal_date : asOf);
    if (compareDates(until, entry.legal_date) <= 0) return;
    const holder = holderOf(entry);
    days.set(holder, (days.get(holder) ?? 0) + workingDaysBetween(entry.legal_date, until, calendar));
  });
  return HOLDERS.map((holder) => ({ holder, days: days.get(holder) ?? 0 }));
}

function holderOf({ state, owner_role }: { state: string; owner_role: ActingRole }): CaseHolder {
  if (state === 'SPECIAL_PROCEDURE') return 'expert';
  if (owner_role === 'sponsor') return 'applicant';
  return owner_role.endsWith('Inspector') ? 'inspectors' : 'bureau';
}
