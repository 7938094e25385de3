import {
  addWorkingDays,
  clockRules,
  cite,
  cureDayWith,
  compareDates,
  deadline,
  endOfDay,
  frozenPromise,
  isPeriod,
  isPlainDate,
  plainDate,
  rectificationDueOn,
  renewalBySilence,
  restsOnUnannounced,
  rollOf,
  runningLimits,
  statutoryPeriod,
  workingDaysBetween,
  type Deadline,
  type Extension,
  type Holder,
  type Exclusion,
  type Limit,
  type MatterPack,
  type PlainDate,
  type WithClerk,
  type WorkingCalendar,
} from '../../law/src/index.js';
import { CLOCK_EVENTS, DECISION_LIMITS, type RunningClockId } from '../../procedures/src/index.js';
import { explain, type ExplainedSegment } from './explained.js';
import { holdingsOf } from './holders.js';
import { exclusionsOf, OPENS_EXCLUSION, type Logged } from './exclusions.js';

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
  pack: Pick<MatterPack, 'limits' | 'readings'>;
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
const GRANTS_AND_REFUSALS = [
  ...[...GRANTS, 'refuse', 'expireCure', 'enterFiling', 'returnFiling'],
  'concludeInspection',
];
const FROM_ACCEPTANCE: readonly RunningClockId[] = ['promised_decision', ...DECISION_LIMITS];
const isCured = ({ facts }: Record<string, unknown>): boolean =>
  (facts as { lines?: string } | undefined)?.lines === 'cured';
const isRefusal = ({ facts }: Record<string, unknown>): boolean =>
  (facts as { consequence?: string }).consequence === 'refuse';
const isDeemed = ({ facts }: Record<string, unknown>): boolean => (facts as { renewal?: string }).renewal === 'deemed';

/** Each step of a winding up begins the time for the next one. */
const CLOSING_STEPS = [
  'openExOfficio',
  'recordPlacement',
  'recordLiquidation',
  'serve',
  'recordDelivery',
  'publish',
  'reportLiquidation',
  'recordClaimsPaid',
  'takeBackLicence',
  'destroySeals',
  'recordDeregistration',
];

/** The last start of a clock in the log. */
function startOf(id: RunningClockId, log: readonly Logged[]): { on: PlainDate; seq: number } | null {
  if (FROM_ACCEPTANCE.includes(id)) return acceptedOn(log);
  const starters: Partial<Record<RunningClockId, readonly string[]>> = {
    correction_or_acceptance: ['submit', 'supplyCorrections'],
    filing_check: ['submit', 'supplyCorrections'],
    correction_period: ['issueCorrectionNotice', 'remind'],
    rectification_period: ['recordAttestation'],
    cure_period: ['acceptTolerantly'],
    appraisal: OPENS_EXCLUSION,
    hearing_request: ['tellHearingRight'],
    hearing_held: ['requestHearing'],
    renewal_decision: ['submit'],
    serve_licence: GRANTS_AND_REFUSALS,
    publish_licence_decision: [...GRANTS, 'enterFiling', 'imposeRevocation', 'concludeInspection'],
    penalty_decision: ['openExOfficio'],
    serve_penalty: ['imposeRevocation', 'dropPenalty'],
    annual_rectification: ['orderRectification'],
    registration_follow_up: ['serve', 'recordDelivery'],
    closing_step: CLOSING_STEPS,
  };
  const entry = log.findLast(
    ({ type, payload }) =>
      starters[id]?.includes(type) &&
      (id !== 'rectification_period' || payload['orders'] === 'rectification') &&
      (type !== 'serve' || payload['channel'] !== 'courier') &&
      (type !== 'reachExpiry' || isDeemed(payload)) &&
      (type !== 'expireCure' || isRefusal(payload)),
  );
  return entry ? { on: startDay(entry), seq: entry.seq } : null;
}

/** A penalty decision is served within seven days (PNL 61). */
const PENALTY_SERVICE = { length: 7, unit: 'calendar_day' } as const;

/** A court liquidates, and the bureau follows it (PEL 58(2)). */
const isCourts = (log: readonly Logged[]): boolean =>
  log.some(
    ({ type, payload }) =>
      type === 'openExOfficio' && (payload['facts'] as { ground?: string } | undefined)?.ground === 'court',
  );

/** What was signed for some days ago was served then, not when it was entered. */
const startDay = ({ payload: { receivedOn }, legal_date }: Logged): PlainDate =>
  isPlainDate(receivedOn) ? receivedOn : legal_date;

