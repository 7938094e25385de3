import type { ClockId, ExcludedGround, Lane, LaneResult } from '../../law/src/index.js';
import { ENDING_VARIANTS, WHO_MAY_END, type EndingEvent } from './ending-events.js';
import type { ActingRole, Role } from './roles.js';
import { isSiteLane } from './lanes.js';

/**
 * Everything that can happen to a case, with the finite facts that guards may look at.
 * Dates, texts and amounts are judged by libs/law before the event and enter as facts.
 */
export type ProcedureEvent =
  /** `lanes`: the attestations that what was declared calls for (design 6.11). */
  | { type: 'submit'; conditions: 'met' | 'unmet'; lanes: readonly Lane[] }
  | { type: 'discardDraft' }
  | { type: 'withdraw' }
  | { type: 'recordVerdicts'; sheet: 'ok' | 'tolerable' | 'deficient' }
  | { type: 'declineAsNotRequired'; reasoned: boolean }
  | { type: 'declineAsNotCompetent'; reasoned: boolean }
  | { type: 'issueCorrectionNotice' }
  | { type: 'supplyCorrections'; supplied: 'all' | 'some' }
  | { type: 'remind' }
  | { type: 'accept' }
  | { type: 'signCommitment' }
  | { type: 'acceptTolerantly' }
  | { type: 'supplyTolerated'; supplied: 'all' | 'some' }
  | { type: 'judgeTolerated'; lines: 'cured' | 'unmet' }
  | { type: 'expireCure'; consequence: 'discontinue' | 'refuse'; reasoned: true }
  | { type: 'takeAsAccepted' }
  | { type: 'enterFiling' }
  | { type: 'returnFiling'; reasoned: boolean }
  | { type: 'expireCorrectionPeriod' }
  | { type: 'tellUnmetLines' }
  | { type: 'beginReview' }
  | { type: 'supplyUnmetLines'; supplied: 'all' | 'some' }
  | { type: 'arrangeSiteCheck'; team: 'complete' | 'incomplete' }
  | { type: 'rearrangeSiteCheck'; team: 'complete' | 'incomplete' }
  | { type: 'recordAttestation'; lane: Lane; result: LaneResult; signed: boolean }
  | { type: 'reportRectified' }
  | { type: 'arrangeReCheck'; team: 'other' | 'same' }
  | { type: 'expireRectification' }
  | { type: 'serveSpecialProcedureNotice'; ground: ExcludedGround }
  | { type: 'endSpecialProcedure'; ground: ExcludedGround; result: LaneResult }
  | { type: 'lapseSpecialProcedure' }
  | { type: 'tellHearingRight' }
  | { type: 'requestHearing' }
  | { type: 'lapseHearingRequest' }
  | { type: 'serveHearingNotice'; chair: 'independent' | 'reviewed' }
  | { type: 'markHearingLate' }
  | { type: 'recordHearing'; by: 'chair' | 'other' }
  | { type: 'confirmHearingRecord' }
  | { type: 'closeHearingRecord'; by: 'chair' | 'other'; reasoned: boolean }
  | { type: 'concludeReview'; lanes: 'settled' | 'unsettled' }
  | { type: 'proposeGrant' }
  | { type: 'proposeRefusal'; reasoned: boolean }
  | { type: 'passLegality'; reviewer: 'independent' | 'proposed' }
  | { type: 'objectToProposal' }
  | { type: 'sendBackProposal' }
  | { type: 'grant'; decider: 'independent' | 'reviewed'; deliberation: 'complete' | 'owed' }
  | { type: 'refuse'; decider: 'independent' | 'reviewed'; reasoned: boolean; deliberation: 'complete' | 'owed' }
  | { type: 'extendDecision'; reasoned: boolean }
  | { type: 'markPromiseMissed' }
  | { type: 'markLimitMissed' }
  | { type: 'reachExpiry'; renewal: 'deemed' | 'none' }
  | { type: 'confirmIssued' }
  | { type: 'serve'; channel: 'electronic' | 'courier' | 'counter'; consent: boolean }
  | { type: 'recordDelivery' }
  | { type: 'recordReturn' }
  | { type: 'publish' }
  | { type: 'recordRegistration'; registered: 'all' | 'some' }
  | { type: 'remindRegistration' }
  | { type: 'reportLiquidation' }
  | { type: 'recordClaimsPaid'; order: 'kept' | 'broken' }
  | { type: 'takeBackLicence' }
  | { type: 'destroySeals' }
  | { type: 'recordDeregistration' }
  | { type: 'announceClosure' }
  | { type: 'remindClosing' }
  | EndingEvent
  | { type: 'remindService' }
  | { type: 'remindPublication' };

export type EventType = ProcedureEvent['type'];
export type EventOf<T extends EventType> = Extract<ProcedureEvent, { type: T }>;

