import { createActor, getNextTransitions } from 'xstate';
import { effectsOf, type Effect } from '../effects.js';
import { alphabet, type ProcedureEvent } from '../events.js';
import type { Procedure, ProcedureState } from '../procedure.js';
import type { Facts, ProcedureMachine, TransitionMeta } from '../vocabulary.js';
import { watchedMachine, type FactName, type Witness } from './watched-words.js';

/** Where a case can stand, whatever its facts: the active states of a chart. */
export interface Place {
  index: number;
  /** A state of the watched machine that stands here, with the facts with which the place was first reached. */
  sample: ProcedureState;
  /** The letters of the alphabet, by their number, that some transition listens to here. */
  heard: readonly number[];
}

/** What an event does to a case at a place. */
export interface Outcome {
  place: Place;
  writes: Partial<Facts>;
  effects: readonly Effect[];
  trips: number;
}

export interface Steps {
  letters: readonly ProcedureEvent[];
  first: { place: Place; facts: Facts };
  /** What each letter that is heard at a place does to a case with these facts; nothing is left out. */
  from(place: Place, facts: Facts): { letter: number; outcome: Outcome }[];
  /** The ids of the transitions that were taken. */
  taken: ReadonlySet<string>;
}

/** Some facts that a step looked at, and what it did for each of their values that has been met. */
interface Recollection {
  facts: Looked;
  outcomes: Map<string, Outcome | null>;
}
interface Looked {
  index: number;
  names: readonly FactName[];
}

/**
 * The steps of a procedure, each taken by XState once for all cases that look the same to it: the guards and effects of a
 * step are watched, and a step that would read the same values at the same place does the same again.
 */
export function rememberedSteps(procedure: Procedure): Steps {
  const witness: Witness = { read: new Set(), written: new Set() };
  const machine = watchedMachine(procedure, witness);
  const letters = alphabet(procedure.input);
  const taken = new Set<string>();
  const places = placesOf(letters);
  const looks = new Map<string, Looked>();
  const memory = new Map<number, Recollection[]>();
  const step = stepper(machine, procedure);

  const take = (at: Place, facts: Facts, event: ProcedureEvent): Outcome | null => {
    const state: ProcedureState = { ...at.sample, context: facts };
    witness.read.clear();
    witness.written.clear();
    const [reached, actions] = step(state, event);
    // an event that nothing takes up gives the same snapshot back, and no effect
    if (reached === state && actions.length === 0) return null;
    const enabled = enabledTransitions(machine, state, event);
    enabled.forEach(({ id }) => taken.add(id));
    const written = [...witness.written].map((name) => [name, reached.context[name]]);
    return {
      place: places.of(reached),
      writes: Object.fromEntries(written) as Partial<Facts>,
      effects: effectsOf(actions),
      trips: enabled.filter(({ trip }) => trip).length,
    };
  };

  const looked = (): Looked => {
    const names = [...witness.read].sort();
    const key = names.join(' ');
    const known = looks.get(key) ?? { index: looks.size, names };
    looks.set(key, known);
    return known;
  };

  const { value, context } = procedure.initial();
  const initial = machine.resolveState({ value, context });
  return {
    letters,
    taken,
    first: { place: places.of(initial), facts: initial.context },
    from(place, facts) {
      const seen: (string | undefined)[] = [];
      const valuesOf = ({ index, names }: Looked): string => (seen[index] ??= valuesIn(facts, names));
      const found: { letter: number; outcome: Outcome }[] = [];
      for (const letter of place.heard) {
        const key = place.index * letters.length + letter;
        const recollections = memory.get(key) ?? [];
        memory.set(key, recollections);
        let outcome: Outcome | null | undefined;
        for (const { facts: names, outcomes } of recollections) {
          outcome = outcomes.get(valuesOf(names));
          if (outcome !== undefined) break;
        }
        if (outcome === undefined) {
          outcome = take(place, facts, letters[letter] as ProcedureEvent);
          const names = looked();
          const known = recollections.find(({ facts: of }) => of === names) ?? { facts: names, outcomes: new Map() };
          if (known.outcomes.size === 0) recollections.push(known);
          known.outcomes.set(valuesOf(names), outcome);
        }
        if (outcome) found.push({ letter, outcome });
      }
      return found;
    },
  };
}

function valuesIn(facts: Facts, names: readonly FactName[]): string {
  let values = '';
  for (const name of names) {
    if (name === 'lanes') values += `${Object.keys(facts.lanes).join()}|`;
    else if (name.startsWith('lanes.')) values += `${facts.lanes[name.slice(6) as keyof Facts['lanes']]}|`;
    else values += `${String(facts[name as keyof Facts])}|`;
  }
  return values;
}

function placesOf(letters: readonly ProcedureEvent[]) {
  const known = new Map<string, Place>();
  return {
    of(state: ProcedureState): Place {
      const key = JSON.stringify(state.value);
      const place = known.get(key) ?? { index: known.size, sample: state, heard: heardIn(state, letters) };
      known.set(key, place);
      return place;
    },
  };
}

function heardIn(state: ProcedureState, letters: readonly ProcedureEvent[]): number[] {
  const types = new Set(getNextTransitions(state).map(({ eventType }) => eventType));
  return letters.flatMap(({ type }, letter) => (types.has(type) ? [letter] : []));
}

type Step = (
  state: ProcedureState,
  event: ProcedureEvent,
) => [ProcedureState, readonly { type: string; params?: unknown }[]];

/** XState's own step, over one idle actor: `transition` makes a new one for every step, which is most of its time. */
function stepper(machine: ProcedureMachine, { input }: Procedure): Step {
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

interface Selected {
  source: { id: string };
  eventType: string;
  guard?: unknown;
  target?: readonly { id: string }[];
  meta?: TransitionMeta;
}

/** XState's own selection of transitions, with the chart's remark on the applicant's presence. */
const enabledTransitions = (
  machine: ProcedureMachine,
  state: ProcedureState,
  event: ProcedureEvent,
): { id: string; trip: boolean }[] =>
  (machine.getTransitionData(state, event) as readonly Selected[])
    .filter(({ eventType }) => eventType === event.type)
    .map((found) => ({ id: transitionId(found), trip: found.meta?.trip === true }));

/** The name of a transition: where it starts, on what, and where it leads. */
export function transitionId({ source, eventType, guard, target }: Selected): string {
  const under = typeof guard === 'string' ? ` [${guard}]` : '';
  return `${source.id} --${eventType}${under}--> ${target?.map(({ id }) => id).join(', ') ?? '(stays)'}`;
}
