import { WHO_MAY, type EventType } from '../events.js';
import type { ActingRole } from '../roles.js';
import type { Graph } from './graph.js';
import { findBadPath } from './search.js';

/** The procedure as people draw it: its named states, the shortest way to a grant, and every step between two states. */
export interface Flow {
  /** The states of the shortest way that ends with a granted (or filed), served and archived case. */
  main: readonly string[];
  steps: readonly { from: string; event: EventType; to: string; who: readonly ActingRole[] }[];
}

/** What a matter is for: granted, filed, concluded, or cancelled where nobody applied. */
const REACHES: readonly EventType[] = ['grant', 'enterFiling', 'concludeInspection', 'announceClosure'];

/** The shortest way to an end that passes one of some steps. */
const wayBy = (graph: Graph, steps: readonly EventType[]) =>
  findBadPath<boolean>(graph, {
    start: false,
    step: (passed, { event }) => passed || steps.includes(event.type),
    atEnd: (passed) => passed,
  });

/** Read off the explored graph: nothing here is drawn by hand, so that nothing can differ from what runs. */
export function flowOf(graph: Graph): Flow {
  const name = (index: number): string => graph.configurations[index]?.state ?? '';
  // where policy has frozen what is asked for, no way leads to a grant
  const path = wayBy(graph, REACHES) ?? wayBy(graph, ['refuse']);
  const passed = [name(0), ...(path ?? []).map(({ to }) => name(to))];
  const steps = new Map<string, Flow['steps'][number]>();
  for (const { edges } of graph.configurations) {
    for (const { from, to, label } of edges) {
      const { type } = label.event;
      const step = { from: name(from), event: type, to: name(to), who: WHO_MAY[type] };
      if (step.from !== step.to) steps.set(`${step.from} ${step.event} ${step.to}`, step);
    }
  }
  return { main: passed.filter((state, i) => state !== passed[i - 1]), steps: [...steps.values()] };
}
