import { and, assign, not, setup, stateIn } from 'xstate';
import type { ExcludedGround, Lane } from '../../law/src/index.js';
import type { DocumentKind, Effect } from './effects.js';
import type { ProcedureEvent, RunningClockId } from './events.js';
import { awaitedLanes, isSiteLane, SITE_LANES, type LaneStandings } from './lanes.js';
import type { ActingRole } from './roles.js';

/** The finite memory of a case: nothing here grows, so that the whole graph can be searched. */
export interface Facts {
  /** Last complete verdict sheet; `none` again whenever the applicant changed something. */
  sheet: 'none' | 'ok' | 'tolerable' | 'deficient';
  /** The applicant has signed the commitment to cure the tolerable lines of the sheet (承诺书). */
  committed: boolean;
  correctionNotices: 0 | 1;
  unmetLinesTold: boolean;
  lanes: LaneStandings;
  reChecks: number;
  /** How many there may be (readings.reChecks). */
  mostReChecks: number;
  specialProceduresUsed: readonly ExcludedGround[];
  /** The special procedure that is running, of those that an institution or experts carry out. */
  specialProcedureOpen: ExcludedGround | 'none';
  /** `told`: of the right to one; `held`: its record is closed (ALL 47, 48). */
  hearing: 'none' | 'told' | 'held';
  /** The limit of the law has been made longer, once (ALL 42(1)). */
  extended: boolean;
  /** Sealed at the end of the review: did every lane pass? */
  evidence: 'open' | 'complete' | 'lacking';
  proposal: 'none' | 'grant' | 'refusal';
  /** The one paper that keeps the evidence from being complete, if it is only one: a good one in its place mends it. */
  brokenPaper: Lane | 'none';
  /** Legality review and decision may each send a proposal back once. */
  objected: boolean;
  sentBack: boolean;
  trips: number;
  outcome: 'none' | 'granted' | 'refused';
}

/** What a matter pack says about the procedure. */
export interface ProcedureInput {
  /** Every lane that the matter knows. */
  lanes: readonly Lane[];
  /** The sets of lanes that what is declared may call for; where nothing depends on it, one set. */
  situations: readonly (readonly Lane[])[];
  grounds: readonly ExcludedGround[];
  reChecks: number;
}

/** Who holds the case in a state, and which clocks run there. */
export interface StateMeta {
  owner?: ActingRole;
  clocks?: readonly RunningClockId[];
  /** Runs beside the case itself: whoever owes something here does not hold the case. */
  beside?: true;
  /** The special procedures that this part of a chart is for; a matter that knows none of them never comes here. */
  grounds?: readonly ExcludedGround[];
}

/** A transition that demands the applicant's presence says so: the proof of "one trip at most" counts these. */
export interface TransitionMeta {
  trip?: boolean;
}

export const MAX_TRIPS = 1;

export function initialFacts(input: Pick<ProcedureInput, 'lanes' | 'reChecks'>): Facts {
  return {
    sheet: 'none',
    committed: false,
    correctionNotices: 0,
    unmetLinesTold: false,
    lanes: awaitedLanes(input.lanes),
    reChecks: 0,
    mostReChecks: input.reChecks,
    specialProceduresUsed: [],
    specialProcedureOpen: 'none',
    hearing: 'none',
    extended: false,
    evidence: 'open',
    proposal: 'none',
    brokenPaper: 'none',
    objected: false,
    sentBack: false,
    trips: 0,
    outcome: 'none',
  };
}

/** The lanes that do not stand on a pass. */
const lacking = ({ lanes }: Facts): Lane[] => (Object.keys(lanes) as Lane[]).filter((lane) => lanes[lane] !== 'pass');
/** The one lane that is lacking, when it is one and a paper. */
const onlyPaper = ([first, ...more]: readonly Lane[]): Lane | 'none' =>
  first && more.length === 0 && !isSiteLane(first) ? first : 'none';
