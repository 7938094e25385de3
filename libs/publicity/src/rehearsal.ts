import {
  addDays,
  addWorkingDays,
  isPeriod,
  type Article,
  type ExcludedGround,
  type MatterPack,
  type Period,
  type PlainDate,
  type WorkingCalendar,
} from '../../law/src/index.js';
import { clocksOf, type CaseClock, type LogEntry } from '../../cases/src/index.js';
import {
  DECISION_LIMITS,
  type ActingRole,
  type EventType,
  type Procedure,
  type RunningClockId,
} from '../../procedures/src/index.js';

/** Turns that a case may take (预演的分支). */
export const BRANCHES = ['correction', 'silence', 'health', 'appraisal'] as const;
export type Branch = (typeof BRANCHES)[number];
export type Branches = Partial<Record<Branch, boolean>>;

/** An appraisal in a rehearsal is told to take so many working days; a real one as long as its notice says (ALL 45). */
export const REHEARSED_APPRAISAL_DAYS = 20;
/** A licence in a rehearsed renewal has so many days left when nothing else is asked: the first reminder. */
export const REHEARSED_DAYS_TO_EXPIRY = 90;

export const STEPS = [
  'filed',
  'told',
  'supplied',
  'accepted',
  'deemedAccepted',
  'visited',
  'rectified',
  'reChecked',
  'appraisalBegun',
  'appraisalEnded',
  'decided',
  'filedByBureau',
  'concludedByBureau',
  'statutory',
  'expired',
  'served',
  'published',
  'registered',
] as const;
export type StepId = (typeof STEPS)[number];

export interface RehearsedStep {
  id: StepId;
  on: PlainDate;
  /** `by`: the last day; `on`: the day itself; `about`: how work is usually planned, not a limit. */
  when: 'by' | 'on' | 'about';
  /** The clock that sets the day, null where none does. */
  clock: RunningClockId | null;
  article: Article | null;
  provisional: boolean;
  /** Time that ran without counting (ALL 45), in the unit of the clock. */
  excluded: Period | null;
}

/** What is filed is neither accepted nor decided: it is entered within the bureau's promise (备案). */
const isFiling = (procedure: Procedure | null): boolean => procedure?.clocks.includes('filing_check') ?? false;

/** What is inspected ends in a conclusion (PER 47(1)). */
const isInspected = (procedure: Procedure | null): boolean =>
  procedure?.machine.events.includes('concludeInspection') ?? false;

interface Rehearsed {
  pack: MatterPack;
  /** Null: only the plain line of the limits. */
  procedure: Procedure | null;
  calendar: WorkingCalendar;
  from: PlainDate;
  branches?: Branches;
  /** The last day of the licence that is to be renewed. */
  expiresOn?: PlainDate;
}

type Entry = Pick<LogEntry, 'seq' | 'type' | 'state' | 'owner_role' | 'legal_date' | 'payload'>;

/** The branches that a case of this matter can take. Without a procedure there are none to speak of. */
export function branchesOf({ pack, procedure }: Pick<Rehearsed, 'pack' | 'procedure'>): Branch[] {
  if (!procedure) return [];
  const can: Record<Branch, boolean> = {
    correction: true,
    silence: !isFiling(procedure),
    health: pack.attestations.some(({ lane }) => lane === 'health_site'),
    appraisal: procedure.input.grounds.includes('appraisal'),
  };
  return BRANCHES.filter((branch) => can[branch]);
}

/**
 * The line of a future case, everybody using the time that the law gives: a log is written ahead, and its days are those
 * of the very function that counts the clocks of real cases (`clocksOf`).
 */
export function rehearse(of: Rehearsed): RehearsedStep[] {
  return new Rehearsal(of).play();
}

/** The log that a rehearsal writes, for those who want to check it against the chart. */
export function rehearsedLog(of: Rehearsed): readonly Entry[] {
  const rehearsal = new Rehearsal(of);
  rehearsal.play();
  return rehearsal.log;
}

