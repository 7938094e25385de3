import { createHash } from 'node:crypto';
import { initialTransition } from 'xstate';
import type { RunningClockId } from './events.js';
import type { AnyProcedureConfig, ProcedureMachine, StateMeta } from './vocabulary.js';
import { initialFacts, vocabulary, type ProcedureInput } from './vocabulary.js';
import type { CaseSnapshot } from './snapshot.js';
import { WORDS_HASH } from './words-hash.js';

export type ProcedureState = ReturnType<ProcedureMachine['resolveState']>;

/** A machine together with what the matter pack says about it; pinned on every case by its hash. */
export interface Procedure {
  id: string;
  machine: ProcedureMachine;
  input: ProcedureInput;
  hash: string;
  /** The clocks that its chart knows. */
  clocks: readonly RunningClockId[];
  initial(): ProcedureState;
}

/**
 * @param config the chart, as data: the hash covers every state, guard name, effect, owner and clock in it, and through
 *   `WORDS_HASH` what the guards and effects mean
 */
export function procedure(id: string, config: AnyProcedureConfig, input: ProcedureInput): Procedure {
  const machine: ProcedureMachine = vocabulary.createMachine({
    id,
    context: ({ input: given }) => initialFacts(given),
    ...config,
  });
  return {
    id,
    machine,
    input,
    hash: createHash('sha256')
      .update(canonical({ id, config, input, words: WORDS_HASH }))
      .digest('hex'),
    clocks: clocksIn(machine),
    initial: () => initialTransition(machine, input)[0],
  };
}

function clocksIn(machine: ProcedureMachine): RunningClockId[] {
  const metas = [...machine.idMap.values()].map(({ meta }) => meta as StateMeta | undefined);
  return [...new Set(metas.flatMap((meta) => meta?.clocks ?? []))];
}

/** A stored snapshot as a live one; throws when the machine does not know its state. */
export function rehydrate(of: Procedure, snapshot: CaseSnapshot): ProcedureState {
  return of.machine.resolveState({ value: snapshot.value, context: snapshot.context });
}

/** JSON with sorted keys: the same chart gives the same text everywhere. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
