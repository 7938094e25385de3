import { CLOCK_RULES } from './clock-rules.js';
import { addYears, compareDates, type PlainDate } from './plain-date.js';
import { STANDARD_READINGS, type Readings } from './readings.js';

/** The matter that keeps a licence alive (ALL 50). */
export const RENEWAL_MATTER = 'RENEW';
/** The matters that a preparation leads to (PEL 15, 16). */
export const FORMAL_ESTABLISHMENT: readonly string[] = ['EST-FORMAL', 'EST-DIRECT'];

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
 * Whether a school stands verified as idle (无实际招生、办学活动, PER 50(3)): two officers found so (ALL 34(3); a county may
 * ask for more), and none has found teaching since.
 */
export function isIdle(
  findings: readonly TeachingFinding[],
  { idleOfficers }: Pick<Readings, 'idleOfficers'> = STANDARD_READINGS,
): boolean {
  const lastTeaching = findings
    .filter(({ teaching }) => teaching)
    .map(({ foundOn }) => foundOn)
    .sort(compareDates)
    .at(-1);
  const idle = findings.filter(({ teaching, foundOn }) => !teaching && (!lastTeaching || foundOn > lastTeaching));
  return new Set(idle.map(({ officerId }) => officerId)).size >= idleOfficers;
}

/** An entry of the register, as far as time can end it. */
export interface EndingEntry {
  state: string;
  preparedUntil: PlainDate | null;
  licence: { state: string; validTo: PlainDate } | null;
}

/** What hangs on an entry: a formal application in time keeps a preparation; a renewal that is asked for keeps a school from lapsing. */
export interface Pending {
  formalApplication: boolean;
  renewal: boolean;
  findings: readonly TeachingFinding[];
}

/** What the law does to an entry of the register by itself, on its legal date. */
export interface EffectOfLaw {
  effect: 'expirePreparation' | 'lapse' | 'expireLicence';
  legalDate: PlainDate;
}

/**
 * The effect that is due, if any. A preparation ends after three years unless a formal application runs (PEL 14(3), 15).
 * A licence lapses where nobody asked for its renewal and officers found no teaching (PER 50(3)), also when they find so
 * after it has run out: then on the day of the last finding. Any other licence runs out (ALL 70(1)), and what follows is
 * decided case by case.
 */
export function effectOfLawOn(
  today: PlainDate,
  entry: EndingEntry,
  pending: Pending,
  readings: Pick<Readings, 'idleOfficers'> = STANDARD_READINGS,
): EffectOfLaw | null {
  const { state, licence } = entry;
  // a school that is being closed ends by its cancellation and in no other way (PEL 58-60)
  if (state === 'CLOSING' || state === 'REVOKED') return null;
  const isOver = (lastDay: PlainDate): boolean => compareDates(today, lastDay) > 0;
  if (state === 'PREPARING' && entry.preparedUntil && isOver(entry.preparedUntil))
    return pending.formalApplication ? null : { effect: 'expirePreparation', legalDate: entry.preparedUntil };
  if (!licence || !isOver(licence.validTo)) return null;
  const idle = isIdle(pending.findings, readings) && !pending.renewal;
  if (licence.state === 'EXPIRED')
    return idle ? { effect: 'lapse', legalDate: pending.findings.at(-1)?.foundOn ?? licence.validTo } : null;
  return licence.state === 'VALID' ? { effect: idle ? 'lapse' : 'expireLicence', legalDate: licence.validTo } : null;
}

/** The day at whose end to look again: an entry that something keeps alive past its day is looked at every day. */
export function nextLook({ state, preparedUntil: until, licence }: EndingEntry, today: PlainDate): PlainDate | null {
  if (state === 'CLOSING' || state === 'REVOKED') return null;
  const lastDay = state === 'PREPARING' ? until : licence?.state === 'VALID' ? licence.validTo : null;
  return lastDay && compareDates(lastDay, today) < 0 ? today : lastDay;
}
