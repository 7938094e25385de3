import type { RunningClockId } from '../events.js';
import { vocabulary } from '../vocabulary.js';
import {
  examined,
  examinedToRefuse,
  legalityReview,
  toDecide,
  toDecideOrEnd,
  toRefuse,
  type GrantEffect,
} from './decision.js';
import { extension } from './extension.js';
import { deemedAccepted } from './intake.js';
import { papers, review, siteCheck } from './review.js';
import { specialProcedure } from './special-procedure.js';
import { tolerance } from './tolerance.js';

/** A review with the joint site check, with look-ups and papers, and with an appraisal where the pack knows one. */
export const onSite = vocabulary.createStateConfig({
  id: 'IN_REVIEW',
  type: 'parallel',
  entry: 'closeIntake',
  states: { siteCheck, papers, specialProcedure },
});

/** A review of look-ups and papers alone. */
export const onPaper = vocabulary.createStateConfig({
  id: 'IN_REVIEW',
  type: 'parallel',
  entry: 'closeIntake',
  states: { review, papers },
});

const missed = {
  markPromiseMissed: { actions: { type: 'supervise', params: { matter: 'promiseMissed' } } },
  markLimitMissed: { actions: { type: 'supervise', params: { matter: 'limitMissed' } } },
} as const;

/** What one matter says of its way from acceptance to decision. */
export interface Accepted<Granting, Ending = readonly GrantEffect[]> {
  /** The limit of the law for the decision, where it sets one. */
  limit: RunningClockId | null;
  /** The law lets the head of the agency lengthen the limit once (ALL 42(1)). */
  extensible?: true;
  inReview: typeof onSite | typeof onPaper;
  /** What a grant does; null: policy approves nothing here, and whoever insists gets a reasoned refusal (ALL 38(2)). */
  granting: Granting | null;
  /** What a grant does instead where what is asked for is an end. */
  ending?: Ending;
}

/**
 * From acceptance to the decision (受理至决定): review, legality review, decision; beside it what a tolerant acceptance
 * still owes. The promise and the limit of the law run through all of it, and silence grants nothing.
 */
export const accepted = <const Granting extends readonly GrantEffect[], const Ending extends readonly GrantEffect[]>({
  limit,
  extensible,
  inReview,
  granting,
  ending,
}: Accepted<Granting, Ending>) =>
  vocabulary.createStateConfig({
    type: 'parallel',
    meta: { clocks: limit ? ['promised_decision', limit] : ['promised_decision'] },
    on: {
      markPromiseMissed: missed.markPromiseMissed,
      ...(limit ? { markLimitMissed: missed.markLimitMissed } : {}),
      ...(extensible ? extension : {}),
    },
    states: {
      examination: {
        initial: 'IN_REVIEW',
        states: {
          DEEMED_ACCEPTED: deemedAccepted,
          IN_REVIEW: inReview,
          EXAMINED: granting ? examined : examinedToRefuse,
          LEGALITY_REVIEW: legalityReview,
          TO_DECIDE: !granting ? toRefuse : ending ? toDecideOrEnd(granting, ending) : toDecide(granting),
        },
      },
      tolerance,
    },
  });
