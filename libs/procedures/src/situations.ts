import type { Lane, MaterialCondition, MatterPack } from '../../law/src/index.js';

type Required = Pick<MatterPack['attestations'][number], 'lane' | 'condition'>;
export type DeclaredConditions = Partial<Record<MaterialCondition, boolean>>;

/** The lanes that what an applicant has declared calls for (design 6.11); what is not declared does not hold. */
export const lanesCalledFor = (required: readonly Required[], declared: DeclaredConditions): Lane[] =>
  required
    .filter(({ condition }) => condition === undefined || declared[condition] === true)
    .map(({ lane }) => lane as Lane);

/** A site is new or stands as it was, and a case about several may have both: one of them always holds. */
const SITE_CONDITIONS: readonly MaterialCondition[] = ['new_site', 'same_site'];

/** Who closes neither moves nor stays nor gets another sponsor, who gets one does not move, and what becomes a kindergarten becomes no tutoring institution. */
const AT_ODDS: readonly (readonly MaterialCondition[])[] = [
  ['closing', 'new_site'],
  ['closing', 'same_site'],
  ['closing', 'sponsor_change'],
  ['new_site', 'sponsor_change'],
  ['kindergarten', 'tutoring'],
];
const agrees = (set: DeclaredConditions): boolean =>
  !AT_ODDS.some((conditions) => conditions.every((condition) => set[condition] === true));

/** Every set of lanes that some declaration calls for: what the proofs have to look at. */
export function situationsOf(required: readonly Required[]): Lane[][] {
  const conditions = [...new Set(required.flatMap(({ condition }) => condition ?? []))];
  const sets = declarations(conditions).map((declared) => lanesCalledFor(required, declared));
  return [...new Map(sets.map((lanes) => [lanes.join(), lanes])).values()];
}

function declarations(conditions: readonly MaterialCondition[]): DeclaredConditions[] {
  const all = conditions
    .reduce<DeclaredConditions[]>(
      (sets, condition) => sets.flatMap((set) => [set, { ...set, [condition]: true }]),
      [{}],
    )
    .filter(agrees);
  const ofSites = SITE_CONDITIONS.filter((condition) => conditions.includes(condition));
  return ofSites.length < SITE_CONDITIONS.length
    ? all
    : all.filter((set) => set.closing === true || ofSites.some((condition) => set[condition] === true));
}