/** The clocks of the plain line, which every applied-for matter has. */
const PLAIN: readonly RunningClockId[] = ['correction_or_acceptance', 'promised_decision'];
const LICENCE: readonly RunningClockId[] = ['serve_licence', 'publish_licence_decision'];
const STATUTORY: readonly RunningClockId[] = [...DECISION_LIMITS, 'renewal_decision'];

class Rehearsal {
  readonly log: Entry[] = [];
  private readonly steps: RehearsedStep[] = [];
  private readonly known: readonly RunningClockId[];
  private readonly branches: Branches;

  constructor(private readonly of: Rehearsed) {
    const { pack, procedure } = of;
    this.known = procedure?.clocks ?? [
      ...PLAIN,
      ...(isPeriod(pack.limits.statutory) ? (['establish_decision'] as const) : []),
      ...(pack.licencePrint === 'new' ? LICENCE : []),
    ];
    const possible = branchesOf(of);
    this.branches = Object.fromEntries(possible.map((branch) => [branch, of.branches?.[branch] === true]));
  }

  play(): RehearsedStep[] {
    const { pack, from } = this.of;
    if (!pack.limits.promised || !pack.limits.internal || pack.family === 'ex_officio') return [];
    this.enter('submit', 'RECEIVED', 'windowClerk', from, { expiresOn: this.expiresOn() });
    this.say('filed', from, 'on');
    if (this.branches.correction) this.correct();
    if (isFiling(this.of.procedure)) return this.filed();
    const accepted = this.acceptance();
    const visited = this.visit(accepted, pack.limits.internal.review);
    if (this.branches.appraisal) this.appraise(visited);
    this.decision();
    return this.steps;
  }

  /** 备案: entered, and the notice of it served; 年检: looked at and concluded. */
  private filed(): RehearsedStep[] {
    if (isInspected(this.of.procedure)) {
      const concluded = this.reach('concludedByBureau', 'filing_check');
      this.enter('beginInspection', 'INSPECTING', 'reviewer', concluded);
      this.enter('concludeInspection', 'CONCLUDED', 'registrar', concluded);
    } else this.enter('enterFiling', 'FILED', 'registrar', this.reach('filedByBureau', 'filing_check'));
    this.reach('served', 'serve_licence');
    return this.steps;
  }

  private expiresOn(): PlainDate | undefined {
    if (!this.known.includes('renewal_decision')) return undefined;
    return this.of.expiresOn ?? addDays(this.of.from, REHEARSED_DAYS_TO_EXPIRY);
  }

  /** 补正: the notice on the last day, the supply on the last day; then the time to answer begins anew. */
  private correct(): void {
    const told = this.reach('told', isFiling(this.of.procedure) ? 'filing_check' : 'correction_or_acceptance');
    this.enter('issueCorrectionNotice', 'CORRECTION_REQUIRED', 'sponsor', told);
    const supplied = this.reach('supplied', 'correction_period');
    this.enter('supplyCorrections', 'CORRECTION_SUPPLIED', 'windowClerk', supplied);
  }

  /** By answer, or by silence: then from the day of receipt (ALL 32(1)(4)). */
  private acceptance(): PlainDate {
    const clock = this.clock('correction_or_acceptance');
    const { dueOn } = clock.deadline;
    if (!this.branches.silence) {
      this.reach('accepted', 'correction_or_acceptance');
      this.enter('accept', 'IN_REVIEW', 'reviewer', dueOn);
      return dueOn;
    }
    this.reach('deemedAccepted', 'correction_or_acceptance');
    this.enter('takeAsAccepted', 'DEEMED_ACCEPTED', 'reviewer', dueOn, { effectiveFrom: clock.startsOn });
    this.enter('beginReview', 'IN_REVIEW', 'reviewer', dueOn);
    return clock.startsOn;
  }

