import { createActor, getNextTransitions } from 'xstate';
import type { Lane } from '../../../law/src/index.js';
import { effectsOf, type Effect } from '../effects.js';
import { alphabet, type ProcedureEvent, type RunningClockId } from '../events.js';
import { rehydrate, type Procedure, type ProcedureState } from '../procedure.js';
import { standingOf } from '../decide.js';
import type { StateMeta, TransitionMeta } from '../vocabulary.js';
import { beyondThePack } from './coverage.js';
import { asLived, symmetryOf, type Renaming } from './symmetry.js';

/** One reachable configuration of a procedure. */
export interface Configuration {
  index: number;
  state: string;
  final: boolean;
  submitted: boolean;
  owners: readonly string[];
  clocks: readonly RunningClockId[];
  nodes: readonly string[];
  lanes: readonly Lane[];
  edges: Edge[];
}

export interface Edge {
  from: number;
  to: number;
  event: ProcedureEvent;
  effects: readonly Effect[];
  trips: number;
  /** Where each lane is found from here on, when the configuration reached is shown by another arrangement of it. */
  renaming?: Renaming;
}

export interface Graph {
  configurations: Configuration[];
  /** How many configurations these stand for: lanes of a kind are interchangeable, and one arrangement shows them all. */
  stoodFor: number;
  /** Ids of all states and transitions that the chart declares but no path reaches. */
  unvisited: string[];
  transitions: number;
}

/** All configurations and edges, breadth first, so that the first path found is a shortest one. */
export function explore(procedure: Procedure, symmetry = symmetryOf(procedure.input)): Graph {
  const letters = alphabet(procedure.input);
  const first = procedure.initial();
  const step = stepper(procedure);
  const configurations = [configurationOf(procedure, first, 0)];
  const states: ProcedureState[] = [first];
  const seen = new Map([[keyOf(first), 0]]);
  const watch = watchOver(procedure);
  let stoodFor = symmetry.orbit(first.context);
  for (let at = 0; at < states.length; at += 1) {
    const state = states[at] as ProcedureState;
    const heard = new Set(getNextTransitions(state).map(({ eventType }) => eventType));
    for (const event of letters) {
      if (!heard.has(event.type)) continue;
      const enabled = watch.needs(event.type) ? enabledTransitions(procedure, state, event) : [];
      watch.saw(enabled.map(({ id }) => id));
      const [reached, actions] = step(state, event);
      // an event that nothing takes up gives the same snapshot back, and no effect
      if (reached === state && actions.length === 0) continue;
      const { facts, renaming } = symmetry.representative(reached.context);
      const key = keyOf({ value: reached.value, context: facts });
      let to = seen.get(key);
      if (to === undefined) {
        const next = renaming ? rehydrate(procedure, { value: reached.value, context: facts }) : reached;
        to = states.push(next) - 1;
        seen.set(key, to);
        configurations.push(configurationOf(procedure, next, to));
        stoodFor += symmetry.orbit(facts);
      }
      const trips = enabled.filter(({ trip }) => trip).length;
      const edge: Edge = { from: at, to, event, effects: effectsOf(actions), trips };
      configurations[at]?.edges.push(renaming ? { ...edge, renaming } : edge);
    }
  }
  return { configurations, stoodFor, ...coverage(procedure, configurations, watch.seen) };
}

/**
 * Which of the chart's transitions have been taken. Once all transitions of an event have been, and none of them is a
 * trip, there is no need to ask which one a step took.
 */
function watchOver({ machine }: Procedure) {
  const seen = new Set<string>();
  const open = new Map<string, Set<string>>();
  const trips = new Set<string>();
  for (const found of [...machine.idMap.values()].flatMap((node) => [...node.transitions.values()].flat())) {
    if ((found.meta as TransitionMeta | undefined)?.trip) trips.add(found.eventType);
    open.set(found.eventType, (open.get(found.eventType) ?? new Set()).add(transitionId(found)));
  }
  return {
    seen,
    needs: (type: string): boolean => trips.has(type) || (open.get(type)?.size ?? 0) > 0,
    saw(ids: readonly string[]): void {
      for (const id of ids) {
        seen.add(id);
        for (const left of open.values()) left.delete(id);
      }
    },
  };
}

type Step = (
  state: ProcedureState,
  event: ProcedureEvent,
) => [ProcedureState, readonly { type: string; params?: unknown }[]];

/** XState's own step, over one idle actor: `transition` makes a new one for every step, which is most of its time. */
function stepper({ machine, input }: Procedure): Step {
  type Scope = Parameters<typeof machine.transition>[2];
  const self = createActor(machine, { input });
  const nothing = (): void => undefined;
  let executed: { type: string; params?: unknown }[] = [];
  const scope = {
    self,
    id: '',
    sessionId: '',
    logger: nothing,
    defer: nothing,
    emit: nothing,
    stopChild: nothing,
    system: self.system,
    actionExecutor: (action: { type: string; params?: unknown }) => void executed.push(action),
  } as unknown as Scope;
  return (state, event) => {
    executed = [];
    return [machine.transition(state, event, scope), executed];
  };
}

