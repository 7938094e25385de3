import type { Stance } from './deliberation.js';
import { STANDARD_READINGS, type Likeness } from './readings.js';

/** What makes two cases of one matter alike; nothing of a person is in it. */
export interface LikenessFacts {
  institutionType: string | null;
  /** Level (办学层次). */
  stage: string | null;
  nature: string | null;
  /** Planned children or students. */
  size: number | null;
  /** What was lacking: lines found deficient and attestations that failed. */
  grounds: readonly string[];
}

export interface Precedent extends LikenessFacts {
  caseId: string;
  number: string;
  decidedOn: string;
  outcome: Stance;
}

export interface Compared extends Precedent {
  /** 0: the same in everything that is compared. */
  distance: number;
  like: boolean;
}

const SHOWN = 5;

const differs = (a: string | null, b: string | null): number => (a === b ? 0 : 1);

/** Doublings between two sizes, at most two: 100 and 150 children are nearly alike, 60 and 400 are not. */
function sizeDistance(a: number | null, b: number | null): number {
  if (a === null || b === null) return a === b ? 0 : 1;
  return Math.min(2, Math.abs(Math.log2(Math.max(a, 1) / Math.max(b, 1))));
}

/** Share of the grounds that only one of the two has. */
function groundsDistance(a: readonly string[], b: readonly string[]): number {
  const all = new Set([...a, ...b]);
  if (all.size === 0) return 0;
  return [...all].filter((ground) => a.includes(ground) !== b.includes(ground)).length / all.size;
}

/**
 * How far two cases of one matter are apart, rounded to a thousandth so that it is the same everywhere. Deterministic: no
 * learning, no chance.
 * @param weights as the county weighs what is compared
 */
export function distanceOf(a: LikenessFacts, b: LikenessFacts, weights: Likeness = STANDARD_READINGS.likeness): number {
  const sum =
    weights.institutionType * differs(a.institutionType, b.institutionType) +
    weights.stage * differs(a.stage, b.stage) +
    weights.nature * differs(a.nature, b.nature) +
    weights.size * sizeDistance(a.size, b.size) +
    weights.grounds * groundsDistance(a.grounds, b.grounds);
  return Math.round(sum * 1000) / 1000;
}

/** The nearest earlier decisions of the same matter, nearest first; of equally near ones the latest first. */
export function nearestDecisions(
  facts: LikenessFacts,
  earlier: readonly Precedent[],
  likeness: Likeness = STANDARD_READINGS.likeness,
): Compared[] {
  return earlier
    .map((one) => ({ one, distance: distanceOf(facts, one, likeness) }))
    .sort(
      (a, b) =>
        a.distance - b.distance ||
        b.one.decidedOn.localeCompare(a.one.decidedOn) ||
        b.one.number.localeCompare(a.one.number),
    )
    .slice(0, SHOWN)
    .map(({ one, distance }) => ({ ...one, distance, like: distance <= likeness.alikeUpTo }));
}

/**
 * 同案同判 (ALL 5: equal right to a licence): who decides otherwise than in the nearest like case owes a reason.
 * @returns the decision that is departed from, or null
 */
export function departsFrom(nearest: readonly Compared[], outcome: Stance): Compared | null {
  const [first] = nearest;
  return first?.like && first.outcome !== outcome ? first : null;
}
