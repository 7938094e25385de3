import type { Walk } from '../../../../libs/law/src/index.js';
import type { estimateOf } from '../guide/estimate.js';
import type { Guided } from '../guide/guide-sections.js';
import type { Words } from './words.js';

export type Estimate = Awaited<ReturnType<typeof estimateOf>>;

export interface Triaged {
  t: Words;
  way: Walk;
  /** Somebody pressed the button without choosing. */
  missed: boolean;
  estimate: Estimate | null;
  /** Of an end that speaks of a matter. */
  guided: Guided | null;
}

/** An answer in words; yes and no say themselves. */
export const optionIn = (t: Words, question: string, value: string): string =>
  value === 'yes' || value === 'no' ? t(`triage.${value}`) : t.code('triage', `${question}.${value}`);
