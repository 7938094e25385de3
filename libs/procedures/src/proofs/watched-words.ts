import { assign } from 'xstate';
import type { Procedure } from '../procedure.js';
import type { Facts, ProcedureMachine } from '../vocabulary.js';

/** A fact, one lane's standing (`lanes.health_site`), or which lanes there are (`lanes`). */
export type FactName = string;

/** What the guards and effects of a step have looked at and what they have written, since it was last cleared. */
export interface Witness {
  read: Set<FactName>;
  written: Set<keyof Facts>;
}

type Word = (args: { context: Facts }, params: unknown) => unknown;
type Written = Partial<Facts>;

/**
 * The same machine, in which every guard and every note of the vocabulary is watched: what it reads of the facts and what
 * it writes to them. A word is pure, so that a step that reads the same does the same.
 * @throws Error for a chart with a guard or an effect that is not a word of the vocabulary: nobody would see what it reads
 */
export function watchedMachine({ machine }: Procedure, witness: Witness): ProcedureMachine {
  namedWordsOnly(machine);
  const { guards, actions } = machine.implementations as unknown as {
    guards: Record<string, Word & { check?: unknown }>;
    actions: Record<string, { assignment?: Word | Record<string, unknown> }>;
  };
  const watching = each(guards, (guard) => (guard.check ? guard : watchedGuard(guard, witness)));
  const noting = each(actions, (action) => (action.assignment ? watchedNote(action.assignment, witness) : action));
  return machine.provide({ guards: watching, actions: noting } as unknown as Parameters<typeof machine.provide>[0]);
}

const each = <T, U>(words: Record<string, T>, change: (word: T) => U): Record<string, U> =>
  Object.fromEntries(Object.entries(words).map(([name, word]) => [name, change(word)]));

const watchedGuard =
  (guard: Word, witness: Witness): Word =>
  (args, params) =>
    guard({ ...args, context: watched(args.context, witness) }, params);

function watchedNote(assignment: Word | Record<string, unknown>, witness: Witness): unknown {
  const note = (name: keyof Facts, value: unknown, before: Facts): unknown => {
    if (name === 'lanes' && value === lanesOf.get(before)) return before.lanes;
    witness.written.add(name);
    return value;
  };
  const whole: Word = (args, params) => {
    const context = watched(args.context, witness);
    const given =
      typeof assignment === 'function'
        ? (assignment({ ...args, context }, params) as Written)
        : each(assignment, (of) => (typeof of === 'function' ? (of as Word)({ ...args, context }, params) : of));
    return Object.fromEntries(
      Object.entries(given).map(([name, value]) => [name, note(name as keyof Facts, value, args.context)]),
    );
  };
  return assign(whole as unknown as Parameters<typeof assign>[0]);
}

/** The watched lanes last handed out for some facts, to know them again when a note hands them back untouched. */
const lanesOf = new WeakMap<Facts, object>();

function watched(facts: Facts, { read }: Witness): Facts {
  const lanes = new Proxy(facts.lanes, {
    get: (all, lane) => (read.add(`lanes.${String(lane)}`), Reflect.get(all, lane) as unknown),
    has: (all, lane) => (read.add('lanes'), Reflect.has(all, lane)),
    ownKeys: (all) => (read.add('lanes'), Reflect.ownKeys(all)),
  });
  lanesOf.set(facts, lanes);
  return new Proxy(facts, {
    get: (all, name) => (name === 'lanes' ? lanes : (read.add(String(name)), Reflect.get(all, name) as unknown)),
    ownKeys: () => {
      throw new Error('a word reads the facts by name');
    },
  });
}

interface Said {
  guard?: unknown;
  actions: readonly unknown[];
}

function namedWordsOnly(machine: ProcedureMachine): void {
  for (const node of machine.idMap.values()) {
    const transitions = [...node.transitions.values()].flat() as readonly Said[];
    const said = [...transitions, ...((node.always ?? []) as readonly Said[])];
    const words = [...said.flatMap(({ guard, actions }) => [guard, ...actions]), ...node.entry, ...node.exit];
    if (words.some((word) => typeof word === 'function')) throw new Error(`${node.id} says a word that has no name`);
  }
}
