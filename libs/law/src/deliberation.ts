import { cite, type Article } from './article.js';
import { STANDARD_READINGS, type Readings } from './readings.js';

/** 集体讨论: a member is for one of the two decisions that there are; nobody abstains, for it is no ballot. */
export const STANCES = ['grant', 'refuse'] as const;
export type Stance = (typeof STANCES)[number];

/** The head and at least two others: fewer is no discussion (MDR 30, as the county reads it). */
export const isDiscussion = (
  members: number,
  { fewestMembers }: Pick<Readings, 'fewestMembers'> = STANDARD_READINGS,
): boolean => members >= fewestMembers;

/** What may have to come before a decision, in its order: expert argument and risk assessment before the discussion (MDR 25, 30). */
export const DELIBERATIONS = ['expertArgument', 'riskAssessment', 'collectiveDiscussion'] as const;
export type Deliberation = (typeof DELIBERATIONS)[number];

export const DELIBERATION_ARTICLES: Readonly<Record<Deliberation, Article>> = {
  expertArgument: cite('MDR 19'),
  riskAssessment: cite('MDR 22'),
  collectiveDiscussion: cite('MDR 30'),
};

/** What experts and assessors may find: each kind of record has two results. */
export const RECORD_RESULTS = {
  expertArgument: ['supports', 'opposes'],
  riskAssessment: ['controllable', 'not_controllable'],
} as const satisfies Record<Exclude<Deliberation, 'collectiveDiscussion'>, readonly string[]>;
export type RecordKind = keyof typeof RECORD_RESULTS;
export type RecordResult = (typeof RECORD_RESULTS)[RecordKind][number];

export const resultFits = (kind: RecordKind, result: string): boolean =>
  (RECORD_RESULTS[kind] as readonly string[]).includes(result);

/** What a pack asks for before a decision; none of it for an ordinary single licence (design 6.8). */
export interface AskedDeliberation {
  expertArgument?: boolean;
  riskAssessment?: boolean;
  collectiveDecision: boolean;
}

/**
 * What is still owed before the case may be decided (MDR 25, 30). A discussion that was convened without being asked
 * for must be held as well: nobody convenes one and decides before it.
 */
export function owedBefore(
  pack: AskedDeliberation,
  done: { records: readonly RecordKind[]; meeting: 'none' | 'convened' | 'held' },
): Deliberation[] {
  return DELIBERATIONS.filter((step) =>
    step === 'collectiveDiscussion'
      ? done.meeting !== 'held' && (pack.collectiveDecision || done.meeting === 'convened')
      : pack[step] === true && !done.records.includes(step),
  );
}

/** The view of most members beside the head; `even` where there is none. */
export function majorityOf(stances: readonly Stance[]): Stance | 'even' {
  const grants = stances.filter((stance) => stance === 'grant').length;
  const refusals = stances.length - grants;
  return grants === refusals ? 'even' : grants > refusals ? 'grant' : 'refuse';
}

/** The head decides; who departs from the majority says why (MDR 30(2)). */
export function departsFromMajority(stances: readonly Stance[], outcome: Stance): boolean {
  const majority = majorityOf(stances);
  return majority !== 'even' && majority !== outcome;
}
