import { addWorkingDays, type WorkingCalendar } from './calendar.js';
import { compareDates, type PlainDate } from './plain-date.js';
import { STANDARD_READINGS, type Readings } from './readings.js';
import { OFFICER_ROLES, type Role } from './roles.js';

/**
 * The ladder of supervision (督办, product 63): the officer whose task it is, the head of the section, the head of the
 * agency in charge, the discipline officer. The order is the order of the list.
 */
export const RUNGS = ['officer', 'section', 'head', 'discipline'] as const;
export type Rung = (typeof RUNGS)[number];

const ABOVE: Readonly<Record<Exclude<Rung, 'officer'>, Role>> = {
  section: 'sectionHead',
  head: 'decisionMaker',
  discipline: 'disciplineOfficer',
};

/** Who stands on a rung. */
export const roleOnRung = (rung: Rung, officer: Role): Role => (rung === 'officer' ? officer : ABOVE[rung]);

/** Who writes the public reason of a missed promise: the heads, in the name of the bureau. */
export const EXPLAINERS: readonly Role[] = ['sectionHead', 'decisionMaker'];

const NOT_A_DESK: readonly string[] = ['supervisor', 'sectionHead', 'disciplineOfficer'];

/**
 * Whose task it was when a ticket opened: the desk that holds the case. What inspectors or the applicant hold is for the
 * reviewer to look after; what the system holds (printing, publishing) for the registrar. A conflict of interest is the
 * discipline officer's from the start.
 */
export function answerableFor(owner: Role | 'system'): Role {
  if (owner === 'system') return 'registrar';
  if (owner === 'disciplineOfficer') return owner;
  return OFFICER_ROLES.includes(owner) && !NOT_A_DESK.includes(owner) ? owner : 'reviewer';
}

type Pace = Pick<Readings, 'acknowledgeDays'>;

/** The last day on which a ticket may be acknowledged on its rung, which it reached on a day; then it rises (R-4(a)). */
export const acknowledgeBy = (
  since: PlainDate,
  calendar: WorkingCalendar,
  { acknowledgeDays }: Pace = STANDARD_READINGS,
): PlainDate => addWorkingDays(since, acknowledgeDays, calendar);

/** The last day on which the bureau may say in public why a promise was missed that ended on a day. */
export const explainBy = (
  promisedOn: PlainDate,
  calendar: WorkingCalendar,
  { explainDays }: Pick<Readings, 'explainDays'> = STANDARD_READINGS,
): PlainDate => addWorkingDays(promisedOn, explainDays, calendar);

export interface Standing {
  rung: Rung;
  since: PlainDate;
}

/**
 * The rungs that a ticket climbs from where it stands until a day, each with its legal date: the day at whose end nobody
 * had acknowledged. Empty while there is time, and on the last rung.
 */
export function climbs(
  { rung, since }: Standing,
  today: PlainDate,
  calendar: WorkingCalendar,
  readings: Pace = STANDARD_READINGS,
): Standing[] {
  const above = RUNGS[RUNGS.indexOf(rung) + 1];
  const last = acknowledgeBy(since, calendar, readings);
  if (!above || compareDates(today, last) <= 0) return [];
  const next = { rung: above, since: last };
  return [next, ...climbs(next, today, calendar, readings)];
}
