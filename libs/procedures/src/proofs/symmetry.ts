import type { Lane } from '../../../law/src/index.js';
import { isSiteLane, type LaneStanding } from '../lanes.js';
import type { Facts, ProcedureInput } from '../vocabulary.js';
import type { ProcedureEvent } from '../events.js';

/** Where each lane of a configuration is found in the configuration that stands for it; a lane left out stays. */
export type Renaming = Readonly<Partial<Record<Lane, Lane>>>;

/** The place of a lane after a renaming. */
export const renamed = (lane: Lane, by: Renaming | undefined): Lane => by?.[lane] ?? lane;

export interface Symmetry {
  /** The configuration that stands for all that differ from it only in which lane of a kind is which. */
  representative(facts: Facts): { facts: Facts; renaming?: Renaming };
  /** How many configurations it stands for. */
  orbit(facts: Facts): number;
}

/** A lane that a guard or an effect calls by name is like no other: an appraisal answers this one. */
const NAMED: readonly Lane[] = ['structural_safety'];
const ORDER: readonly LaneStanding[] = ['awaited', 'fail', 'pass'];

/**
 * Lanes that a chart cannot tell apart: both of the visit or both a paper, and called for by the same declarations. What
 * holds with one of them holds with the other in its place, so that the search looks at one arrangement for all.
 */
export function symmetryOf({ lanes, situations }: Pick<ProcedureInput, 'lanes' | 'situations'>): Symmetry {
  const kinds = kindsOf(lanes, situations);
  return {
    representative: (facts) => representativeOf(facts, kinds),
    orbit: (facts) => kinds.reduce((product, kind) => product * arrangements(kind, facts), 1),
  };
}

/** No lane is like another: every configuration is looked at itself. */
export const NO_SYMMETRY: Symmetry = { representative: (facts) => ({ facts }), orbit: () => 1 };

function kindsOf(lanes: readonly Lane[], situations: readonly (readonly Lane[])[]): Lane[][] {
  const kinds = new Map<string, Lane[]>();
  for (const lane of lanes) {
    const called = situations.map((situation) => situation.includes(lane));
    const kind = NAMED.includes(lane) ? lane : JSON.stringify([isSiteLane(lane), called]);
    kinds.set(kind, [...(kinds.get(kind) ?? []), lane]);
  }
  return [...kinds.values()].filter((kind) => kind.length > 1);
}

/** A lane's standing as a rank; the one broken paper comes before all others. */
const rankOf = (lane: Lane, { lanes, brokenPaper }: Facts): number =>
  brokenPaper === lane ? -1 : ORDER.indexOf(lanes[lane] as LaneStanding);

function representativeOf(facts: Facts, kinds: readonly Lane[][]): { facts: Facts; renaming?: Renaming } {
  const renaming: Partial<Record<Lane, Lane>> = {};
  for (const kind of kinds) {
    if (!((kind[0] as Lane) in facts.lanes)) continue;
    const sorted = [...kind].sort((a, b) => rankOf(a, facts) - rankOf(b, facts));
    sorted.forEach((lane, place) => {
      if (lane !== kind[place]) renaming[lane] = kind[place] as Lane;
    });
  }
  const moved = Object.keys(renaming) as Lane[];
  if (moved.length === 0) return { facts };
  const lanes = { ...facts.lanes };
  for (const lane of moved) lanes[renaming[lane] as Lane] = facts.lanes[lane] as LaneStanding;
  const { brokenPaper } = facts;
  return {
    facts: { ...facts, lanes, brokenPaper: brokenPaper === 'none' ? brokenPaper : renamed(brokenPaper, renaming) },
    renaming,
  };
}

/** In how many ways the lanes of a kind can bear the same ranks. */
function arrangements(kind: readonly Lane[], facts: Facts): number {
  if (!((kind[0] as Lane) in facts.lanes)) return 1;
  const bearing = new Map<number, number>();
  for (const lane of kind) {
    const rank = rankOf(lane, facts);
    bearing.set(rank, (bearing.get(rank) ?? 0) + 1);
  }
  return factorial(kind.length) / [...bearing.values()].reduce((product, count) => product * factorial(count), 1);
}

const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));

/** The events of a path through representatives as somebody would live them: every lane under its own name. */
export function asLived(path: readonly { event: ProcedureEvent; renaming?: Renaming }[]): ProcedureEvent[] {
  const own = new Map<Lane, Lane>();
  return path.map(({ event, renaming }) => {
    const lived = event.type === 'recordAttestation' ? { ...event, lane: own.get(event.lane) ?? event.lane } : event;
    const before = new Map(own);
    for (const [from, to] of Object.entries(renaming ?? {}) as [Lane, Lane][]) own.set(to, before.get(from) ?? from);
    return lived;
  });
}
