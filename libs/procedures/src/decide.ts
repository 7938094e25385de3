import { getNextTransitions, transition, type StateValue } from 'xstate';
import type { ExcludedGround } from '../../law/src/index.js';
import { effectsOf, type Effect } from './effects.js';
import { alphabet, WHO_ATTESTS, WHO_MAY, type EventType, type ProcedureEvent, type RunningClockId } from './events.js';
import { rehydrate, type Procedure, type ProcedureState } from './procedure.js';
import type { ActingRole } from './roles.js';
import {
  DELIBERATION_RULE,
  FOUR_EYES_RULE,
  GUARD_RULES,
  NO_EXTENSION_RULE,
  ROLE_RULE,
  SPECIAL_PROCEDURE_NOT_NOW_RULE,
  SPECIAL_PROCEDURE_RULE,
  SPECIAL_PROCEDURE_USED_RULE,
  STATE_RULE,
  TOLERATED_LINES_RULE,
  type Rule,
} from './rules.js';
import type { CaseSnapshot } from './snapshot.js';
import type { StateMeta } from './vocabulary.js';

/** What may be done next: buttons come from here and from nowhere else. */
export interface Allowed {
  event: EventType;
  who: readonly ActingRole[];
  needs: readonly string[];
}

export interface Refused {
  refused: true;
  rule: Rule;
  allowed: Allowed[];
}
export interface Decided {
  refused: false;
  snapshot: CaseSnapshot;
  effects: Effect[];
  state: string;
  owner: ActingRole;
  clocks: RunningClockId[];
}

/** A fresh case: its draft. */
export function begin(procedure: Procedure): CaseSnapshot {
  const state = procedure.initial();
  return { value: state.value, context: state.context };
}

/**
 * The next step of a case, or the reason why not. Pure: no clock, no database.
 * @param by the role in which the actor sends the event; `null` skips the role check (proofs)
 */
export function decide(
  procedure: Procedure,
  snapshot: CaseSnapshot,
  event: ProcedureEvent,
  by: ActingRole | null,
): Refused | Decided {
  const state = rehydrate(procedure, snapshot);
  const refuse = (rule: Rule): Refused => ({
    refused: true,
    rule,
    // what is possible instead is only worked out for those who ask
    get allowed() {
      return allowedIn(procedure, state);
    },
  });
  if (by !== null && !mayAct(event, by)) return refuse(ROLE_RULE);
  if (!state.can(event)) return refuse(ruleAgainst(state, event));
  const [next, actions] = transition(procedure.machine, state, event);
  return { refused: false, effects: effectsOf(actions), ...standing(next) };
}

/** What everybody may do now, or only the given roles. */
export function allowed(procedure: Procedure, snapshot: CaseSnapshot, roles?: readonly ActingRole[]): Allowed[] {
  const all = allowedIn(procedure, rehydrate(procedure, snapshot));
  return roles ? all.filter(({ who }) => who.some((role) => roles.includes(role))) : all;
}

/** Name, owner and clocks of a stored snapshot. */
export function standingOf(procedure: Procedure, snapshot: CaseSnapshot) {
  return standing(rehydrate(procedure, snapshot));
}

/** Facts of an event that its sender must bring as payload; everything else is judged by the system. */
const NEEDS: Partial<Record<EventType, readonly string[]>> = {
  recordVerdicts: ['verdicts'],
  declineAsNotRequired: ['reasons', 'article'],
  returnFiling: ['reasons', 'article'],
  declineAsNotCompetent: ['reasons', 'article', 'competentAuthority'],
  arrangeSiteCheck: ['plannedOn', 'members'],
  rearrangeSiteCheck: ['plannedOn', 'members', 'reason'],
  arrangeReCheck: ['plannedOn', 'members'],
  recordAttestation: ['lane', 'result', 'source', 'checkedOn'],
  serveSpecialProcedureNotice: ['ground', 'institution', 'announcedDays'],
  endSpecialProcedure: ['result', 'report'],
  signCommitment: ['contentHash'],
  judgeTolerated: ['verdicts'],
  tellHearingRight: ['reason', 'parties'],
  requestHearing: ['by'],
  serveHearingNotice: ['heldOn', 'place', 'chair'],
  recordHearing: ['record', 'attended'],
  confirmHearingRecord: ['contentHash'],
  closeHearingRecord: ['reasons'],
  extendDecision: ['reasons'],
  proposeGrant: ['opinion'],
  proposeRefusal: ['reasons', 'article'],
  passLegality: ['opinion'],
  objectToProposal: ['reasons'],
  sendBackProposal: ['reasons'],
  grant: ['opinion'],
  refuse: ['reasons', 'article'],
  serve: ['channel'],
  recordDelivery: ['receivedOn'],
  recordReturn: ['reason'],
  recordRegistration: ['creditCode', 'registeredOn'],
  reportLiquidation: ['completedOn', 'madeBy', 'report'],
  recordClaimsPaid: ['refundsPaidOn', 'wagesPaidOn', 'debtsPaidOn'],
  takeBackLicence: ['returnedOn'],
  destroySeals: ['destroyedOn', 'seals'],
  recordDeregistration: ['deregisteredOn'],
  withdraw: ['reason'],
  recordPlacement: ['pupils', 'placed', 'placedOn'],
  recordLiquidation: ['completedOn', 'madeBy', 'report'],
  recordInvestigation: ['colleague', 'facts'],
  proposePenalty: ['reasons', 'article'],
  imposeRevocation: ['reasons', 'article'],
  dropPenalty: ['reasons', 'article'],
  orderRectification: ['findings', 'rectifyBy'],
  concludeInspection: ['result', 'reasons'],
};

