import { isSiteLane } from '../lanes.js';
import { isClosingStep, stepOf, wentBefore } from './closing-steps.js';
import type { RegisterChange } from '../effects.js';
import type { Lane } from '../../../law/src/index.js';
import { renamed } from './symmetry.js';
import { deadEnds, unboundedLoops } from './loops.js';
import type { Graph, Label } from './graph.js';
import { findBadPath, findConfiguration, type Path } from './search.js';

/** The properties of design chapter 4 that live on the machine; g and h live on the pack (pack-properties.ts). */
export type PropertyId = 'a' | 'b' | 'c' | 'd' | 'e' | 'f' | 'g' | 'h' | 'i';

export interface Finding {
  id: PropertyId;
  holds: boolean;
  /** The worst figure met, e.g. trips on the longest path. */
  worst?: number | string;
  /** A stable word for what is wrong; the sentence stands in the message files. */
  fault?: string;
  detail?: string;
  path?: Path;
}

const holdsUnless = (id: PropertyId, fault: string, path: Path | null, more: Partial<Finding> = {}): Finding =>
  path ? { id, holds: false, fault, path, ...more } : { id, holds: true, ...more };

const issues = (edge: Label, document: string) =>
  edge.effects.some((effect) => effect.type === 'issue' && effect.document === document);

/** a: at most one in-person trip is demanded on every path. */
export function atMostOneTrip(graph: Graph): Finding {
  const limit = 1;
  const worst = mostOnAnyPath(graph, (edge) => edge.trips, limit + 1);
  const path = findBadPath(graph, {
    start: 0,
    step: (trips, edge) => (trips + edge.trips > limit ? 'bad' : trips + edge.trips),
  });
  return holdsUnless('a', 'second-trip', path, { worst });
}

/** b: at most one correction notice. */
export function atMostOneCorrectionNotice(graph: Graph): Finding {
  const notices = (edge: Label) => (issues(edge, 'correctionNotice') ? 1 : 0);
  const worst = mostOnAnyPath(graph, notices, 2);
  // a tolerant acceptance counts as the notice: none may follow it
  const path = findBadPath(graph, {
    start: 0,
    step: (count, edge) => {
      if (count + notices(edge) > 1) return 'bad';
      return edge.event.type === 'acceptTolerantly' ? 1 : count + notices(edge);
    },
  });
  return holdsUnless('b', 'second-correction-notice', path, { worst });
}

/** c: after submission every non-final configuration has an owner and a clock. */
export function alwaysOwnedAndTimed(graph: Graph): Finding {
  const open = (what: 'owners' | 'clocks') =>
    findConfiguration(graph, (at) => at.submitted && !at.final && at[what].length === 0);
  const unowned = open('owners');
  return unowned ? holdsUnless('c', 'no-owner', unowned) : holdsUnless('c', 'no-clock', open('clocks'));
}

/** d: every path to a grant has seen each required attestation, signed where it must be, with the last result *pass*. */
export function grantRestsOnEveryAttestation(graph: Graph, lanes: readonly Lane[]): Finding {
  for (const lane of lanes) {
    const path = grantWithout(lane, graph);
    if (path) return holdsUnless('d', 'grant-without-attestation', path, { detail: lane });
  }
  const owing = grantWhileLinesAreOwed(graph);
  if (owing) return holdsUnless('d', 'grant-with-lines-owed', owing);
  return { id: 'd', holds: true, worst: lanes.length };
}

/** A lane under the name that it bears here, with its last result; or one that the case does not call for. */
type Watched = `${Lane} ${'none' | 'pass' | 'fail'}` | 'not_called_for';

const grantWithout = (watched: Lane, graph: Graph): Path | null =>
  findBadPath<Watched>(graph, {
    start: `${watched} none`,
    step: (memory, edge) => {
      if (memory === 'not_called_for') return memory;
      const { event, renaming } = edge;
      const [lane, last] = memory.split(' ') as [Lane, 'none' | 'pass' | 'fail'];
      if (event.type === 'submit' && !event.lanes.includes(lane)) return 'not_called_for';
      if (event.type === 'grant' && last !== 'pass') return 'bad';
      return `${renamed(lane, renaming)} ${resultOn(lane, edge) ?? last}`;
    },
  });

/** After tolerant acceptance nothing is granted before the clerk has found every owed line cured (design 6.6). */
const grantWhileLinesAreOwed = (graph: Graph): Path | null =>
  findBadPath(graph, {
    start: false,
    step: (owed, { event }) => {
      if (event.type === 'acceptTolerantly') return true;
      if (event.type === 'judgeTolerated' && event.lines === 'cured') return false;
      return owed && event.type === 'grant' ? 'bad' : owed;
    },
  });

function resultOn(lane: Lane, { event }: Label): 'pass' | 'fail' | undefined {
  if (event.type === 'endSpecialProcedure')
    return event.ground === 'appraisal' && lane === 'structural_safety' ? event.result : undefined;
  if (event.type !== 'recordAttestation' || event.lane !== lane) return undefined;
  return isSiteLane(lane) && !event.signed ? undefined : event.result;
}

