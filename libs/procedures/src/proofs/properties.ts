import { isSiteLane } from '../lanes.js';
import { isClosingStep, wentBefore } from './closing-steps.js';
import type { RegisterChange } from '../effects.js';
import type { Lane } from '../../../law/src/index.js';
import { deadEnds, unboundedLoops } from './loops.js';
import { findBadPath, findConfiguration, type Edge, type Graph, type Path } from './graph.js';

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

const issues = (edge: Edge, document: string) =>
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
  const notices = (edge: Edge) => (issues(edge, 'correctionNotice') ? 1 : 0);
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
    const path = findBadPath<'not_called_for' | 'none' | 'pass' | 'fail'>(graph, {
      start: 'none',
      step: (last, edge) => {
        if (edge.event.type === 'submit') return edge.event.lanes.includes(lane) ? 'none' : 'not_called_for';
        if (last === 'not_called_for') return last;
        if (edge.event.type === 'grant') return last === 'pass' ? last : 'bad';
        return resultOn(lane, edge) ?? last;
      },
    });
    if (path) return holdsUnless('d', 'grant-without-attestation', path, { detail: lane });
  }
  const owing = grantWhileLinesAreOwed(graph);
  if (owing) return holdsUnless('d', 'grant-with-lines-owed', owing);
  return { id: 'd', holds: true, worst: lanes.length };
}

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

function resultOn(lane: Lane, { event }: Edge): 'pass' | 'fail' | undefined {
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
  const refusals = ['refusalDecision', 'notCompetentDecision', 'notRequiredNotice', 'notFiledNotice'];
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
const grants = ({ event }: Pick<Edge, 'event'>): boolean =>
  event.type === 'grant' || (event.type === 'reachExpiry' && event.renewal === 'deemed');

/** A decision, or the receipt of a filing (备案): what the law has the register follow. */
const enters = (edge: Edge): boolean => grants(edge) || edge.event.type === 'enterFiling';

/** What each change of the register may rest on. */
function mayChange(change: RegisterChange, edge: Edge): boolean {
  switch (change) {
    case 'recordRegistration':
      return edge.event.type === 'recordRegistration';
    case 'cancelInstitution':
      return edge.event.type === 'announceClosure';
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
  const undelivered = findBadPath(graph, {
    start: { granted: false, registered: false, served: false, published: false, archived: false },
    step: (done, { event, effects }) => ({
      granted: done.granted || grants({ event }),
      registered: done.registered || effects.some((effect) => effect.type === 'register'),
      served: done.served || effects.some(({ type }) => type === 'recordService'),
      published: done.published || event.type === 'publish',
      archived: done.archived || effects.some(({ type }) => type === 'archive'),
    }),
    atEnd: (done) => done.granted && !(done.registered && done.served && done.published && done.archived),
  });
  if (undelivered) return holdsUnless('i', 'grant-not-delivered', undelivered);
  const unannounced = findBadPath(graph, {
    start: { announced: false, published: false },
    step: (done, { event, effects }) => ({
      announced: done.announced || effects.some(({ type }) => type === 'announce'),
      published: done.published || event.type === 'publish',
    }),
    atEnd: (done) => done.announced && !done.published,
  });
  return holdsUnless('i', 'grant-not-delivered', unannounced);
}

/**
 * A school that may close is cancelled at the end of its file and not before: after the grant and every step of its winding
 * up, each in its turn (PEL 58-60; ALL 70).
 */
const closedShort = (graph: Graph): Path | null =>
  findBadPath<string>(graph, {
    start: '',
    step: (done, { event, effects }) => {
      if (effects.some((effect) => effect.type === 'register' && effect.change === 'closeInstitution'))
        return 'closing';
      const cancels = effects.some((effect) => effect.type === 'register' && effect.change === 'cancelInstitution');
      if (!isClosingStep(event) && !cancels) return done;
      if (!wentBefore(done.split(' '), event)) return 'bad';
      return cancels ? `${done} cancelled` : `${done} ${event.type}`;
    },
    atEnd: (done) => done.startsWith('closing') && !done.endsWith('cancelled'),
  });

/** The greatest sum of a weight over all paths, counted up to a cap (a weighted loop runs into the cap). */
function mostOnAnyPath(graph: Graph, weight: (edge: Edge) => number, cap: number): number {
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
