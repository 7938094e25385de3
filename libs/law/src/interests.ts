import type { DraftForm } from './forms.js';
import type { PlainDate } from './plain-date.js';
import { STANDARD_READINGS, type Readings } from './readings.js';

/** Whose interest it is: oneself and close relatives (CSL 76(1)). */
export const RELATIONS = ['self', 'spouse', 'parent', 'child', 'sibling', 'in_law', 'other_close'] as const;
export type Relation = (typeof RELATIONS)[number];

/** A person by citizen number, or a body in which one holds shares or a post by its credit code. */
export const INTEREST_KINDS = ['person', 'organisation'] as const;
export type InterestKind = (typeof INTEREST_KINDS)[number];

/** Why somebody stays away from a case. */
export const RECUSAL_CAUSES = ['interest', 'self_declared', 'requested'] as const;
export type RecusalCause = (typeof RECUSAL_CAUSES)[number];

/** Offices whose holder is drawn for each case. */
export const DRAWN_ROLES = ['windowClerk', 'reviewer', 'legalReviewer'] as const;
export type DrawnRole = (typeof DRAWN_ROLES)[number];

/** In which capacity somebody is part of a case. */
export type PartyRole = 'sponsor' | 'board' | 'principal' | 'legal_representative';

/** An identity number as it is compared: whoever types it, with a small x or with blanks. */
export const comparableNumber = (number: string): string => number.replace(/\s+/g, '').toUpperCase();

/** The earliest year whose declarations still count on a day (CSL 76); by the standard reading the year before. */
export const firstDeclarationYear = (
  today: PlainDate,
  { declarationYears }: Pick<Readings, 'declarationYears'> = STANDARD_READINGS,
): number => Number(today.slice(0, 4)) - declarationYears + 1;

/**
 * Everybody who is part of an application, by number (CSL 76(1)): sponsors, persons and bodies; members of the board;
 * the principal; and the legal representative, who is one of the last two by PEL 23 and has their number.
 */
export function partiesOf(form: DraftForm): { role: PartyRole; number: string }[] {
  const parties: { role: PartyRole; number: string | undefined }[] = [
    ...(form.sponsors ?? []).flatMap(({ citizenNumber, creditCode }) => [
      { role: 'sponsor' as const, number: citizenNumber },
      { role: 'sponsor' as const, number: creditCode },
    ]),
    ...(form.boardMembers ?? []).map(({ citizenNumber }) => ({ role: 'board' as const, number: citizenNumber })),
    { role: 'principal', number: form.principal?.citizenNumber },
    { role: 'principal', number: form.tutoringHead?.citizenNumber },
    { role: 'legal_representative', number: representativeOf(form) },
  ];
  return parties.flatMap(({ role, number }) => (number ? [{ role, number: comparableNumber(number) }] : []));
}

function representativeOf({ legalRepresentative, principal, boardMembers = [] }: DraftForm): string | undefined {
  if (!legalRepresentative) return undefined;
  if (principal?.name === legalRepresentative) return principal.citizenNumber;
  return boardMembers.find(({ name, role }) => role === 'chair' && name === legalRepresentative)?.citizenNumber;
}