function mayAct(event: ProcedureEvent, by: ActingRole): boolean {
  if (event.type === 'recordAttestation') return WHO_ATTESTS[event.lane] === by;
  return WHO_MAY[event.type].includes(by);
}

function allowedIn(procedure: Procedure, state: ProcedureState): Allowed[] {
  const possible = new Map<EventType, Set<ActingRole>>();
  for (const event of alphabet(procedure.input)) {
    if (!state.can(event)) continue;
    const who = possible.get(event.type) ?? new Set<ActingRole>();
    const actors = event.type === 'recordAttestation' ? [WHO_ATTESTS[event.lane]] : WHO_MAY[event.type];
    actors.forEach((role) => who.add(role));
    possible.set(event.type, who);
  }
  return [...possible].map(([event, who]) => ({ event, who: [...who], needs: NEEDS[event] ?? [] }));
}

/** The first guard that stood in the way, or the plain "not in this state". */
function ruleAgainst(state: ProcedureState, event: ProcedureEvent): Rule {
  if ('decider' in event && event.decider === 'reviewed') return FOUR_EYES_RULE;
  if ('deliberation' in event && event.deliberation === 'owed' && isHeard(state, event)) return DELIBERATION_RULE;
  if (event.type === 'concludeReview' && state.hasTag('SPECIAL_PROCEDURE')) return SPECIAL_PROCEDURE_RULE;
  if (event.type === 'serveSpecialProcedureNotice' && isHeard(state, event))
    return state.context.specialProceduresUsed.includes(event.ground)
      ? SPECIAL_PROCEDURE_USED_RULE
      : SPECIAL_PROCEDURE_NOT_NOW_RULE;
  if (event.type === 'grant' && state.hasTag('LINES_OWED')) return TOLERATED_LINES_RULE;
  if (event.type === 'extendDecision' && !state.machine.events.includes(event.type)) return NO_EXTENSION_RULE;
  for (const { eventType, guard } of getNextTransitions(state)) {
    const rule = eventType === event.type && typeof guard === 'string' ? GUARD_RULES[guard] : undefined;
    if (rule) return rule;
  }
  return STATE_RULE;
}

/** Whether the state knows the event at all. */
const isHeard = (state: ProcedureState, { type }: { type: EventType }): boolean =>
  getNextTransitions(state).some(({ eventType }) => eventType === type);

/** The grounds whose special procedure could be opened now. */
export function openableGrounds(procedure: Procedure, snapshot: CaseSnapshot): ExcludedGround[] {
  const state = rehydrate(procedure, snapshot);
  return procedure.input.grounds.filter((ground) => state.can({ type: 'serveSpecialProcedureNotice', ground }));
}

function standing(state: ProcedureState): Omit<Decided, 'refused' | 'effects'> {
  const metas: StateMeta[] = Object.values(state.getMeta());
  const clocks = [...new Set(metas.flatMap((meta) => meta.clocks ?? []))];
  const inOrder = [...metas].sort((a, b) => Number(a.beside ?? false) - Number(b.beside ?? false));
  const owners = inOrder.flatMap((meta) => meta.owner ?? []);
  const owner = owners.find((role) => role !== 'system') ?? owners[0] ?? 'system';
  return { snapshot: { value: state.value, context: state.context }, state: stateName(state), owner, clocks };
}

/** One word for people and lists; the states of catalogue 2.6. */
function stateName(state: ProcedureState): string {
  if (state.hasTag('SPECIAL_PROCEDURE')) return 'SPECIAL_PROCEDURE';
  for (const [service, name] of [
    ['issuing', 'GRANTED'],
    ['issued', 'ISSUED'],
    ['posted', 'POSTED'],
    ['served', 'SERVED'],
  ] as const) {
    if (state.matches({ GRANTED: { service } })) return name;
  }
  return namesIn(state.value).at(-1) ?? 'DRAFT';
}

/** The states named in capitals on the way down; inner steps of a fragment are written small. */
function namesIn(value: StateValue): string[] {
  if (typeof value === 'string') return /^[A-Z_]+$/.test(value) ? [value] : [];
  return Object.entries(value).flatMap(([key, inner]) => [
    ...(/^[A-Z_]+$/.test(key) ? [key] : []),
    ...(inner === undefined ? [] : namesIn(inner)),
  ]);
}
