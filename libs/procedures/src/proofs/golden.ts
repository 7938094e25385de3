import type { RunningClockId, ProcedureEvent } from '../events.js';
import type { Effect } from '../effects.js';
import type { Procedure } from '../procedure.js';
import type { ActingRole } from '../roles.js';
import { begin, decide } from '../decide.js';
import { explore, type Edge, type Graph } from './graph.js';
import { asLived } from './symmetry.js';

/** One step of a golden log: what was said, and where it left the case. */
export interface GoldenStep {
  event: ProcedureEvent;
  state: string;
  owner: ActingRole;
  clocks: readonly RunningClockId[];
  effects: readonly Effect[];
}

/** Whole lives of cases, from draft to end, which between them take every step that the procedure knows. */
export function goldenLogs(procedure: Procedure): GoldenStep[][] {
  return livesThroughEveryStep(explore(procedure)).map((events) => lived(procedure, events));
}

/**
 * Decides a golden log anew.
 * @throws Error naming the step that would be refused
 */
export function lived(procedure: Procedure, events: readonly ProcedureEvent[]): GoldenStep[] {
  let snapshot = begin(procedure);
  return events.map((event, place) => {
    const decided = decide(procedure, snapshot, event, null);
    if (decided.refused) throw new Error(`step ${place} (${event.type}) is refused: ${decided.rule.code}`);
    snapshot = decided.snapshot;
    const { state, owner, clocks, effects } = decided;
    return { event, state, owner, clocks, effects };
  });
}

function livesThroughEveryStep(graph: Graph): ProcedureEvent[][] {
  const before = firstWayThere(graph);
  const onward = shortestWayToAnEnd(graph);
  const nameOf = ({ from, to, label: { event } }: Edge): string =>
    [graph.configurations[from]?.state, event.type, graph.configurations[to]?.state].join(' ');
  const open = new Map<string, Edge>();
  for (const edge of graph.configurations.flatMap(({ edges }) => edges))
    if (!open.has(nameOf(edge))) open.set(nameOf(edge), edge);
  const lives: ProcedureEvent[][] = [];
  // the latest steps first: on their way they take most of the others
  for (const edge of [...open.values()].reverse()) {
    if (!open.has(nameOf(edge))) continue;
    const path = [...before(edge.from), edge, ...onward(edge.to)];
    for (const taken of path) open.delete(nameOf(taken));
    lives.push(asLived(path.map(({ label }) => label)));
  }
  return lives;
}

/** The edges were found breadth first: the first one into a configuration is on a shortest way to it. */
function firstWayThere(graph: Graph): (to: number) => Edge[] {
  const into = new Map<number, Edge>();
  for (const edge of graph.configurations.flatMap(({ edges }) => edges))
    if (edge.to !== 0 && !into.has(edge.to)) into.set(edge.to, edge);
  return (to) => {
    const path: Edge[] = [];
    for (let edge = into.get(to); edge; edge = into.get(edge.from)) path.unshift(edge);
    return path;
  };
}

function shortestWayToAnEnd(graph: Graph): (from: number) => Edge[] {
  const into = new Map<number, Edge[]>();
  for (const edge of graph.configurations.flatMap(({ edges }) => edges))
    (into.get(edge.to) ?? into.set(edge.to, []).get(edge.to))?.push(edge);
  const next = new Map<number, Edge | null>();
  const work = graph.configurations.filter(({ final }) => final).map(({ index }) => index);
  work.forEach((end) => next.set(end, null));
  for (let here = 0; here < work.length; here += 1) {
    for (const edge of into.get(work[here] as number) ?? []) {
      if (next.has(edge.from)) continue;
      next.set(edge.from, edge);
      work.push(edge.from);
    }
  }
  return (from) => {
    const path: Edge[] = [];
    for (let edge = next.get(from); edge; edge = next.get(edge.to)) path.push(edge);
    return path;
  };
}