  /** 联合踏勘 in the middle of the review days; a failed department comes again after the rectification. */
  private visit(accepted: PlainDate, reviewDays: number): PlainDate {
    const { pack, procedure, calendar } = this.of;
    const from = this.log.at(-1)?.legal_date ?? accepted;
    const planned = addWorkingDays(from, Math.ceil(reviewDays / 2), calendar);
    if (!procedure || !pack.attestations.some(({ how }) => how === 'joint_site_check')) return planned;
    this.enter('arrangeSiteCheck', 'IN_REVIEW', 'reviewer', planned);
    this.say('visited', planned, 'about');
    if (!this.branches.health) return planned;
    this.enter('recordAttestation', 'IN_REVIEW', 'sponsor', planned, {
      lane: 'health_site',
      result: 'fail',
      orders: 'rectification',
    });
    const rectified = this.reach('rectified', 'rectification_period');
    const again = addWorkingDays(rectified, 1, calendar);
    this.enter('reportRectified', 'IN_REVIEW', 'reviewer', rectified);
    this.enter('arrangeReCheck', 'IN_REVIEW', 'reviewer', again);
    this.say('reChecked', again, 'about');
    return again;
  }

  /** 鉴定: from its served notice to the day it announced nothing counts (ALL 45). */
  private appraise(after: PlainDate): void {
    const begun = addWorkingDays(after, 1, this.of.calendar);
    const announcedUntil = addWorkingDays(begun, REHEARSED_APPRAISAL_DAYS, this.of.calendar);
    const ground: ExcludedGround = 'appraisal';
    this.enter('serveSpecialProcedureNotice', 'SPECIAL_PROCEDURE', 'reviewer', begun, { ground, announcedUntil });
    this.say('appraisalBegun', begun, 'about');
    const ended = this.reach('appraisalEnded', 'appraisal');
    this.enter('lapseSpecialProcedure', 'IN_REVIEW', 'reviewer', ended);
  }

  private decision(): void {
    const decided = this.reach('decided', 'promised_decision');
    for (const id of STATUTORY)
      if (this.known.includes(id)) this.reach(id === 'renewal_decision' ? 'expired' : 'statutory', id);
    if (this.of.pack.freeze) {
      // what policy has frozen is answered in writing, and never granted
      this.enter('refuse', 'REFUSED', 'registrar', decided);
      this.reach('served', 'serve_licence');
      return;
    }
    this.enter('grant', 'GRANTED', 'registrar', decided);
    if (this.known.includes('publish_licence_decision')) this.reach('published', 'publish_licence_decision');
    if (!this.known.includes('serve_licence')) return;
    const served = this.reach('served', 'serve_licence');
    this.enter('serve', 'SERVED', 'registrar', served);
    if (this.known.includes('registration_follow_up')) this.reach('registered', 'registration_follow_up');
  }

  /** The last day of a clock becomes a step of the line. */
  private reach(id: StepId, clock: RunningClockId): PlainDate {
    const { deadline } = this.clock(clock);
    const segments = deadline.segments;
    const stopped = segments.filter(({ kind }) => kind === 'excluded');
    const [first] = stopped;
    const excluded = first ? { length: stopped.reduce((sum, { days }) => sum + days, 0), unit: first.unit } : null;
    this.steps.push({
      id,
      on: deadline.dueOn,
      when: clock === 'appraisal' ? 'on' : 'by',
      clock,
      article: segments.find(({ kind }) => kind === 'running')?.article ?? null,
      provisional: deadline.provisional,
      excluded,
    });
    return deadline.dueOn;
  }

  private say(id: StepId, on: PlainDate, when: RehearsedStep['when']): void {
    const provisional = when === 'about' && this.of.calendar.isProvisional(on);
    this.steps.push({ id, on, when, clock: null, article: null, provisional, excluded: null });
  }

  private clock(id: RunningClockId): CaseClock {
    const asOf = this.log.at(-1)?.legal_date ?? this.of.from;
    const { pack, calendar } = this.of;
    const [clock] = clocksOf(this.log, [id], { pack, known: [id], calendar, asOf, closed: false });
    if (!clock) throw new Error(`the rehearsal of ${pack.code} has no start for ${id}`);
    return clock;
  }

  private enter(
    type: EventType,
    state: string,
    owner_role: ActingRole,
    legal_date: PlainDate,
    payload: Record<string, unknown> = {},
  ): void {
    this.log.push({ seq: this.log.length + 1, type, state, owner_role, legal_date, payload });
  }
}
