import { standingOf } from '../decide.js';
import type { Effect } from '../effects.js';
import type { ProcedureEvent, RunningClockId } from '../events.js';
import type { Procedure } from '../procedure.js';
import type { StateMeta } from '../vocabulary.js';
import { codesOf, type Code } from './codes.js';
import { beyondThePack } from './coverage.js';
import { rememberedSteps, transitionId, type Outcome, type Place } from './remembered-steps.js';
import { symmetryOf, type Renaming } from './symmetry.js';

/** What is the same for all cases at a place of the chart. */
interface Standing {
  state: string;
  final: boolean;
  submitted: boolean;
  owners: readonly string[];
  clocks: readonly RunningClockId[];
  nodes: readonly string[];
}

/** One reachable configuration of a procedure. */
export interface Configuration extends Standing {
  index: number;
  edges: Edge[];
}

/** What a step is, wherever it is taken: many edges bear the same label. */
export interface Label {
  /** Number of the label in its graph. */
  number: number;
  event: ProcedureEvent;
  effects: readonly Effect[];
  trips: number;
  /** Where each lane is found from here on, when the configuration reached is shown by another arrangement of it. */
  renaming?: Renaming;
}

export interface Edge {
  from: number;
  to: number;
  label: Label;
}

export interface Graph {
  configurations: Configuration[];
  /** How many configurations these stand for: lanes of a kind are interchangeable, and one arrangement shows them all. */
  stoodFor: number;
  labels: number;
  /** Ids of all states and transitions that the chart declares but no path reaches. */
  unvisited: string[];
  transitions: number;
}

/** All configurations and edges, breadth first, so that the first path found is a shortest one. */
export function explore(procedure: Procedure, symmetry = symmetryOf(procedure.input)): Graph {
  const steps = rememberedSteps(procedure);
  const standing = standings(procedure);
  const labelOf = labels(steps.letters);
  const codes = codesOf(steps.first.facts, symmetry);
  const found: { place: Place; code: Code }[] = [];
  const configurations: Configuration[] = [];
  const seen = new Map<string, number>();
  let stoodFor = 0;
  const indexOf = (place: Place, code: Code): number => {
    const key = keyOf(place, code);
    const known = seen.get(key);
    if (known !== undefined) return known;
    const index = found.push({ place, code }) - 1;
    seen.set(key, index);
    configurations.push({ ...standing(place), index, edges: [] });
    stoodFor += symmetry.orbit(codes.read(code));
    return index;
  };
  indexOf(steps.first.place, codes.first);
  for (let from = 0; from < found.length; from += 1) {
    const { place, code } = found[from] as (typeof found)[number];
    const { edges } = configurations[from] as Configuration;
    for (const { letter, outcome } of steps.from(place, codes.read(code))) {
      const { code: reached, renaming } = codes.after(code, outcome.writes);
      edges.push({ from, to: indexOf(outcome.place, reached), label: labelOf(letter, outcome, renaming) });
    }
  }
  return { configurations, stoodFor, labels: labelOf.count(), ...coverage(procedure, configurations, steps.taken) };
}

const keyOf = ({ index }: Place, code: Code): string => String.fromCharCode(index, ...code);

/** One label for all edges on which the same is said and done. */
function labels(letters: readonly ProcedureEvent[]) {
  const known = new Map<string, Label>();
  const ofOutcome = new Map<Outcome, Map<Renaming | undefined, Label>>();
  const common = (event: ProcedureEvent, { effects, trips }: Outcome, renaming: Renaming | undefined): Label => {
    const key = JSON.stringify([event, effects, trips, renaming]);
    const label = known.get(key) ?? { number: known.size, event, effects, trips, ...(renaming ? { renaming } : {}) };
    known.set(key, label);
    return label;
  };
  const labelOf = (letter: number, outcome: Outcome, renaming?: Renaming): Label => {
    const by = ofOutcome.get(outcome) ?? new Map<Renaming | undefined, Label>();
    ofOutcome.set(outcome, by);
    const label = by.get(renaming) ?? common(letters[letter] as ProcedureEvent, outcome, renaming);
    by.set(renaming, label);
    return label;
  };
  return Object.assign(labelOf, { count: () => known.size });
}

function standings(procedure: Procedure): (place: Place) => Standing {
  const known: Standing[] = [];
  return (place) => (known[place.index] ??= standingAt(procedure, place));
}

function standingAt(procedure: Procedure, { sample }: Place): Standing {
  const metas: StateMeta[] = Object.values(sample.getMeta());
  const { state, clocks } = standingOf(procedure, { value: sample.value, context: sample.context });
  return {
    state,
    clocks,
    final: sample.status === 'done',
    submitted: !sample.matches('DRAFT'),
    owners: metas.flatMap((meta) => meta.owner ?? []),
    nodes: activeNodeIds(procedure, sample.value),
  };
}

function activeNodeIds({ machine }: Procedure, value: unknown): string[] {
  const ids: string[] = [machine.root.id];
  const walk = (node: { states: Record<string, { id: string; states: object }> }, at: unknown): void => {
    const entries = typeof at === 'string' ? [[at, {}] as const] : Object.entries((at ?? {}) as object);
    for (const [key, inner] of entries) {
      const child = node.states[key];
      if (!child) continue;
      ids.push(child.id);
      walk(child as Parameters<typeof walk>[0], inner);
    }
  };
  walk(machine.root as unknown as Parameters<typeof walk>[0], value);
  return ids;
}

function coverage(procedure: Procedure, configurations: Configuration[], taken: ReadonlySet<string>) {
  const visitedNodes = new Set(configurations.flatMap(({ nodes }) => nodes));
  const beyond = beyondThePack(procedure);
  const declaredNodes = [...procedure.machine.idMap.keys()].filter((id) => !beyond.nodes.has(id));
  const declaredTransitions = [...procedure.machine.idMap.values()]
    .flatMap((node) => [...node.transitions.values()].flat())
    .filter(({ eventType }) => eventType !== '' && !eventType.startsWith('xstate.'))
    .filter((found) => !beyond.leadsThere(found))
    .map((found) => transitionId(found));
  const unvisited = [
    ...declaredNodes.filter((id) => !visitedNodes.has(id)),
    ...declaredTransitions.filter((id) => !taken.has(id)),
  ];
  return { unvisited, transitions: declaredTransitions.length };
}
