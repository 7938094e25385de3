import {
  compareDates,
  daysOf,
  idleDays,
  isIdleTask,
  movedOn,
  OFFICER_ROLES,
  signal,
  worse,
  type PlainDate,
  type Role,
  type Signal,
  type Readings,
  type WorkingCalendar,
} from '../../../law/src/index.js';
import { DECISION_LIMITS } from '../../../procedures/src/index.js';
import type { CaseClock } from '../clocks.js';
import type { LogEntry } from '../log.js';

type Logged = Pick<LogEntry, 'type' | 'state' | 'owner_role' | 'actor_role' | 'legal_date' | 'payload'>;

/** The light of a case (亮灯): its colour, why, and the figures behind it. The same for the applicant and the bureau. */
export interface Light {
  signal: Signal;
  /** The running promise, or a task in which nothing happens. */
  because: 'promise' | 'idle';
  /** Working days used and promised; null before there is a promise. */
  used: number | null;
  promised: number | null;
  /** Working days in which nothing happened while an office had the case. */
  idleDays: number;
}

interface Seen {
  calendar: WorkingCalendar;
  today: PlainDate;
  closed: boolean;
  /** As the county reads today what makes a colour: one table for every page and every list, whatever pack a case has. */
  readings: Pick<Readings, 'signals' | 'idleDays'>;
}

/** The light of a case as it stands; null where nothing is promised and nothing lies idle. */
export function lightOf(log: readonly Logged[], clocks: readonly CaseClock[], seen: Seen): Light | null {
  if (seen.closed || log.length === 0) return null;
  const promise = promiseOf(log, clocks, seen);
  const idle = idleDaysOf(log, seen);
  const figures = { used: promise?.used ?? null, promised: promise?.promised ?? null, idleDays: idle };
  const colour = promise ? signal(promise, seen.readings.signals) : null;
  if (!isIdleTask(idle, seen.readings)) return colour && { signal: colour, because: 'promise', ...figures };
  const worst = worse(colour ?? 'green', 'yellow');
  return { signal: worst, because: worst === colour ? 'promise' : 'idle', ...figures };
}

const DECIDED: readonly string[] = ['grant', 'refuse', 'enterFiling', 'returnFiling'];
const PROMISES: readonly string[] = ['promised_decision', 'filing_check'];
const STATUTORY: readonly string[] = [...DECISION_LIMITS, 'renewal_decision'];

/** The decision that was promised, until it is made. */
function promiseOf(
  log: readonly Logged[],
  clocks: readonly CaseClock[],
  { today, calendar }: Pick<Seen, 'today' | 'calendar'>,
) {
  const clock = clocks.find(({ id }) => PROMISES.includes(id));
  if (!clock || log.some(({ type, payload }) => DECIDED.includes(type) || isDeemed(payload))) return null;
  const { segments, dueOn } = clock.deadline;
  // time that does not count is neither promised nor used (ALL 45)
  const counting = segments.filter(({ kind }) => kind !== 'excluded');
  const promised = counting.reduce((sum, { days }) => sum + days, 0);
  const over = compareDates(today, dueOn) > 0;
  const used = over
    ? promised + Math.max(1, -clock.workingDaysLeft)
    : counting
        .filter(({ from }) => compareDates(from, today) <= 0)
        .reduce((sum, { from, to, unit }) => sum + daysOf(from, earlier(to, today), unit, calendar), 0);
  const overStatutory = clocks.some(
    ({ id, deadline }) => STATUTORY.includes(id) && compareDates(today, deadline.dueOn) > 0,
  );
  return { used, promised, overStatutory };
}

const earlier = (a: PlainDate, b: PlainDate): PlainDate => (compareDates(a, b) < 0 ? a : b);

const isDeemed = ({ facts }: Record<string, unknown>): boolean =>
  (facts as { renewal?: string } | undefined)?.renewal === 'deemed';

/** Whose work a case is, as far as it is the work of a desk of the bureau. */
export const deskOf = (log: readonly Logged[]): Role | null => {
  const { state, owner_role: owner } = log.at(-1) ?? { state: '', owner_role: 'system' };
  if (owner === 'system' || state === 'SPECIAL_PROCEDURE') return null;
  return OFFICER_ROLES.includes(owner) ? owner : null;
};

/** The day on which the work moved last. */
export const movedOnDay = (log: readonly Logged[]): PlainDate | null =>
  movedOn(
    log.map(({ type, state, owner_role, actor_role, legal_date, payload }) => ({
      type,
      state,
      ownerRole: owner_role,
      actorRole: actor_role,
      legalDate: legal_date,
      about: typeof payload['lane'] === 'string' ? payload['lane'] : null,
    })),
  );

function idleDaysOf(log: readonly Logged[], { today, calendar }: Seen): number {
  const moved = deskOf(log) ? movedOnDay(log) : null;
  return moved ? idleDays(moved, today, calendar) : 0;
}
