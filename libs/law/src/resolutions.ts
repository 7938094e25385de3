import type { Resolution } from './licensed-form.js';

/**
 * 三分之二以上: of all members, not of those who came (PER 26(2)): change of sponsor or principal, of the charter, of the
 * development plan, division, merger and closure. 以上 includes the number itself (CC 1259).
 */
export const isTwoThirds = ({ members, inFavour }: Pick<Resolution, 'members' | 'inFavour'>): boolean =>
  3 * inFavour >= 2 * members;

/** Any other matter of a decision body: more than half of all members (PER 26(2) by contrast). */
export const isMajority = ({ members, inFavour }: Pick<Resolution, 'members' | 'inFavour'>): boolean =>
  2 * inFavour > members;
