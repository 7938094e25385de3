import type { Lane, LaneResult } from '../../law/src/index.js';

/** The three departments of the joint site check (联合踏勘); each signs its own result with two officers (ALL 34(3)). */
export const SITE_LANES = ['education_site', 'health_site', 'market_site'] as const satisfies readonly Lane[];
export type SiteLane = (typeof SITE_LANES)[number];

/** The papers and look-ups beside it; they come from other registers or as a paper, never from the visit. */
export const PAPER_LANES = [
  'hygiene_evaluation',
  'fire_acceptance',
  'structural_safety',
  'name_lookup',
  'layout_plan',
  'credit_lookup',
  'health_on_record',
  'market_on_record',
  'registration_lookup',
  'health_open_cases',
  'market_open_cases',
  'line_department_opinion',
  'classification_opinion',
] as const satisfies readonly Lane[];

export const LANES: readonly Lane[] = [...SITE_LANES, ...PAPER_LANES];

/** `awaited` also after a failed paper: another one may be handed in; a failed site result waits for rectification. */
export type LaneStanding = 'awaited' | LaneResult;
export type LaneStandings = Readonly<Partial<Record<Lane, LaneStanding>>>;

export function isSiteLane(lane: Lane): lane is SiteLane {
  return (SITE_LANES as readonly Lane[]).includes(lane);
}

/** All lanes as they stand before anybody has looked; only the lanes that the matter pack requires exist. */
export function awaitedLanes(required: readonly Lane[]): LaneStandings {
  return Object.fromEntries(required.map((lane) => [lane, 'awaited' as const]));
}
