import type { ExcludedGround } from '../../law/src/index.js';
import * as fresh from './decide.js';
import type { Allowed, Decided, Refused } from './decide.js';
import type { ProcedureEvent } from './events.js';
import type { Procedure } from './procedure.js';
import type { ActingRole } from './roles.js';
import type { CaseSnapshot } from './snapshot.js';

/** As `decide` of decide.ts, worked out once for each chart, standing, event and role. */
export const decide = (
  procedure: Procedure,
  snapshot: CaseSnapshot,
  event: ProcedureEvent,
  by: ActingRole | null,
): Refused | Decided =>
  remembered(procedure, ['decide', snapshot, event, by], () => fresh.decide(procedure, snapshot, event, by));

/** As `allowed` of decide.ts, worked out once for each chart and standing. */
export const allowed = (procedure: Procedure, snapshot: CaseSnapshot, roles?: readonly ActingRole[]): Allowed[] =>
  remembered(procedure, ['allowed', snapshot], () => fresh.allowed(procedure, snapshot)).filter(
    ({ who }) => !roles || who.some((role) => roles.includes(role)),
  );

/** As `standingOf` of decide.ts, worked out once for each chart and standing. */
export const standingOf = (procedure: Procedure, snapshot: CaseSnapshot): ReturnType<typeof fresh.standingOf> =>
  remembered(procedure, ['standing', snapshot], () => fresh.standingOf(procedure, snapshot));

/** As `openableGrounds` of decide.ts, worked out once for each chart and standing. */
export const openableGrounds = (procedure: Procedure, snapshot: CaseSnapshot): readonly ExcludedGround[] =>
  remembered(procedure, ['grounds', snapshot], () => fresh.openableGrounds(procedure, snapshot));

/** Answers that are kept of one chart; one that has more forgets them all and begins anew. */
const MOST = 1000;
const memories = new WeakMap<Procedure, Map<string, unknown>>();

/**
 * What was worked out before of the same chart and the same question: these answers depend on nothing else. They are
 * shared by everybody who asks, so nobody can change them.
 */
function remembered<T extends object>(of: Procedure, question: readonly unknown[], workOut: () => T): T {
  const memory = memories.get(of) ?? new Map<string, unknown>();
  memories.set(of, memory);
  const key = JSON.stringify(question);
  const known = memory.get(key);
  if (known) return known as T;
  if (memory.size >= MOST) memory.clear();
  const answer = frozen(workOut());
  memory.set(key, answer);
  return answer;
}

function frozen<T>(value: T): T {
  if (value === null || typeof value !== 'object' || Object.isFrozen(value)) return value;
  // a getter works out its answer when it is asked, and is not asked here
  for (const { value: inner } of Object.values(Object.getOwnPropertyDescriptors(value))) frozen(inner as unknown);
  return Object.freeze(value);
}
