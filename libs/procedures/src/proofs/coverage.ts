import { alphabet } from '../events.js';
import type { Procedure } from '../procedure.js';
import type { StateMeta } from '../vocabulary.js';

interface Declared {
  source: { id: string };
  eventType: string;
  target?: readonly { id: string }[];
}

/**
 * The parts of a chart that belong to special procedures which the pack does not know: no path can reach them, and none
 * needs to. Everything else that no path reaches is a fault.
 */
export function beyondThePack({ machine, input }: Procedure): {
  nodes: ReadonlySet<string>;
  leadsThere(transition: Declared): boolean;
} {
  const known = new Set(input.grounds);
  const roots = [...machine.idMap.values()].filter(({ meta }) => {
    const { grounds } = (meta ?? {}) as StateMeta;
    return grounds !== undefined && !grounds.some((ground) => known.has(ground));
  });
  const nodes = new Set<string>();
  const add = (node: { id: string; states: Record<string, { id: string; states: object }> }): void => {
    nodes.add(node.id);
    Object.values(node.states).forEach((child) => add(child as Parameters<typeof add>[0]));
  };
  roots.forEach((root) => add(root as unknown as Parameters<typeof add>[0]));
  const sayable = new Set<string>(alphabet(input).map(({ type }) => type));
  return {
    nodes,
    leadsThere: ({ source, eventType, target }) =>
      nodes.has(source.id) || !sayable.has(eventType) || (target ?? []).some(({ id }) => nodes.has(id)),
  };
}
