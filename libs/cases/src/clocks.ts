import {
  addWorkingDays,
  CLOCK_RULES,
  cite,
  cureDayWith,
  compareDates,
  deadline,
  endOfDay,
  plainDate,
  rectificationDueOn,
  renewalBySilence,
  restsOnUnannounced,
  runningLimits,
  statutoryPeriod,
  workingDaysBetween,
  type Deadline,
  type ExcludedGround,
  type Extension,
  type Holder,
  type Exclusion,
  type Limit,
  type MatterPack,
  type PlainDate,
  type WithClerk,
  type WorkingCalendar,
} from '../../law/src/index.js';
import { CLOCK_EVENTS, type RunningClockId } from '../../procedures/src/index.js';
import { ENDS_EXCLUSION, OPENS_EXCLUSION } from './exclusion-events.js';
import { explain, type ExplainedSegment } from './explained.js';
import { holdingsOf } from './holders.js';
import type { LogEntry } from './log.js';

type Logged = Pick<LogEntry, 'seq' | 'type' | 'state' | 'owner_role' | 'legal_date' | 'payload'>;

/** A clock of a case, derived from the log: nobody can edit it, everybody can follow it. */
export interface CaseClock {
  id: RunningClockId;
  startsOn: PlainDate;
  startedBy: number;
  /** Whose period it is, whoever has the case meanwhile. */
  whose: Holder;
  deadline: Omit<Deadline, 'segments'> & { segments: ExplainedSegment[] };
  /** `fired`: its end has been entered in the log. */
  status: 'running' | 'paused' | 'stopped' | 'fired';
  workingDaysLeft: number;
}

interface Source {
  pack: Pick<MatterPack, 'limits'>;
  /** The clocks that the case's procedure knows. */
  known: readonly RunningClockId[];
  calendar: WorkingCalendar;
  asOf: PlainDate;
  /** The file is closed: nothing is ahead of it any more. */
  closed: boolean;
}

const ACCEPTANCES: readonly string[] = ['accept', 'acceptTolerantly', 'takeAsAccepted'];

/** The day on which the case counts as accepted, if it does (ALL 32(1)(4): by silence from the day of receipt). */
export function acceptedOn(log: readonly Logged[]): { on: PlainDate; seq: number } | null {
  const entry = log.find(({ type }) => ACCEPTANCES.includes(type));
  if (!entry) return null;
  const effective = entry.payload['effectiveFrom'];
  return { on: typeof effective === 'string' ? plainDate(effective) : entry.legal_date, seq: entry.seq };
}

/** The excluded time of a case: only from served notices, never beyond the day they announced (ALL 45). */
export function exclusionsOf(log: readonly Logged[], asOf: PlainDate): Exclusion[] {
  return log
    .filter(({ type }) => OPENS_EXCLUSION.includes(type))
    .map((opened) => {
      const announced = plainDate(String(opened.payload['announcedUntil']));
      const end = log.find(({ seq, type }) => seq > opened.seq && ENDS_EXCLUSION.includes(type));
      const to = end ? earlier(end.legal_date, announced) : compareDates(asOf, announced) >= 0 ? announced : null;
      return { ground: opened.payload['ground'] as ExcludedGround, from: opened.legal_date, to };
    });
}

const earlier = (a: PlainDate, b: PlainDate): PlainDate => (compareDates(a, b) < 0 ? a : b);

/** Every clock that runs, ran or was paused in this case, as of a day. */
export function clocksOf(log: readonly Logged[], running: readonly RunningClockId[], source: Source): CaseClock[] {
  const exclusions = exclusionsOf(log, source.asOf);
  const holdings = holdingsOf(log, source.closed);
  return source.known.flatMap((id) => {
    const start = startOf(id, log);
    if (!start) return [];
    const found = deadlineOf(id, start, log, exclusions, source);
    const fired = log.some(({ seq, type }) => seq > start.seq && type === CLOCK_EVENTS[id]);
    const status = fired ? 'fired' : !running.includes(id) ? 'stopped' : found.paused ? 'paused' : 'running';
    return [
      {
        id,
        startsOn: start.on,
        startedBy: start.seq,
        whose: found.segments[0]?.holder ?? 'bureau',
        deadline: {
          ...found,
          segments: explain(found.segments, { log, holdings, startedBy: start.seq, ...source }),
        },
        status,
        workingDaysLeft: daysLeft(source.asOf, found.dueOn, source.calendar),
      } satisfies CaseClock,
    ];
  });
}

/** Working days left; negative once the day has passed. */
function daysLeft(asOf: PlainDate, dueOn: PlainDate, calendar: WorkingCalendar): number {
  return compareDates(asOf, dueOn) <= 0
    ? workingDaysBetween(asOf, dueOn, calendar)
    : -workingDaysBetween(dueOn, asOf, calendar);
}

