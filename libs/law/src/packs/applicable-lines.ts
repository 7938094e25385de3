import { isTutoring } from '../institution-types.js';
import type { DraftForm } from '../forms.js';
import { siteFactsOf } from '../succession-form.js';
import type { MaterialLine, MatterPack } from './pack.js';
import { CONDITIONS, type MaterialCondition } from './terms.js';

/** What an applicant has declared; what is not declared does not hold. */
export type DeclaredFacts = Partial<Record<MaterialCondition, boolean>>;

/** The same with the size of the site, where it is known. */
export type LineFacts = DeclaredFacts & { siteAreaSquareMetres?: number };

/**
 * The lines that a case with these facts can be asked for when it is filed: voluntary ones are shown and never asked,
 * what the bureau makes itself and what falls due later is not asked now.
 */
export function linesFor(pack: Pick<MatterPack, 'materials'>, facts: LineFacts): MaterialLine[] {
  return pack.materials.filter(
    ({ id, condition, notBelowSquareMetres, role, source, stage }) =>
      role !== 'voluntary' &&
      source !== 'agency' &&
      (stage ?? 'filing') === 'filing' &&
      (condition === undefined || facts[condition] === true) &&
      !isOfOthers(id, facts) &&
      !isBelow(notBelowSquareMetres, facts),
  );
}

/**
 * The lines that may be asked for of somebody who has declared only some facts: what a declared fact rules out is gone,
 * what depends on one that is still open stays and is shown with its condition. Voluntary and later lines stay too.
 */
export const linesPossible = (pack: Pick<MatterPack, 'materials'>, facts: LineFacts): MaterialLine[] =>
  pack.materials.filter(
    ({ id, condition, notBelowSquareMetres, source }) =>
      source !== 'agency' &&
      (condition === undefined || facts[condition] !== false) &&
      !isOfOthers(id, facts) &&
      !isBelow(notBelowSquareMetres, facts),
  );

/** 卫生评价 is a kindergarten's, whatever else its line depends on (PSL 29(1)(7)); who has not said its kind yet may be one. */
const isOfOthers = (id: string, { kindergarten }: DeclaredFacts): boolean =>
  id === 'PRM-HEALTH' && kindergarten === false;

/** A site whose size is not known yet is not taken to be small. */
const isBelow = (least: number | undefined, { siteAreaSquareMetres: area }: LineFacts): boolean =>
  least !== undefined && area !== undefined && area < least;

/** How many papers somebody uploads: with the application at least and at most, of their own accord, and later. */
export interface UploadCount {
  least: number;
  most: number;
  voluntary: number;
  later: number;
}

/** A matter either moves to a site or stays on its own. */
const SITES: readonly DeclaredFacts[] = [
  { new_site: true, same_site: false },
  { new_site: false, same_site: true },
];

/** The one count behind every figure of uploads: what is asked for depends on what is declared, the rest is counted apart. */
export function uploadsOf({ materials }: Pick<MatterPack, 'materials'>): UploadCount {
  const uploads = materials.filter(({ source }) => source === 'upload');
  const anySize = uploads.filter(({ notBelowSquareMetres }) => notBelowSquareMetres === undefined);
  const everything: DeclaredFacts = Object.fromEntries(CONDITIONS.map((fact) => [fact, true]));
  const asked = (lines: MatterPack['materials'], facts: DeclaredFacts): number =>
    linesFor({ materials: lines }, facts).length;
  const atFiling = uploads.filter(({ stage }) => (stage ?? 'filing') === 'filing');
  return {
    least: Math.min(...SITES.map((site) => asked(anySize, site))),
    most: Math.max(...SITES.map((site) => asked(uploads, { ...everything, ...site }))),
    voluntary: atFiling.filter(({ role }) => role === 'voluntary').length,
    later: uploads.length - atFiling.length,
  };
}

/** The same for a draft of the establishment form. */
export function applicableLines(
  pack: Pick<MatterPack, 'materials'>,
  form: DraftForm,
  registered?: RegisteredFacts | null,
): MaterialLine[] {
  return linesFor(pack, factsOf(form, registered));
}

/** What the register says of the institution that a matter is about, as far as a line or a check depends on it. */
export interface RegisteredFacts {
  institutionType: string;
}

/** What the institution is to become, or is. */
const kindOf = (form: DraftForm, registered?: RegisteredFacts | null): string =>
  form.newKind?.institutionType ?? form.institutionType ?? registered?.institutionType ?? '';

/** A tutoring institution moves, stays where it is under its name or another, or closes. */
function siteFacts({ tutoringChange }: DraftForm): DeclaredFacts {
  if (!tutoringChange) return {};
  const { what } = tutoringChange;
  return {
    new_site: what === 'address',
    same_site: what === 'name' || what === 'sponsor',
    closing: what === 'closing',
    sponsor_change: what === 'sponsor',
  };
}

/** The facts of a draft, beside what the register says. */
export const factsOf = (form: DraftForm, registered?: RegisteredFacts | null): LineFacts => ({
  donated: form.usesFiscalOrDonatedAssets === true,
  joint_sponsors: (form.sponsors?.length ?? 0) > 1,
  kindergarten: kindOf(form, registered) === 'KG',
  tutoring: isTutoring(kindOf(form, registered)),
  charter_changes: form.charterChanges === true,
  ...siteFacts(form),
  ...siteFactsOf(form),
  ...(form.siteAreaSquareMetres === undefined ? {} : { siteAreaSquareMetres: form.siteAreaSquareMetres }),
  agent: false, // agents file from the issue on mandates; until then the sponsor acts in person
});