/** e: from everywhere a final state can be reached, and every loop is bounded by a count or a clock. */
export function alwaysEnds(graph: Graph): Finding {
  const [stuck] = deadEnds(graph);
  if (stuck)
    return holdsUnless(
      'e',
      'dead-end',
      findConfiguration(graph, ({ index }) => index === stuck.index),
    );
  const [loop] = unboundedLoops(graph);
  if (!loop) return { id: 'e', holds: true };
  const members = new Set(loop.map(({ index }) => index));
  return holdsUnless(
    'e',
    'unbounded-loop',
    findConfiguration(graph, ({ index }) => members.has(index)),
  );
}

/** f: every refusal carries reasons (and with them article and remedies, which the document cannot be made without). */
export function refusalsAreReasoned(graph: Graph): Finding {
  const refusals = [
    'refusalDecision',
    'notCompetentDecision',
    'notRequiredNotice',
    'notFiledNotice',
    'penaltyDecision',
  ];
  const path = findBadPath(graph, {
    start: 0,
    step: (memory, edge) =>
      refusals.some((document) => issues(edge, document)) && !('reasoned' in edge.event && edge.event.reasoned)
        ? 'bad'
        : memory,
  });
  return holdsUnless('f', 'refusal-without-reasons', path);
}

/** A grant by decision, or the one by law: a renewal filed in time about which nothing was heard (ALL 50(2)). */
const grants = ({ event }: Pick<Label, 'event'>): boolean =>
  event.type === 'grant' || (event.type === 'reachExpiry' && event.renewal === 'deemed');

/** A decision, or the receipt of a filing (备案): what the law has the register follow. */
const enters = (edge: Label): boolean => grants(edge) || edge.event.type === 'enterFiling';

/** What each change of the register may rest on. */
function mayChange(change: RegisterChange, edge: Label): boolean {
  switch (change) {
    case 'recordRegistration':
      return edge.event.type === 'recordRegistration';
    case 'cancelInstitution':
      return edge.event.type === 'announceClosure';
    case 'closeInsolvent':
      return edge.event.type === 'openExOfficio' && edge.event.ground === 'court' && edge.event.founded;
    case 'revokeLicence':
      return edge.event.type === 'imposeRevocation';
    case 'recordAnnual':
      return edge.event.type === 'concludeInspection';
    default:
      return enters(edge);
  }
}

/** i: the register changes only by the decision or a named event of law; every grant reaches service, publication, archive. */
export function registerAndDelivery(graph: Graph): Finding {
  const stray = findBadPath(graph, {
    start: 0,
    step: (memory, edge) =>
      edge.effects.some((effect) => effect.type === 'register' && !mayChange(effect.change, edge)) ? 'bad' : memory,
  });
  if (stray) return holdsUnless('i', 'register-changed-without-decision', stray);
  const cut = closedShort(graph);
  if (cut) return holdsUnless('i', 'cancelled-before-wound-up', cut);
  const undelivered = owedAtTheEnd(graph, grants, ['register', 'recordService', 'publish', 'archive']);
  const unannounced = owedAtTheEnd(graph, ({ effects }) => effects.some(({ type }) => type === 'announce'), [
    'publish',
  ]);
  return holdsUnless('i', 'grant-not-delivered', undelivered ?? unannounced);
}

/** A path that ends, after something that owes them, without every one of some acts. */
const owedAtTheEnd = (graph: Graph, owes: (edge: Label) => boolean, acts: readonly string[]): Path | null => {
  const all = (1 << acts.length) - 1;
  const owed = 1 << acts.length;
  return findBadPath(graph, {
    start: 0,
    step: (done, edge) => {
      const here = [edge.event.type, ...edge.effects.map(({ type }) => type)];
      const more = acts.reduce((bits, act, place) => (here.includes(act as never) ? bits | (1 << place) : bits), done);
      return owes(edge) ? more | owed : more;
    },
    atEnd: (done) => (done & owed) !== 0 && (done & all) !== all,
  });
};

/** From where on a school is being closed: allowed, ordered by a court, revoked, or lapsed by law and taken up. */
const beginsClosing = (event: Label['event'], effects: Label['effects']): boolean =>
  (event.type === 'openExOfficio' && event.ground === 'lapse') ||
  effects.some(({ type, ...of }) => type === 'register' && CLOSES.includes((of as { change: string }).change));
const CLOSES: readonly string[] = ['closeInstitution', 'closeInsolvent', 'revokeLicence'];

/**
 * A school that may close is cancelled at the end of its file and not before: after the grant and every step of its winding
 * up, each in its turn (PEL 58-60; ALL 70).
 */
const closedShort = (graph: Graph): Path | null =>
  findBadPath<string>(graph, {
    start: '',
    step: (done, { event, effects }) => {
      if (beginsClosing(event, effects)) return 'closing';
      const cancels = effects.some((effect) => effect.type === 'register' && effect.change === 'cancelInstitution');
      if (!isClosingStep(event) && !cancels) return done;
      if (!wentBefore(done.split(' '), event)) return 'bad';
      return cancels ? `${done} cancelled` : `${done} ${stepOf(event)}`;
    },
    atEnd: (done) => done.startsWith('closing') && !done.endsWith('cancelled'),
  });

/** The greatest sum of a weight over all paths, counted up to a cap (a weighted loop runs into the cap). */
function mostOnAnyPath(graph: Graph, weight: (edge: Label) => number, cap: number): number {
  let most = 0;
  findBadPath(graph, {
    start: 0,
    step: (sum, edge) => {
      const next = Math.min(cap, sum + weight(edge));
      most = Math.max(most, next);
      return next;
    },
  });
  return most;
}