/** What the law does next by itself: the earliest clock that has run out and has not been entered yet. */
export function nextLegalEffect(clocks: readonly CaseClock[], now: Date): CaseClock | null {
  const due = clocks.filter(({ status, deadline: { dueOn } }) => status === 'running' && endOfDay(dueOn) <= now);
  return due.sort((a, b) => compareDates(a.deadline.dueOn, b.deadline.dueOn) || a.id.localeCompare(b.id))[0] ?? null;
}

const GRANTS = ['grant', 'reachExpiry'];
const GRANTS_AND_REFUSALS = [...GRANTS, 'refuse', 'expireCure'];
const FROM_ACCEPTANCE: readonly RunningClockId[] = [
  'promised_decision',
  'establish_decision',
  'prep_decision',
  'decision_default',
];
const isCured = ({ facts }: Record<string, unknown>): boolean =>
  (facts as { lines?: string } | undefined)?.lines === 'cured';
const isRefusal = ({ facts }: Record<string, unknown>): boolean =>
  (facts as { consequence?: string }).consequence === 'refuse';
const isDeemed = ({ facts }: Record<string, unknown>): boolean => (facts as { renewal?: string }).renewal === 'deemed';

/** The last start of a clock in the log. */
function startOf(id: RunningClockId, log: readonly Logged[]): { on: PlainDate; seq: number } | null {
  if (FROM_ACCEPTANCE.includes(id)) return acceptedOn(log);
  const starters: Partial<Record<RunningClockId, readonly string[]>> = {
    correction_or_acceptance: ['submit', 'supplyCorrections'],
    correction_period: ['issueCorrectionNotice', 'remind'],
    rectification_period: ['recordAttestation'],
    cure_period: ['acceptTolerantly'],
    appraisal: OPENS_EXCLUSION,
    hearing_request: ['tellHearingRight'],
    hearing_held: ['requestHearing'],
    renewal_decision: ['submit'],
    serve_licence: GRANTS_AND_REFUSALS,
    publish_licence_decision: GRANTS,
    registration_follow_up: ['serve'],
  };
  const entry = log.findLast(
    ({ type, payload }) =>
      starters[id]?.includes(type) &&
      (id !== 'rectification_period' || payload['orders'] === 'rectification') &&
      (type !== 'reachExpiry' || isDeemed(payload)) &&
      (type !== 'expireCure' || isRefusal(payload)),
  );
  return entry ? { on: entry.legal_date, seq: entry.seq } : null;
}

function deadlineOf(
  id: RunningClockId,
  start: { on: PlainDate; seq: number },
  log: readonly Logged[],
  exclusions: readonly Exclusion[],
  { pack: { limits }, calendar, asOf }: Source,
): Deadline {
  switch (id) {
    case 'correction_or_acceptance':
    case 'serve_licence':
    case 'publish_licence_decision':
    case 'registration_follow_up':
    case 'hearing_request':
    case 'hearing_held':
      return deadline(CLOCK_RULES[id], start.on, calendar);
    case 'correction_period':
      return deadline(packLimit(limits.correctionPeriod, 'CPL 85', 'applicant', 'next'), start.on, calendar);
    case 'cure_period': {
      const accepted = log.find(({ seq }) => seq === start.seq);
      const day = cureDayWith(plainDate(String(accepted?.payload['cureOn'])), waitsOf(log), asOf, calendar);
      return until(day, start.on, calendar, 'ALL 38(1)');
    }
    case 'decision_default':
      return deadline(statutoryLimit(limits), start.on, calendar, exclusions, asOf, extensionOf(log, limits));
    case 'promised_decision': {
      const promised = deadline(
        packLimit(runningLimits(limits).promised, 'BER 36', 'bureau'),
        start.on,
        calendar,
        exclusions,
        asOf,
      );
      const last = log.find(({ type }) => type === 'submit')?.payload['expiresOn'];
      // nothing is promised for a day on which the law has already spoken (ALL 50(2))
      return typeof last === 'string' && compareDates(promised.dueOn, plainDate(last)) > 0
        ? until(plainDate(last), start.on, calendar, 'ALL 50(2)', 'bureau')
        : promised;
    }
    case 'renewal_decision': {
      const submitted = log.find(({ seq }) => seq === start.seq);
      return until(plainDate(String(submitted?.payload['expiresOn'])), start.on, calendar, 'ALL 50(2)', 'bureau');
    }
    case 'establish_decision':
    case 'prep_decision':
      return deadline(statutoryLimit(limits), start.on, calendar, exclusions, asOf);
    case 'rectification_period':
      return rectificationEnd(start.on, log, exclusions, { limits, calendar, asOf });
    case 'appraisal': {
      const opened = log.find(({ seq }) => seq === start.seq);
      return until(plainDate(String(opened?.payload['announcedUntil'])), start.on, calendar, 'ALL 45');
    }
  }
}