/** Who may send which event: the one place for it. A person's identity (four eyes) is a fact of the event, not of the role. */
export const WHO_MAY: Readonly<Record<EventType, readonly ActingRole[]>> = {
  submit: ['sponsor'],
  discardDraft: ['sponsor'],
  withdraw: ['sponsor'],
  recordVerdicts: ['windowClerk'],
  declineAsNotRequired: ['windowClerk'],
  declineAsNotCompetent: ['windowClerk'],
  issueCorrectionNotice: ['windowClerk'],
  supplyCorrections: ['sponsor'],
  remind: ['windowClerk'],
  accept: ['windowClerk'],
  signCommitment: ['sponsor'],
  acceptTolerantly: ['windowClerk'],
  supplyTolerated: ['sponsor'],
  judgeTolerated: ['windowClerk'],
  expireCure: ['system'],
  takeAsAccepted: ['system'],
  enterFiling: ['windowClerk'],
  returnFiling: ['windowClerk'],
  expireCorrectionPeriod: ['system'],
  tellUnmetLines: ['windowClerk'],
  beginReview: ['windowClerk'],
  supplyUnmetLines: ['sponsor'],
  arrangeSiteCheck: ['reviewer'],
  rearrangeSiteCheck: ['reviewer'],
  recordAttestation: ['reviewer', 'educationInspector', 'healthInspector', 'marketInspector'],
  reportRectified: ['sponsor'],
  arrangeReCheck: ['reviewer'],
  expireRectification: ['system'],
  serveSpecialProcedureNotice: ['reviewer'],
  endSpecialProcedure: ['reviewer'],
  lapseSpecialProcedure: ['system'],
  tellHearingRight: ['reviewer'],
  requestHearing: ['sponsor', 'reviewer'],
  lapseHearingRequest: ['system'],
  serveHearingNotice: ['reviewer'],
  markHearingLate: ['system'],
  recordHearing: ['hearingChair'],
  confirmHearingRecord: ['sponsor'],
  closeHearingRecord: ['hearingChair'],
  concludeReview: ['reviewer'],
  proposeGrant: ['reviewer'],
  proposeRefusal: ['reviewer'],
  passLegality: ['legalReviewer'],
  objectToProposal: ['legalReviewer'],
  sendBackProposal: ['decisionMaker'],
  grant: ['decisionMaker'],
  refuse: ['decisionMaker'],
  extendDecision: ['decisionMaker'],
  markPromiseMissed: ['system'],
  markLimitMissed: ['system'],
  reachExpiry: ['system'],
  confirmIssued: ['system'],
  serve: ['registrar', 'system'],
  recordDelivery: ['registrar', 'system'],
  recordReturn: ['registrar', 'system'],
  publish: ['system'],
  recordRegistration: ['registrar', 'sponsor'],
  remindRegistration: ['system'],
  reportLiquidation: ['sponsor', 'registrar'],
  recordClaimsPaid: ['registrar'],
  takeBackLicence: ['registrar'],
  destroySeals: ['registrar'],
  recordDeregistration: ['registrar'],
  announceClosure: ['registrar'],
  remindClosing: ['system'],
  ...WHO_MAY_END,
  remindService: ['system'],
  remindPublication: ['system'],
};

/** Whose word a lane takes: a site result only from the department that signed it, a look-up from the reviewer (design 6.14). */
export const WHO_ATTESTS: Readonly<Record<Lane, Role>> = {
  education_site: 'educationInspector',
  health_site: 'healthInspector',
  market_site: 'marketInspector',
  hygiene_evaluation: 'reviewer',
  fire_acceptance: 'reviewer',
  structural_safety: 'reviewer',
  name_lookup: 'reviewer',
  layout_plan: 'reviewer',
  credit_lookup: 'reviewer',
  health_on_record: 'reviewer',
  market_on_record: 'reviewer',
  registration_lookup: 'reviewer',
  health_open_cases: 'reviewer',
  market_open_cases: 'reviewer',
  line_department_opinion: 'reviewer',
  classification_opinion: 'reviewer',
};

export const EVENT_TYPES = Object.keys(WHO_MAY) as EventType[];

/**
 * What the end of a clock does. A clock that only warns repeats nothing and changes no state: silence grants a renewal
 * that was filed in time (ALL 50(2)) and nothing else.
 */
