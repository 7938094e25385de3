import { comparableNumber } from './interests.js';
import type { DraftForm, OnlineForm } from './forms.js';
import type { SponsorEntry } from './establishment-form.js';

/** Why somebody beside the applicant has to confirm what is filed. */
export const CO_SIGNER_KINDS = ['present_sponsor', 'new_sponsor', 'joint_sponsor', 'merging_school'] as const;
export type CoSignerKind = (typeof CO_SIGNER_KINDS)[number];

/** 共同确认人: a party of a matter who files nothing and without whose word nothing is filed. */
export interface CoSigner {
  kind: CoSignerKind;
  /** As people call them; of a school the number of its licence. */
  name: string;
  /** By which they are told apart: citizen number, credit code or licence number; of a registered sponsor the name. */
  identity: string;
}

/**
 * The article by which each of them has a say: joint sponsors agree in writing (PER 5(1)); the present sponsors ask for
 * the change (PEL 54) and agree on it with who takes over (PER 12(1)); every merging school asks (PEL 53(1)).
 */
export const CO_SIGNATURE_ARTICLE: Readonly<Record<CoSignerKind, string>> = {
  present_sponsor: 'PEL 54',
  new_sponsor: 'PER 12(1)',
  joint_sponsor: 'PER 5(1)',
  merging_school: 'PEL 53(1)',
};

/** Who runs the institution that a matter is about, as the register has it: the one named first acts for all. */
interface RegisteredSponsors {
  sponsors: readonly string[];
}

/**
 * Everybody who has to confirm beside the applicant. Of several sponsors the one named first files, and the others
 * confirm; to take over a school nobody can be named without their word.
 */
export function coSignersOf(
  form: OnlineForm | null,
  written: DraftForm,
  registered: RegisteredSponsors | null,
): CoSigner[] {
  switch (form) {
    case 'establishment':
    case 'preparation':
      return (written.sponsors ?? []).slice(1).map((one) => ofSponsor('joint_sponsor', one));
    case 'sponsor_change':
      return [...otherPresent(registered), ...takingOver(written, registered)];
    case 'tutoring_change':
      return written.tutoringChange?.what === 'sponsor'
        ? [...otherPresent(registered), ...takingOver(written, registered)]
        : [];
    case 'merger':
      return (written.mergingSchools ?? []).map(({ licenceNumber }) => ({
        kind: 'merging_school',
        name: licenceNumber,
        identity: comparableNumber(licenceNumber).replace(/号$/, ''),
      }));
    default:
      return [];
  }
}

const otherPresent = (registered: RegisteredSponsors | null): CoSigner[] =>
  (registered?.sponsors ?? []).slice(1).map((name) => ({ kind: 'present_sponsor', name, identity: name }));

const takingOver = ({ sponsors = [] }: DraftForm, registered: RegisteredSponsors | null): CoSigner[] =>
  sponsors.filter(({ name }) => !registered?.sponsors.includes(name)).map((one) => ofSponsor('new_sponsor', one));

const ofSponsor = (kind: CoSignerKind, { name, citizenNumber, creditCode }: SponsorEntry): CoSigner => ({
  kind,
  name,
  identity: comparableNumber(citizenNumber ?? creditCode ?? name),
});

/** A sponsor is one person, and one person speaks for nobody else; a body may run several schools. */
export const speaksForOne = (kind: CoSignerKind): boolean => kind !== 'merging_school';