interface EnabledTransition {
  id: string;
  trip: boolean;
}

interface Selected {
  source: { id: string };
  eventType: string;
  guard?: unknown;
  target?: readonly { id: string }[];
  meta?: TransitionMeta;
}

/** XState's own selection of transitions, with the chart's remark on the applicant's presence. */
const enabledTransitions = (
  { machine }: Procedure,
  state: ProcedureState,
  event: ProcedureEvent,
): EnabledTransition[] =>
  (machine.getTransitionData(state, event) as readonly Selected[])
    .filter(({ eventType }) => eventType === event.type)
    .map((found) => ({ id: transitionId(found), trip: found.meta?.trip === true }));

function transitionId(found: {
  source: { id: string };
  eventType: string;
  guard?: unknown;
  target?: readonly { id: string }[];
}): string {
  const guard = typeof found.guard === 'string' ? ` [${found.guard}]` : '';
  return `${found.source.id} --${found.eventType}${guard}--> ${found.target?.map(({ id }) => id).join(', ') ?? '(stays)'}`;
}

function coverage(procedure: Procedure, configurations: Configuration[], visitedTransitions: Set<string>) {
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
    ...declaredTransitions.filter((id) => !visitedTransitions.has(id)),
  ];
  return { unvisited, transitions: declaredTransitions.length };
}

function configurationOf(procedure: Procedure, state: ProcedureState, index: number): Configuration {
  const metas: StateMeta[] = Object.values(state.getMeta());
  const snapshot = { value: state.value, context: state.context };
  const { state: name, clocks } = standingOf(procedure, snapshot);
  return {
    index,
    state: name,
    final: state.status === 'done',
    submitted: !state.matches('DRAFT'),
    owners: metas.flatMap((meta) => meta.owner ?? []),
    clocks,
    nodes: activeNodeIds(procedure, state),
    lanes: Object.keys(state.context.lanes) as Lane[],
    edges: [],
  };
}

function activeNodeIds(procedure: Procedure, state: ProcedureState): string[] {
  const ids: string[] = [procedure.machine.root.id];
  const walk = (node: { states: Record<string, { id: string; states: object }> }, value: unknown): void => {
    const entries = typeof value === 'string' ? [[value, {}] as const] : Object.entries((value ?? {}) as object);
    for (const [key, inner] of entries) {
      const child = node.states[key];
      if (!child) continue;
      ids.push(child.id);
      walk(child as Parameters<typeof walk>[0], inner);
    }
  };
  walk(procedure.machine.root as unknown as Parameters<typeof walk>[0], state.value);
  return ids;
}

const keyOf = ({ value, context }: Pick<ProcedureState, 'value' | 'context'>): string =>
  JSON.stringify([value, context]);

/** Words of a path: the events from the draft to a configuration. */
export type Path = readonly Edge[];

/**
 * Breadth-first search over the product of the graph and a small monitor. Returns the shortest path on which the
 * monitor reaches a bad state, or null: the property holds on every path. Linear in configurations × monitor states.
 */
export function findBadPath<M>(
  graph: Graph,
  monitor: { start: M; step(state: M, edge: Edge): M | 'bad'; atEnd?(state: M, at: Configuration): boolean },
): Path | null {
  const start = { at: 0, memory: monitor.start, via: null as null | { previous: number; edge: Edge } };
  const visits = [start];
  const seen = new Map<M, Uint8Array>();
  const isNew = (memory: M, at: number): boolean => {
    let places = seen.get(memory);
    if (!places) seen.set(memory, (places = new Uint8Array(graph.configurations.length)));
    if (places[at]) return false;
    places[at] = 1;
    return true;
  };
  isNew(monitor.start, 0);
  const pathTo = (visit: number, last?: Edge): Edge[] => {
    const path = last ? [last] : [];
    for (let via = visits[visit]?.via; via; via = visits[via.previous]?.via ?? null) path.unshift(via.edge);
    return asLived(path);
  };
  for (let here = 0; here < visits.length; here += 1) {
    const { at, memory } = visits[here] as typeof start;
    const configuration = graph.configurations[at] as Configuration;
    if (configuration.final && monitor.atEnd?.(memory, configuration)) return pathTo(here);
    for (const edge of configuration.edges) {
      const next = monitor.step(memory, edge);
      if (next === 'bad') return pathTo(here, edge);
      if (!isNew(next, edge.to)) continue;
      visits.push({ at: edge.to, memory: next, via: { previous: here, edge } });
    }
  }
  return null;
}

/** The shortest path to a configuration that satisfies a predicate, or null. */
export function findConfiguration(graph: Graph, is: (configuration: Configuration) => boolean): Path | null {
  if (is(graph.configurations[0] as Configuration)) return [];
  return findBadPath(graph, {
    start: 0,
    step: (memory, edge) => (is(graph.configurations[edge.to] as Configuration) ? 'bad' : memory),
  });
}
