import { MESSAGE_KEYS } from '../../../../libs/messages/src/index.js';
import type { Certificate } from '../../../../libs/procedures/src/proofs/prove.js';
import type { MatterPack } from '../../../../libs/law/src/index.js';
import type { Words } from './words.js';

export type Flow = Certificate['flow'];
export type Step = Flow['steps'][number];
type Settled = Pick<MatterPack, 'toleranceFailure' | 'readings'>;

const known: ReadonlySet<string> = new Set(MESSAGE_KEYS);

/**
 * The steps that a case of this pack can take. The chart leaves open what a pack settles: what an uncured tolerance leads
 * to, and whether a renewal that waits for the applicant is deemed granted.
 */
export const stepsOf = ({ steps }: Flow, { toleranceFailure, readings }: Settled): Step[] =>
  steps.filter(({ from, event, to }) => {
    if (event === 'withdraw') return false;
    if (event === 'expireCure') return to === (toleranceFailure === 'refuse' ? 'REFUSED' : 'DISCONTINUED');
    if (event === 'reachExpiry' && from === 'CORRECTION_REQUIRED') return readings.renewalInCorrection === 'deemed';
    return true;
  });

/** What else may happen at a place, one sentence each: those that say the same are said once. */
export const turnsIn = (t: Words, steps: readonly Step[]): string[] => [
  ...new Set(steps.map((step) => turnIn(t, step))),
];

/** A sentence of its own where the bare name of the step would not tell why it leads there. */
function turnIn(t: Words, step: Step): string {
  const { event, to } = step;
  const own = [`page.flow.${event}.${to}`, `page.flow.${event}`].find((key) => known.has(key));
  const params = { ...doneBy(t, step), state: t.code('state', to) };
  return own ? t.code('page.flow', own.slice('page.flow.'.length), params) : t('page.guide.flowIf', params);
}

export const doneBy = (t: Words, { who, event }: Step) => ({
  who: who.map((role) => t.code('role', role)).join(t('page.guide.flowOr')),
  event: t.code('event', event),
});
