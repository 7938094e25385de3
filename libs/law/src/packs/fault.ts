import { cite, mayFoundDemand, type Article } from '../article.js';
import type { Readings } from '../readings.js';
import type { Path } from './source-file.js';

/** What a pack may not say, whatever its shape: each rule names its place and its article. */
export interface PackFault {
  path: Path;
  article?: Article;
  message: string;
}

export const fault = (path: Path, message: string, ref?: string): PackFault => ({
  path,
  ...(ref ? { article: cite(ref) } : {}),
  message,
});

const known = (ref: string): Article | undefined => {
  try {
    return cite(ref);
  } catch {
    return undefined;
  }
};

/** References to sources that nobody knows. */
export const unsourced = (refs: readonly string[], path: Path): PackFault[] =>
  refs.flatMap((ref) => (known(ref) ? [] : [fault([...path, 'basis'], `不认识这个依据 / unknown source "${ref}"`)]));

/** Whether one of the references is of a rank that may found a demand; an unknown one is told elsewhere. */
export const founded = (refs: readonly string[], { sources }: Readings): boolean =>
  refs.some((ref) => {
    const article = known(ref);
    return article === undefined || mayFoundDemand(article, sources);
  });