export const CLOCK_EVENTS = {
  correction_or_acceptance: 'takeAsAccepted',
  correction_period: 'expireCorrectionPeriod',
  filing_check: 'markPromiseMissed',
  cure_period: 'expireCure',
  rectification_period: 'expireRectification',
  appraisal: 'lapseSpecialProcedure',
  hearing_request: 'lapseHearingRequest',
  hearing_held: 'markHearingLate',
  promised_decision: 'markPromiseMissed',
  establish_decision: 'markLimitMissed',
  prep_decision: 'markLimitMissed',
  decision_default: 'markLimitMissed',
  level_category_decision: 'markLimitMissed',
  renewal_decision: 'reachExpiry',
  serve_licence: 'remindService',
  publish_licence_decision: 'remindPublication',
  registration_follow_up: 'remindRegistration',
  closing_step: 'remindClosing',
  penalty_decision: 'markLimitMissed',
  serve_penalty: 'remindService',
  annual_rectification: 'expireRectification',
} as const satisfies Partial<Record<ClockId, EventType>>;

/** Whether everything that comes before the decision is there: discussion, expert argument, risk assessment. */
const DELIBERATED = ['complete', 'owed'] as const;

/** Clocks that run to the last day on which the law lets a case be decided. */
export const DECISION_LIMITS = [
  'establish_decision',
  'prep_decision',
  'decision_default',
  'level_category_decision',
] as const satisfies readonly (keyof typeof CLOCK_EVENTS)[];

export type RunningClockId = keyof typeof CLOCK_EVENTS;

/** What the alphabet of a procedure depends on. */
export interface Alphabet {
  lanes: readonly Lane[];
  grounds: readonly ExcludedGround[];
  situations: readonly (readonly Lane[])[];
}

/**
 * Every variant of every event, for proofs and for `allowed[]`: the whole alphabet of the machine.
 * @param lanes the attestation lanes that the matter pack knows
 * @param grounds the special procedures that the matter pack knows
 * @param situations the sets of lanes that what is declared may call for
 */