/** When supplied lines lay with the clerk, from each supply to its judgement. */
function waitsOf(log: readonly Logged[]): WithClerk[] {
  return log
    .filter(({ type }) => type === 'supplyTolerated')
    .map((supplied) => {
      const judged = log.find(({ seq, type }) => seq > supplied.seq && type === 'judgeTolerated');
      return { from: supplied.legal_date, to: judged?.legal_date ?? null };
    });
}

/** The extension of the law's own limit, if there was one (ALL 42(1)). */
function extensionOf(log: readonly Logged[], limits: MatterPack['limits']): Extension | undefined {
  const { extension } = statutoryPeriod(limits);
  return extension && log.some(({ type }) => type === 'extendDecision')
    ? { length: extension.length, article: extension.article }
    : undefined;
}

/** The promised day of a case that would be accepted on a day: what a commitment has to leave room for. */
export function promisedIfAccepted(on: PlainDate, limits: MatterPack['limits'], calendar: WorkingCalendar): PlainDate {
  return deadline(packLimit(runningLimits(limits).promised, 'BER 36', 'bureau'), on, calendar).dueOn;
}

function rectificationEnd(
  orderedOn: PlainDate,
  log: readonly Logged[],
  exclusions: readonly Exclusion[],
  { limits, calendar, asOf }: { limits: MatterPack['limits']; calendar: WorkingCalendar; asOf: PlainDate },
): Deadline {
  const accepted = acceptedOn(log);
  const from = accepted?.on ?? orderedOn;
  const { promised, internal } = runningLimits(limits);
  const end = deadline(packLimit(promised, 'BER 36', 'bureau'), from, calendar, exclusions, asOf);
  const dueOn = rectificationDueOn(end.dueOn, internal.decision, calendar, orderedOn);
  const provisional = end.provisional || restsOnUnannounced(orderedOn, dueOn, calendar);
  return { ...until(dueOn, orderedOn, calendar, 'ALL 38(1)'), provisional };
}

const statutoryLimit = (limits: MatterPack['limits']): Limit => {
  const { length, unit, article } = statutoryPeriod(limits);
  return { length, unit, article, roll: 'none', holder: 'bureau' };
};

const packLimit = (
  { length, unit }: { length: number; unit: Limit['unit'] },
  ref: string,
  holder: Limit['holder'],
  roll: Limit['roll'] = 'none',
): Limit => ({ length, unit, roll, article: cite(ref), holder });

/** A clock whose end is a fixed day: a day that was announced does not move with the calendar. */
function until(
  dueOn: PlainDate,
  startsOn: PlainDate,
  calendar: WorkingCalendar,
  ref: string,
  holder: Holder = 'applicant',
): Deadline {
  const article = cite(ref);
  const days = workingDaysBetween(startsOn, dueOn, calendar);
  const first = addWorkingDays(startsOn, 1, calendar);
  return {
    dueOn,
    provisional: false,
    paused: false,
    segments: [
      {
        from: first,
        to: dueOn,
        days,
        unit: 'working_day',
        kind: 'running',
        holder,
        article,
        calendarVersion: calendar.version,
      },
    ],
  };
}

/** What the last day of a licence does to its renewal, read off the log (ALL 50(2)). */
export function silenceAtExpiry({
  log,
  calendar,
  pack: { limits },
}: {
  log: readonly Logged[];
  calendar: WorkingCalendar;
  pack: Pick<MatterPack, 'limits'>;
}): 'deemed' | 'none' {
  const submitted = log.find(({ type }) => type === 'submit');
  const validTo = submitted?.payload['expiresOn'];
  if (!submitted || typeof validTo !== 'string') return 'none';
  const lastDay = plainDate(validTo);
  const standing = log.findLast(({ legal_date }) => compareDates(legal_date, lastDay) <= 0);
  // a school that may still supply on the last day does not lose its renewal by the length of the bureau's own period
  const told = log.findLast(({ type }) => type === 'issueCorrectionNotice' || type === 'remind');
  const mayStillSupply =
    told !== undefined &&
    compareDates(
      deadline(packLimit(limits.correctionPeriod, 'CPL 85', 'applicant', 'next'), told.legal_date, calendar).dueOn,
      lastDay,
    ) > 0;
  // by the applicant's own word something is still missing; lines that lie with the clerk are the bureau's turn
  const owes = log.findLast(
    ({ type, legal_date }) =>
      ['acceptTolerantly', 'supplyTolerated', 'judgeTolerated'].includes(type) &&
      compareDates(legal_date, lastDay) <= 0,
  );
  const owesLines = owes !== undefined && owes.type !== 'supplyTolerated' && !isCured(owes.payload);
  const awaitsApplicant = (standing?.state === 'CORRECTION_REQUIRED' && !mayStillSupply) || owesLines;
  return renewalBySilence({ filedOn: submitted.legal_date, validTo: lastDay, awaitsApplicant }, calendar);
}
