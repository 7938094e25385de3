import type { Effect } from '../effects.js';
import { vocabulary } from '../vocabulary.js';

/** What the beginning does beside being one. */
type Opening = { type: 'register'; params: { change: Extract<Effect, { type: 'register' }>['change'] } };

/**
 * 依职权: nobody applies. The officer begins it from the register, in one step; the draft is no place where anything waits.
 * @param guard what it rests on: the ruling of a court, an offence, or that the school has lapsed
 */
export const beginning = <
  const Guard extends 'courtAccepted' | 'penaltyFiled' | 'hasLapsed',
  const Effects extends readonly Opening[],
>(
  guard: Guard,
  target: '#WINDING_UP' | '#PENALTY',
  opening: Effects,
) =>
  vocabulary.createStateConfig({
    meta: { owner: 'registrar' },
    on: {
      openExOfficio: {
        guard,
        target,
        actions: [...opening, { type: 'issue', params: { document: 'openingNotice' } }],
      },
    },
  });
