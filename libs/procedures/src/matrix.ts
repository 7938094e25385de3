import { explore } from './proofs/graph.js';
import { WHO_ATTESTS, WHO_MAY, type ProcedureEvent } from './events.js';
import type { ActingRole } from './roles.js';
import type { Procedure } from './procedure.js';

/** Every role that may send this very event. */
export const sendersOf = (event: ProcedureEvent): readonly ActingRole[] =>
  event.type === 'recordAttestation' ? [WHO_ATTESTS[event.lane]] : WHO_MAY[event.type];

/** state → event → roles, over all reachable configurations. */
export function allowedByState(procedure: Procedure): Map<string, Map<string, Set<ActingRole>>> {
  const table = new Map<string, Map<string, Set<ActingRole>>>();
  for (const { state, edges } of explore(procedure).configurations) {
    const events = table.get(state) ?? new Map<string, Set<ActingRole>>();
    table.set(state, events);
    for (const { event } of edges.map(({ label }) => label)) {
      const roles = events.get(event.type) ?? new Set<ActingRole>();
      sendersOf(event).forEach((role) => roles.add(role));
      events.set(event.type, roles);
    }
  }
  return table;
}

/** The matrix as a table for people: a row a state and event, who may send it. */
export function matrixOf(procedure: Procedure): string {
  const rows = [...allowedByState(procedure)].flatMap(([state, events]) =>
    [...events]
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([event, roles]) => `| ${state} | ${event} | ${[...roles].sort().join(', ')} |`),
  );
  return ['| State | Event | Roles |', '|---|---|---|', ...rows].join('\n');
}