function deadlineOf(
  id: RunningClockId,
  start: { on: PlainDate; seq: number },
  log: readonly Logged[],
  exclusions: readonly Exclusion[],
  { pack: { limits, readings }, calendar, asOf }: Source,
): Deadline {
  switch (id) {
    case 'correction_or_acceptance':
    case 'serve_licence':
    case 'publish_licence_decision':
    case 'registration_follow_up':
    case 'hearing_request':
    case 'hearing_held':
    case 'penalty_decision':
      return deadline(clockRules(readings)[id], start.on, calendar);
    case 'correction_period':
      return deadline(correctionLimit({ limits, readings }), start.on, calendar);
    case 'cure_period': {
      const accepted = log.find(({ seq }) => seq === start.seq);
      const day = cureDayWith(plainDate(String(accepted?.payload['cureOn'])), waitsOf(log), asOf, calendar);
      return until(day, start.on, calendar, 'ALL 38(1)');
    }
    case 'filing_check':
      return deadline(plainPromise(limits), start.on, calendar);
    case 'establish_decision':
    case 'prep_decision':
    case 'decision_default':
    case 'level_category_decision':
      return deadline(
        statutoryLimit({ limits, readings }),
        start.on,
        calendar,
        exclusions,
        asOf,
        extensionOf(log, limits),
      );
    case 'promised_decision': {
      const promised = deadline(promisedLimit(limits, start.on, log, calendar), start.on, calendar, exclusions, asOf);
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
    case 'rectification_period':
      return rectificationEnd(start.on, log, exclusions, { pack: { limits, readings }, calendar, asOf });
    case 'closing_step': {
      // the school liquidates itself (PEL 58(2)); everything after that is the bureau's to see to
      const school = log.some(({ type }) => type === 'reportLiquidation' || type === 'imposeRevocation');
      const holder = school || isCourts(log) ? 'bureau' : 'applicant';
      const limit = packLimit({ length: readings.closingStepDays, unit: 'working_day' }, 'PEL 58', holder);
      return deadline(limit, start.on, calendar);
    }
    case 'serve_penalty':
      return deadline(packLimit(PENALTY_SERVICE, 'PNL 61', 'bureau'), start.on, calendar);
    case 'annual_rectification': {
      const ordered = log.find(({ seq }) => seq === start.seq);
      return until(plainDate(String(ordered?.payload['rectifyBy'])), start.on, calendar, 'PER 47(1)');
    }
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
  if (!isPeriod(limits.statutory)) return undefined;
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
  { pack: { limits, readings }, calendar, asOf }: Pick<Source, 'pack' | 'calendar' | 'asOf'>,
): Deadline {
  const accepted = acceptedOn(log);
  const from = accepted?.on ?? orderedOn;
  const { internal } = runningLimits(limits);
  const end = deadline(promisedLimit(limits, from, log, calendar), from, calendar, exclusions, asOf);
  const days = { decision: internal.decision, rectification: readings.rectificationDays };
  const dueOn = rectificationDueOn(end.dueOn, days, calendar, orderedOn);
  const provisional = end.provisional || restsOnUnannounced(orderedOn, dueOn, calendar);
  return { ...until(dueOn, orderedOn, calendar, 'ALL 38(1)'), provisional };
}

const plainPromise = (limits: MatterPack['limits']): Limit =>
  packLimit(runningLimits(limits).promised, 'BER 36', 'bureau');

/** The promise as it was told at acceptance: it stands in the log, and other days off never make it later. */
function promisedLimit(
  limits: MatterPack['limits'],
  startsOn: PlainDate,
  log: readonly Logged[],
  calendar: WorkingCalendar,
): Limit {
  const told = log.find(({ seq }) => seq === acceptedOn(log)?.seq)?.payload['promisedOn'];
  return frozenPromise(plainPromise(limits), startsOn, typeof told === 'string' ? plainDate(told) : null, calendar);
}

/** The day that is told at acceptance and kept in its entry of the log. */
export const promiseToTell = (
  { limits }: Pick<MatterPack, 'limits'>,
  startsOn: PlainDate,
  calendar: WorkingCalendar,
): PlainDate => deadline(plainPromise(limits), startsOn, calendar).dueOn;

const statutoryLimit = ({ limits, readings }: Source['pack']): Limit => {
  // what goes by the limit of the matter that it changes is decided as every other licence is (ALL 42(1))
  if ('asMatter' in limits.statutory) return clockRules(readings).decision_default;
  const { length, unit, article } = statutoryPeriod(limits);
  return { length, unit, article, roll: rollOf('bureau', readings), holder: 'bureau' };
};

const correctionLimit = ({ limits, readings }: Source['pack']): Limit =>
  packLimit(limits.correctionPeriod, 'CPL 85', 'applicant', rollOf('applicant', readings));

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
  pack,
}: {
  log: readonly Logged[];
  calendar: WorkingCalendar;
  pack: Source['pack'];
}): 'deemed' | 'none' {
  const submitted = log.find(({ type }) => type === 'submit');
  const validTo = submitted?.payload['expiresOn'];
  if (!submitted || typeof validTo !== 'string') return 'none';
  const lastDay = plainDate(validTo);
  const standing = log.findLast(({ legal_date }) => compareDates(legal_date, lastDay) <= 0);
  // a school that may still supply on the last day does not lose its renewal by the length of the bureau's own period
  const told = log.findLast(({ type }) => type === 'issueCorrectionNotice' || type === 'remind');
  const mayStillSupply =
    told !== undefined && compareDates(deadline(correctionLimit(pack), told.legal_date, calendar).dueOn, lastDay) > 0;
  // by the applicant's own word something is still missing; lines that lie with the clerk are the bureau's turn
  const owes = log.findLast(
    ({ type, legal_date }) =>
      ['acceptTolerantly', 'supplyTolerated', 'judgeTolerated'].includes(type) &&
      compareDates(legal_date, lastDay) <= 0,
  );
  const owesLines = owes !== undefined && owes.type !== 'supplyTolerated' && !isCured(owes.payload);
  const awaitsApplicant = (standing?.state === 'CORRECTION_REQUIRED' && !mayStillSupply) || owesLines;
  const asked = { filedOn: submitted.legal_date, validTo: lastDay, awaitsApplicant };
  return renewalBySilence(asked, calendar, pack.readings);
}
