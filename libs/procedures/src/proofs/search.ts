import type { ProcedureEvent } from '../events.js';
import type { Configuration, Edge, Graph, Label } from './graph.js';
import { asLived } from './symmetry.js';

/** A path from the draft: what is said at each step, as somebody would live it, and the configuration it leads to. */
export type Path = readonly { event: ProcedureEvent; to: number }[];

/** What is remembered along a path, by the labels of its edges. */
export interface Monitor<M> {
  start: M;
  /** Depends on memory and label alone, so that each pair of them is asked once. */
  step(memory: M, label: Label): M | 'bad';
  /** Whether a path that ends here, with this memory, is a bad one. */
  atEnd?(memory: M, at: Configuration): boolean;
}

/**
 * Breadth-first search over the product of the graph and a small monitor. Returns the shortest path on which the
 * monitor reaches a bad state, or null: the property holds on every path. Linear in configurations × monitor states.
 */
export function findBadPath<M>(graph: Graph, monitor: Monitor<M>): Path | null {
  const table = memories(graph, monitor);
  const visits = [{ at: 0, memory: 0, previous: -1, edge: null as Edge | null }];
  table.isNew(0, 0);
  for (let here = 0; here < visits.length; here += 1) {
    const { at, memory } = visits[here] as (typeof visits)[number];
    const configuration = graph.configurations[at] as Configuration;
    if (configuration.final && monitor.atEnd?.(table.memory(memory), configuration)) return pathTo(visits, here);
    for (const edge of configuration.edges) {
      const next = table.next(memory, edge.label);
      if (next === BAD) return pathTo(visits, here, edge);
      if (table.isNew(next, edge.to)) visits.push({ at: edge.to, memory: next, previous: here, edge });
    }
  }
  return null;
}

/** The shortest path to a configuration that satisfies a predicate, or null. */
export function findConfiguration(graph: Graph, is: (configuration: Configuration) => boolean): Path | null {
  const visits = [{ at: 0, previous: -1, edge: null as Edge | null }];
  const seen = new Uint8Array(graph.configurations.length);
  seen[0] = 1;
  for (let here = 0; here < visits.length; here += 1) {
    const configuration = graph.configurations[visits[here]?.at as number] as Configuration;
    if (is(configuration)) return pathTo(visits, here);
    for (const edge of configuration.edges) {
      if (seen[edge.to]) continue;
      seen[edge.to] = 1;
      visits.push({ at: edge.to, previous: here, edge });
    }
  }
  return null;
}

function pathTo(visits: readonly { previous: number; edge: Edge | null }[], end: number, last?: Edge): Path {
  const path = last ? [last] : [];
  for (let visit = visits[end]; visit?.edge; visit = visits[visit.previous]) path.unshift(visit.edge);
  const events = asLived(path.map(({ label }) => label));
  return path.map(({ to }, step) => ({ event: events[step] as ProcedureEvent, to }));
}

const BAD = -1;
const UNASKED = -2;

/** The monitor's memories by number: what each label makes of them, and where each has been. */
function memories<M>({ configurations, labels }: Graph, { start, step }: Monitor<M>) {
  const known: M[] = [];
  const numbers = new Map<M, number>();
  const after: Int32Array[] = [];
  const places: Uint8Array[] = [];
  const numberOf = (memory: M): number => {
    const number = numbers.get(memory);
    if (number !== undefined) return number;
    numbers.set(memory, known.length);
    after.push(new Int32Array(labels).fill(UNASKED));
    places.push(new Uint8Array(configurations.length));
    return known.push(memory) - 1;
  };
  numberOf(start);
  return {
    memory: (number: number): M => known[number] as M,
    next(number: number, label: Label): number {
      const row = after[number] as Int32Array;
      const asked = row[label.number] as number;
      if (asked !== UNASKED) return asked;
      const next = step(known[number] as M, label);
      return (row[label.number] = next === 'bad' ? BAD : numberOf(next));
    },
    isNew(number: number, at: number): boolean {
      const row = places[number] as Uint8Array;
      if (row[at]) return false;
      row[at] = 1;
      return true;
    },
  };
}
