import type { DraftForm } from './forms.js';

/** What an application says of the school that it would make or change: with what it may be like another one. */
export interface LikenessAsked {
  names: string[];
  addresses: string[];
  principals: string[];
  sponsors: string[];
}

const each = (words: readonly (string | undefined)[]): string[] => [
  ...new Set(words.flatMap((word) => (word?.trim() ? [word.trim()] : []))),
];

/**
 * Name, site, principal and sponsors of a form, whatever form it is; a change says only what it changes, and a site that
 * stands as it is is nothing new.
 */
export function likenessAsked(form: DraftForm): LikenessAsked {
  const { tutoringChange: change, resultingSchools = [], sites = [] } = form;
  const fresh = [...sites, ...resultingSchools].filter(({ siteStanding }) => siteStanding === 'new_or_grown');
  return {
    names: each([form.schoolName, change?.newName, ...resultingSchools.map(({ name }) => name)]),
    addresses: each([form.siteAddress, change?.newAddress, ...fresh.map(({ address }) => address)]),
    principals: each([
      form.principal?.name,
      form.tutoringHead?.name,
      ...resultingSchools.map(({ principalName }) => principalName),
    ]),
    sponsors: each((form.sponsors ?? []).map(({ name }) => name)),
  };
}