export function alphabet({ lanes, grounds, situations }: Alphabet): ProcedureEvent[] {
  const both = [true, false];
  const heard = <E>(variants: E[]): E[] => (grounds.includes('hearing') ? variants : []);
  const variants: { [T in EventType]: EventOf<T>[] } = {
    submit: situations.flatMap((called) => [
      { type: 'submit' as const, conditions: 'met' as const, lanes: called },
      { type: 'submit' as const, conditions: 'unmet' as const, lanes: called },
    ]),
    discardDraft: [{ type: 'discardDraft' }],
    withdraw: [{ type: 'withdraw' }],
    recordVerdicts: [
      { type: 'recordVerdicts', sheet: 'ok' },
      { type: 'recordVerdicts', sheet: 'tolerable' },
      { type: 'recordVerdicts', sheet: 'deficient' },
    ],
    declineAsNotRequired: both.map((reasoned) => ({ type: 'declineAsNotRequired', reasoned })),
    declineAsNotCompetent: both.map((reasoned) => ({ type: 'declineAsNotCompetent', reasoned })),
    issueCorrectionNotice: [{ type: 'issueCorrectionNotice' }],
    supplyCorrections: [
      { type: 'supplyCorrections', supplied: 'all' },
      { type: 'supplyCorrections', supplied: 'some' },
    ],
    remind: [{ type: 'remind' }],
    accept: [{ type: 'accept' }],
    signCommitment: [{ type: 'signCommitment' }],
    acceptTolerantly: [{ type: 'acceptTolerantly' }],
    supplyTolerated: [
      { type: 'supplyTolerated', supplied: 'all' },
      { type: 'supplyTolerated', supplied: 'some' },
    ],
    judgeTolerated: [
      { type: 'judgeTolerated', lines: 'cured' },
      { type: 'judgeTolerated', lines: 'unmet' },
    ],
    expireCure: [
      { type: 'expireCure', consequence: 'discontinue', reasoned: true },
      { type: 'expireCure', consequence: 'refuse', reasoned: true },
    ],
    takeAsAccepted: [{ type: 'takeAsAccepted' }],
    enterFiling: [{ type: 'enterFiling' }],
    returnFiling: both.map((reasoned) => ({ type: 'returnFiling', reasoned })),
    expireCorrectionPeriod: [{ type: 'expireCorrectionPeriod' }],
    tellUnmetLines: [{ type: 'tellUnmetLines' }],
    beginReview: [{ type: 'beginReview' }],
    supplyUnmetLines: [
      { type: 'supplyUnmetLines', supplied: 'all' },
      { type: 'supplyUnmetLines', supplied: 'some' },
    ],
    arrangeSiteCheck: [
      { type: 'arrangeSiteCheck', team: 'complete' },
      { type: 'arrangeSiteCheck', team: 'incomplete' },
    ],
    rearrangeSiteCheck: [
      { type: 'rearrangeSiteCheck', team: 'complete' },
      { type: 'rearrangeSiteCheck', team: 'incomplete' },
    ],
    recordAttestation: lanes.flatMap((lane) =>
      (['pass', 'fail'] as const).flatMap((result) =>
        // a paper is recorded by staff and needs no second signature
        (isSiteLane(lane) ? both : [true]).map((signed) => ({
          type: 'recordAttestation' as const,
          lane,
          result,
          signed,
        })),
      ),
    ),
    reportRectified: [{ type: 'reportRectified' }],
    arrangeReCheck: [
      { type: 'arrangeReCheck', team: 'other' },
      { type: 'arrangeReCheck', team: 'same' },
    ],
    expireRectification: [{ type: 'expireRectification' }],
    serveSpecialProcedureNotice: grounds
      .filter((ground) => ground !== 'hearing')
      .map((ground) => ({ type: 'serveSpecialProcedureNotice', ground })),
    endSpecialProcedure: grounds
      .filter((ground) => ground !== 'hearing')
      .flatMap((ground) => [
        { type: 'endSpecialProcedure' as const, ground, result: 'pass' as const },
        { type: 'endSpecialProcedure' as const, ground, result: 'fail' as const },
      ]),
    lapseSpecialProcedure: [{ type: 'lapseSpecialProcedure' }],
    tellHearingRight: heard([{ type: 'tellHearingRight' }]),
    requestHearing: heard([{ type: 'requestHearing' }]),
    lapseHearingRequest: heard([{ type: 'lapseHearingRequest' }]),
    serveHearingNotice: heard([
      { type: 'serveHearingNotice', chair: 'independent' },
      { type: 'serveHearingNotice', chair: 'reviewed' },
    ]),
    markHearingLate: heard([{ type: 'markHearingLate' }]),
    recordHearing: heard([
      { type: 'recordHearing', by: 'chair' },
      { type: 'recordHearing', by: 'other' },
    ]),
    confirmHearingRecord: heard([{ type: 'confirmHearingRecord' }]),
    closeHearingRecord: heard(
      both.flatMap((reasoned) => [
        { type: 'closeHearingRecord' as const, by: 'chair' as const, reasoned },
        { type: 'closeHearingRecord' as const, by: 'other' as const, reasoned },
      ]),
    ),
    concludeReview: [
      { type: 'concludeReview', lanes: 'settled' },
      { type: 'concludeReview', lanes: 'unsettled' },
    ],
    proposeGrant: [{ type: 'proposeGrant' }],
    proposeRefusal: both.map((reasoned) => ({ type: 'proposeRefusal', reasoned })),
    passLegality: [
      { type: 'passLegality', reviewer: 'independent' },
      { type: 'passLegality', reviewer: 'proposed' },
    ],
    objectToProposal: [{ type: 'objectToProposal' }],
    sendBackProposal: [{ type: 'sendBackProposal' }],
    grant: DELIBERATED.flatMap((deliberation) => [
      { type: 'grant' as const, decider: 'independent' as const, deliberation },
      { type: 'grant' as const, decider: 'reviewed' as const, deliberation },
    ]),
    extendDecision: both.map((reasoned) => ({ type: 'extendDecision', reasoned })),
    refuse: both.flatMap((reasoned) =>
      DELIBERATED.flatMap((deliberation) => [
        { type: 'refuse' as const, decider: 'independent' as const, reasoned, deliberation },
        { type: 'refuse' as const, decider: 'reviewed' as const, reasoned, deliberation },
      ]),
    ),
    markPromiseMissed: [{ type: 'markPromiseMissed' }],
    markLimitMissed: [{ type: 'markLimitMissed' }],
    reachExpiry: [
      { type: 'reachExpiry', renewal: 'deemed' },
      { type: 'reachExpiry', renewal: 'none' },
    ],
    confirmIssued: [{ type: 'confirmIssued' }],
    serve: (['electronic', 'courier', 'counter'] as const).flatMap((channel) =>
      both.map((consent) => ({ type: 'serve' as const, channel, consent })),
    ),
    recordDelivery: [{ type: 'recordDelivery' }],
    recordReturn: [{ type: 'recordReturn' }],
    publish: [{ type: 'publish' }],
    recordRegistration: [
      { type: 'recordRegistration', registered: 'all' },
      { type: 'recordRegistration', registered: 'some' },
    ],
    remindRegistration: [{ type: 'remindRegistration' }],
    reportLiquidation: [{ type: 'reportLiquidation' }],
    recordClaimsPaid: [
      { type: 'recordClaimsPaid', order: 'kept' },
      { type: 'recordClaimsPaid', order: 'broken' },
    ],
    takeBackLicence: [{ type: 'takeBackLicence' }],
    destroySeals: [{ type: 'destroySeals' }],
    recordDeregistration: [{ type: 'recordDeregistration' }],
    announceClosure: [{ type: 'announceClosure' }],
    remindClosing: [{ type: 'remindClosing' }],
    ...ENDING_VARIANTS,
    remindService: [{ type: 'remindService' }],
    remindPublication: [{ type: 'remindPublication' }],
  };
  return EVENT_TYPES.flatMap<ProcedureEvent>((type) => variants[type]);
}
