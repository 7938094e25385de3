import type { CaseSnapshot } from './snapshot.js';

/** How the running cases of an earlier release are taken over to today's charts. */
export interface CarryOver {
  /** The release, by the name of its folder under `frozen`. */
  release: string;
  /** The matters whose charts it was worked out for; cases of others stay where they are. */
  matters: readonly string[];
  /** Where a case stands on today's chart that stood at `snapshot` on the one of before. */
  map(snapshot: CaseSnapshot): CaseSnapshot;
}

/**
 * Until this release a visit was called for in every case and every lane of a matter had to pass; since then `submit` says
 * which lanes the declarations call for. A case of before has all lanes in its snapshot, and goes on with all of them.
 */
const declaredLanes: CarryOver = {
  release: '2026-11-26-e3ea45cc917f',
  matters: ['EST-DIRECT', 'PREP', 'RENEW'],
  map: ({ value, context }) => ({ value, context: { ...context, lanes: { ...context.lanes } } }),
};

/** The carry-overs that are worked out; a release that is missing here keeps its cases to their end. */
export const CARRY_OVERS: readonly CarryOver[] = [declaredLanes];