const siteStandings = (facts: Facts) =>
  SITE_LANES.map((lane) => facts.lanes[lane]).filter((standing) => standing !== undefined);
const isDeficient = ({ sheet }: Facts): boolean => sheet === 'deficient' || sheet === 'tolerable';
/** Special procedures on what the review has found; an appraisal is part of the review itself. */
const AFTER_REVIEW: readonly ExcludedGround[] = ['testing', 'expert_review'];
const isFirst = (ground: ExcludedGround, { specialProceduresUsed }: Facts): boolean =>
  !specialProceduresUsed.includes(ground);
const has = <K extends string>(event: ProcedureEvent, key: K): event is ProcedureEvent & Record<K, unknown> =>
  key in event;

/**
 * The words all procedures are written in: guards and effects, each named once.
 * A chart built from them reads like the regulation; what a word means stands here, why stands in libs/law.
 */
export const vocabulary = setup({
  types: {
    context: {} as Facts,
    events: {} as ProcedureEvent,
    meta: {} as StateMeta & TransitionMeta,
    input: {} as ProcedureInput,
    tags: {} as 'SPECIAL_PROCEDURE' | 'LINES_OWED',
  },
  guards: {
    conditionsMet: ({ event }) => event.type === 'submit' && event.conditions === 'met',
    reasoned: ({ event }) => has(event, 'reasoned') && event.reasoned === true,
    sheetOk: ({ context }) => context.sheet === 'ok',
    sheetOpen: ({ context }) => !context.committed,
    correctionNoticeDue: ({ context }) => isDeficient(context) && !context.committed && context.correctionNotices === 0,
    sheetDeficient: ({ context }) => isDeficient(context) && !context.committed,
    /** After acceptance a secondary line stops nothing any more (design 6.2). */
    mainLinesOk: ({ context }) => context.sheet === 'ok' || context.sheet === 'tolerable',
    mayCommit: ({ context }) => context.sheet === 'tolerable' && !context.committed,
    tolerantAcceptanceDue: ({ context }) => context.sheet === 'tolerable' && context.committed,
    linesCured: ({ event }) => event.type === 'judgeTolerated' && event.lines === 'cured',
    cureEndsInRefusal: ({ event }) => event.type === 'expireCure' && event.consequence === 'refuse' && event.reasoned,
    nothingOwed: not(stateIn('#toleratedLines')),
    allSupplied: ({ event }) => has(event, 'supplied') && event.supplied === 'all',
    unmetLinesToTell: ({ context }) => context.sheet === 'deficient' && !context.unmetLinesTold,
    toldLinesSupplied: ({ event, context }) =>
      event.type === 'supplyUnmetLines' && event.supplied === 'all' && context.unmetLinesTold,
    linesStillUnmet: ({ event, context }) =>
      event.type === 'proposeRefusal' && event.reasoned && context.unmetLinesTold && context.sheet === 'deficient',
    teamComplete: ({ event }) =>
      (event.type === 'arrangeSiteCheck' || event.type === 'rearrangeSiteCheck') && event.team === 'complete',
    siteCalledFor: ({ context }) => siteStandings(context).length > 0,
    siteCheckDue: and(['teamComplete', 'siteCalledFor']),
    otherOfficers: ({ event }) => event.type === 'arrangeReCheck' && event.team === 'other',
    siteResultSigned: ({ event, context }) =>
      event.type === 'recordAttestation' &&
      isSiteLane(event.lane) &&
      event.signed &&
      context.lanes[event.lane] === 'awaited',
    paperAttested: ({ event, context }) =>
      event.type === 'recordAttestation' && !isSiteLane(event.lane) && event.lane in context.lanes,
    laneFailed: ({ event, context }) =>
      event.type === 'recordAttestation' &&
      event.result === 'fail' &&
      event.lane in context.lanes &&
      !isSiteLane(event.lane) &&
      context.evidence !== 'open',
    brokenPaperCured: ({ event, context }) =>
      event.type === 'recordAttestation' && event.result === 'pass' && event.lane === context.brokenPaper,
    paperRenewed: ({ event, context }) =>
      event.type === 'recordAttestation' &&
      event.result === 'pass' &&
      event.lane in context.lanes &&
      !isSiteLane(event.lane) &&
      context.evidence === 'complete',
    siteAllPassed: ({ context }) => siteStandings(context).every((standing) => standing === 'pass'),
    siteFailedWithReCheckLeft: ({ context }) =>
      siteStandings(context).every((standing) => standing !== 'awaited') &&
      siteStandings(context).includes('fail') &&
      context.reChecks < context.mostReChecks,
    siteFailedForGood: ({ context }) =>
      siteStandings(context).every((standing) => standing !== 'awaited') &&
      siteStandings(context).includes('fail') &&
      context.reChecks >= context.mostReChecks,
    appraisalAvailable: ({ event, context }) =>
      event.type === 'serveSpecialProcedureNotice' && event.ground === 'appraisal' && isFirst(event.ground, context),
    expertiseAvailable: ({ event, context }) =>
      event.type === 'serveSpecialProcedureNotice' &&
      AFTER_REVIEW.includes(event.ground) &&
      isFirst(event.ground, context),
    groundIsOpen: ({ event, context }) =>
      event.type === 'endSpecialProcedure' && event.ground === context.specialProcedureOpen,
    hearingRightUntold: ({ context }) => context.hearing === 'none',
    chairIndependent: ({ event }) => event.type === 'serveHearingNotice' && event.chair === 'independent',
    byTheChair: ({ event }) => event.type === 'recordHearing' && event.by === 'chair',
    recordClosedByChair: ({ event }) => event.type === 'closeHearingRecord' && event.by === 'chair' && event.reasoned,
    extensionDue: ({ event, context }) => event.type === 'extendDecision' && event.reasoned && !context.extended,
    noSpecialProcedureOpen: not(stateIn('#specialProcedureOpen')),
    lanesSettled: ({ event }) => event.type === 'concludeReview' && event.lanes === 'settled',
    reviewMayEnd: and(['lanesSettled', 'noSpecialProcedureOpen']),
    evidenceComplete: ({ context }) => context.evidence === 'complete',
    grantProposed: ({ context }) => context.proposal === 'grant' && context.evidence === 'complete',
    notTheProposer: ({ event }) => event.type === 'passLegality' && event.reviewer === 'independent',
    mayObject: ({ context }) => !context.objected,
    maySendBack: ({ context }) => !context.sentBack,
    objectsToUnmetLines: ({ context }) => context.unmetLinesTold && !context.objected,
    sendsBackUnmetLines: ({ context }) => context.unmetLinesTold && !context.sentBack,
    refusalInOrder: ({ event, context }) =>
      event.type === 'refuse' &&
      event.decider === 'independent' &&
      event.reasoned &&
      event.deliberation === 'complete' &&
      (context.proposal === 'refusal' || context.sentBack),
    grantInOrder: ({ event, context }) =>
      event.type === 'grant' &&
      event.decider === 'independent' &&
      event.deliberation === 'complete' &&
      context.evidence === 'complete' &&
      (context.proposal === 'grant' || context.sentBack),
    grantOnCuredLines: and(['grantInOrder', 'nothingOwed']),
    /** What was declared calls for what is asked of an end: the open cases of the other departments (design 6.11). */
    endIsAsked: ({ context }) => 'health_open_cases' in context.lanes,
    grantOfAnEnd: and(['grantOnCuredLines', 'endIsAsked']),
    /** Refunds, then wages and social insurance, then other debts (PEL 59(1)). */
    claimsPaidInOrder: ({ event }) => event.type === 'recordClaimsPaid' && event.order === 'kept',
    /** Of several new schools the last one has its registration. */
    allRegistered: ({ event }) => event.type === 'recordRegistration' && event.registered === 'all',
    courtAccepted: ({ event }) => event.type === 'openExOfficio' && event.ground === 'court' && event.founded,
    penaltyFiled: ({ event }) => event.type === 'openExOfficio' && event.ground === 'penalty' && event.founded,
    hasLapsed: ({ event }) => event.type === 'openExOfficio' && event.ground === 'lapse' && event.founded,
    /** Pupils first (PEL 57): nothing is liquidated while one of them has no place. */
    pupilsPlaced: ({ event }) => event.type === 'recordPlacement' && event.pupils === 'placed',
    twoInvestigators: ({ event }) => event.type === 'recordInvestigation' && event.officers === 'two',
    revocationInOrder: ({ event }) =>
      event.type === 'imposeRevocation' &&
      event.decider === 'independent' &&
      event.reasoned &&
      event.deliberation === 'complete',
    dropInOrder: ({ event }) => event.type === 'dropPenalty' && event.decider === 'independent' && event.reasoned,
    rectificationDue: ({ event, context }) =>
      event.type === 'orderRectification' && event.reasoned && context.reChecks < context.mostReChecks,
    yearPassed: ({ event, context }) =>
      event.type === 'concludeInspection' && event.result === 'passed' && lacking(context).length === 0,
    yearMostlyPassed: ({ event }) => event.type === 'concludeInspection' && event.result === 'mostly' && event.reasoned,
    /** Nobody fails who was not told before what to put right (BER 39). */
    yearFailed: ({ event, context }) =>
      event.type === 'concludeInspection' && event.result === 'failed' && event.reasoned && context.reChecks > 0,
    renewalDeemed: ({ event }) => event.type === 'reachExpiry' && event.renewal === 'deemed',
    servedElectronically: ({ event }) => event.type === 'serve' && event.channel === 'electronic' && event.consent,
    postedByCourier: ({ event }) => event.type === 'serve' && event.channel === 'courier' && event.consent,
    collectedAtCounter: ({ event, context }) =>
      event.type === 'serve' && event.channel === 'counter' && event.consent && context.trips < MAX_TRIPS,
  },
  actions: {
    // memory
    noteLanes: assign({
      lanes: ({ event, context }) => (event.type === 'submit' ? awaitedLanes(event.lanes) : context.lanes),
    }),
    noteSheet: assign({
      sheet: ({ event, context }) => (event.type === 'recordVerdicts' ? event.sheet : context.sheet),
    }),
    forgetSheet: assign({ sheet: 'none' as const, committed: false }),
    noteCommitted: assign({ committed: true }),
    forgetCommitment: assign({ committed: false }),
    countCorrectionNotice: assign({ correctionNotices: 1 as const }),
    noteUnmetLinesTold: assign({ unmetLinesTold: true }),
    noteAttestation: assign({
      lanes: ({ event, context }) => {
        if (event.type !== 'recordAttestation') return context.lanes;
        const failedPaper = event.result === 'fail' && !isSiteLane(event.lane);
        return { ...context.lanes, [event.lane]: failedPaper ? 'awaited' : event.result };
      },
    }),
    reopenFailedSiteLanes: assign({
      lanes: ({ context }) => ({
        ...context.lanes,
        ...Object.fromEntries(
          SITE_LANES.filter((lane) => context.lanes[lane] === 'fail').map((lane) => [lane, 'awaited']),
        ),
      }),
    }),
    countReCheck: assign({ reChecks: ({ context }) => context.reChecks + 1 }),
    noteSpecialProcedure: assign({
      specialProceduresUsed: ({ event, context }) =>
        event.type === 'serveSpecialProcedureNotice'
          ? [...context.specialProceduresUsed, event.ground].sort()
          : context.specialProceduresUsed,
      specialProcedureOpen: ({ event, context }) =>
        event.type === 'serveSpecialProcedureNotice' ? event.ground : context.specialProcedureOpen,
    }),
    noteAppraisalResult: assign({
      lanes: ({ event, context }) =>
        event.type === 'endSpecialProcedure' && event.ground === 'appraisal' && 'structural_safety' in context.lanes
          ? { ...context.lanes, structural_safety: event.result === 'pass' ? 'pass' : 'awaited' }
          : context.lanes,
    }),
    noteSpecialProcedureOver: assign({ specialProcedureOpen: 'none' as const }),
    noteHearingRightTold: assign({ hearing: 'told' as const }),
    noteHearingHeld: assign({ hearing: 'held' as const }),
    noteExtended: assign({ extended: true }),
    /** From here on only the conclusion matters; the lanes are folded into it. */
    sealEvidence: assign({
      evidence: ({ context }) => (lacking(context).length === 0 ? 'complete' : 'lacking'),
      brokenPaper: ({ context }) => onlyPaper(lacking(context)),
      lanes: ({ context }) => Object.fromEntries(Object.keys(context.lanes).map((lane) => [lane, 'awaited' as const])),
      reChecks: 0,
      specialProceduresUsed: [],
    }),
    /** A fresh paper for one that ran out: the evidence is as complete as it was. */
    keepEvidence: assign({ evidence: 'complete' as const }),
    breakEvidence: assign(({ event, context }) => ({
      evidence: 'lacking' as const,
      proposal: 'none' as const,
      brokenPaper:
        event.type === 'recordAttestation' && (context.evidence === 'complete' || context.brokenPaper === event.lane)
          ? event.lane
          : ('none' as const),
    })),
    mendEvidence: assign({
      evidence: 'complete' as const,
      proposal: 'none' as const,
      brokenPaper: 'none' as const,
    }),
    /** What happened at intake stands in the log; the machine need not remember it beyond acceptance. */
    closeIntake: assign({
      sheet: 'none' as const,
      committed: false,
      correctionNotices: 0 as const,
      unmetLinesTold: false,
      objected: false,
      sentBack: false,
    }),
    /** A closed file keeps its outcome and nothing else. */
    closeFile: assign(({ context }) => ({
      ...initialFacts({ lanes: Object.keys(context.lanes) as Lane[], reChecks: 0 }),
      outcome: context.outcome,
    })),
    noteGrantProposal: assign({ proposal: 'grant' as const }),
    noteRefusalProposal: assign({ proposal: 'refusal' as const }),
    forgetProposal: assign({ proposal: 'none' as const }),
    noteObjected: assign({ objected: true }),
    noteSentBack: assign({ sentBack: true }),
    countTripFact: assign({ trips: ({ context }) => context.trips + 1 }),
    forgetDeliberation: assign({
      evidence: 'open' as const,
      proposal: 'none' as const,
      brokenPaper: 'none' as const,
      hearing: 'none' as const,
      extended: false,
      specialProceduresUsed: [],
      objected: false,
      sentBack: false,
      sheet: 'none' as const,
      unmetLinesTold: false,
    }),
    noteGrant: assign({ outcome: 'granted' as const }),
    noteRefusal: assign({ outcome: 'refused' as const }),
    // effects: data for libs/cases, see effects.ts
    issue: (_, _params: { document: DocumentKind }) => undefined,
    register: (_, _params: { change: Extract<Effect, { type: 'register' }>['change'] }) => undefined,
    announce: (_, _params: { subject: Extract<Effect, { type: 'announce' }>['subject'] }) => undefined,
    inviteRating: () => undefined,
    supervise: (_, _params: { matter: Extract<Effect, { type: 'supervise' }>['matter'] }) => undefined,
    countTrip: (_, _params: { cause: 'collectLicence' }) => undefined,
    recordService: (_, _params: { of: 'licence' | 'decision' }) => undefined,
    archive: () => undefined,
  },
});

/** A machine written in these words. */
export type ProcedureMachine = ReturnType<typeof vocabulary.createMachine>;
export type AnyProcedureConfig = ReturnType<typeof vocabulary.createStateConfig>;
