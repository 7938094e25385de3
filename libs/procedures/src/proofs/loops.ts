import type { RunningClockId } from '../events.js';
import type { Configuration, Graph } from './graph.js';

const ACCEPTANCES = ['accept', 'acceptTolerantly', 'takeAsAccepted'];

/** Which events start a clock anew: a loop is bounded only by a clock that the loop itself does not restart. */
export const CLOCK_STARTERS: Readonly<Record<RunningClockId, readonly string[]>> = {
  correction_or_acceptance: ['submit', 'supplyCorrections'],
  correction_period: ['issueCorrectionNotice'],
  cure_period: ['acceptTolerantly', 'judgeTolerated'],
  rectification_period: ACCEPTANCES,
  appraisal: ['serveSpecialProcedureNotice'],
  hearing_request: ['tellHearingRight'],
  hearing_held: ['requestHearing'],
  promised_decision: ACCEPTANCES,
  establish_decision: ACCEPTANCES,
  prep_decision: ACCEPTANCES,
  decision_default: ACCEPTANCES,
  level_category_decision: ACCEPTANCES,
  filing_check: ['submit', 'supplyCorrections'],
  renewal_decision: ['submit'],
  serve_licence: ['grant', 'refuse', 'enterFiling', 'returnFiling', 'concludeInspection'],
  publish_licence_decision: ['grant', 'enterFiling', 'imposeRevocation', 'concludeInspection'],
  registration_follow_up: ['grant'],
  closing_step: [
    'serve',
    'recordDelivery',
    'publish',
    'reportLiquidation',
    'recordClaimsPaid',
    'takeBackLicence',
    'destroySeals',
    'recordDeregistration',
    'recordPlacement',
    'recordLiquidation',
  ],
  penalty_decision: ['openExOfficio'],
  serve_penalty: ['imposeRevocation', 'dropPenalty'],
  annual_rectification: ['orderRectification'],
};

/** Loops (strongly connected sets with an edge inside) after submission that no clock bounds. Iterative Tarjan. */
export function unboundedLoops(graph: Graph): Configuration[][] {
  return stronglyConnected(graph).filter((members) => {
    const inside = new Set(members.map(({ index }) => index));
    const edges = members.flatMap(({ edges: all }) => all.filter(({ to }) => inside.has(to)));
    if (edges.length === 0 || !members.every(({ submitted }) => submitted)) return false;
    const events = new Set<string>(edges.map(({ label }) => label.event.type));
    const clocks = new Set(members.flatMap(({ clocks: running }) => running));
    return ![...clocks].some((clock) => !CLOCK_STARTERS[clock].some((starter) => events.has(starter)));
  });
}

function stronglyConnected(graph: Graph): Configuration[][] {
  const count = graph.configurations.length;
  const order = new Int32Array(count).fill(-1);
  const low = new Int32Array(count);
  const onStack = new Uint8Array(count);
  const stack: number[] = [];
  const found: Configuration[][] = [];
  let clock = 0;
  const work: { at: number; edge: number }[] = [];
  const enter = (at: number) => {
    order[at] = low[at] = clock++;
    stack.push(at);
    onStack[at] = 1;
    work.push({ at, edge: 0 });
  };
  for (let root = 0; root < count; root += 1) {
    if (order[root] !== -1) continue;
    enter(root);
    while (work.length > 0) {
      const frame = work[work.length - 1] as { at: number; edge: number };
      const edge = graph.configurations[frame.at]?.edges[frame.edge++];
      if (edge) {
        if (order[edge.to] === -1) enter(edge.to);
        else if (onStack[edge.to]) low[frame.at] = Math.min(low[frame.at] ?? 0, order[edge.to] ?? 0);
        continue;
      }
      work.pop();
      const parent = work[work.length - 1];
      if (parent) low[parent.at] = Math.min(low[parent.at] ?? 0, low[frame.at] ?? 0);
      if (low[frame.at] === order[frame.at]) found.push(popComponent(graph, stack, onStack, frame.at));
    }
  }
  return found;
}

function popComponent(graph: Graph, stack: number[], onStack: Uint8Array, root: number): Configuration[] {
  const members: Configuration[] = [];
  for (;;) {
    const at = stack.pop() as number;
    onStack[at] = 0;
    members.push(graph.configurations[at] as Configuration);
    if (at === root) return members;
  }
}

/** Configurations from which no final state can be reached. */
export function deadEnds(graph: Graph): Configuration[] {
  const before = new Map<number, number[]>();
  for (const { edges } of graph.configurations) {
    for (const { from, to } of edges) {
      const sources = before.get(to) ?? [];
      before.set(to, sources);
      sources.push(from);
    }
  }
  const alive = new Set(graph.configurations.filter(({ final }) => final).map(({ index }) => index));
  const work = [...alive];
  for (let at = work.pop(); at !== undefined; at = work.pop()) {
    for (const previous of before.get(at) ?? []) {
      if (alive.has(previous)) continue;
      alive.add(previous);
      work.push(previous);
    }
  }
  return graph.configurations.filter(({ index }) => !alive.has(index));
}
