import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { SOURCES } from '../../../../libs/law/src/index.js';

export interface TextFile {
  /** Below the root of the project. */
  path: string;
  text: string;
}

/** All files below a folder whose names end so, in the order of their names. */
export function filesBelow(root: string, folder: string, ending: string): TextFile[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => ({ path: relative(root, path), text: readFileSync(path, 'utf8') }));
}

/** A rule as the source itself says it. */
export interface SaidRule {
  name: string;
  says: string;
  articles: string[];
  path: string;
}

/** Every documented export: what it says of itself in its first sentence, and the articles that the comment names. */
export function rulesIn(files: readonly TextFile[]): SaidRule[] {
  return files.flatMap(({ path, text }) =>
    [...text.matchAll(/\/\*\*((?:(?!\*\/)[^])*)\*\/\s*export (?:function|const) (\w+)/g)].map(
      ([, comment = '', name = '']) => {
        const words = comment
          .replace(/^\s*\*+ ?/gm, ' ')
          .replace(/\s+/g, ' ')
          .trim();
        return { name, says: firstSentence(words), articles: articlesIn(words), path };
      },
    ),
  );
}

const firstSentence = (words: string): string =>
  (/^(.*?[.:;])(?= [A-Z@]|$)/.exec(words.replace(/ @(param|throws|returns).*/, ''))?.[1] ?? words).replace(
    /\|/g,
    '\\|',
  );

/** References to known sources, such as `ALL 32(1)(4)` or `PEL 53, 55`. */
export const articlesIn = (words: string): string[] => [
  ...new Set(
    [...words.matchAll(/\b([A-Z][A-Z0-9]{1,8}) (\d+(?:\(\d+\))*(?:, \d+(?:\(\d+\))*)*)/g)]
      .filter(([, law = '']) => SOURCES[law] !== undefined)
      .map(([ref]) => ref),
  ),
];

/** What a pack may not say: the message of each refusal of a pack, with its article. */
export function packRulesIn(files: readonly TextFile[]): { says: string; article: string; path: string }[] {
  return files.flatMap(({ path, text }) =>
    [...text.matchAll(/[`']([^`'\n]+ \/ [^`'\n]+)[`'],\s*(?:article: )?'([A-Z][A-Z0-9]+ [^']+)'/g)].map(
      ([, says = '', article = '']) => ({
        says: says.replace(/\$\{[^}]*\}/g, '…').replace(/\|/g, '\\|'),
        article,
        path,
      }),
    ),
  );
}

const TITLE = /^(?:(?:describe|it)(?:\.each)?\(.*?|\].*?\)\()'([^'\n]+)'/gm;

/** Where a name is tried: the spec, and the title that stands over its first use. Null while nothing tries it. */
export function testOf(name: string, specs: readonly TextFile[]): string | null {
  for (const { path, text } of specs) {
    const body = text.replace(/^import [^;]*;/gm, (head) => ' '.repeat(head.length));
    const titles = [...body.matchAll(TITLE)];
    const uses = [...body.matchAll(new RegExp(`\\b${name}\\b`, 'g'))];
    const over = uses
      .map((use) => titles.findLast(({ index }) => index <= use.index) ?? null)
      .find((title) => title !== null);
    if (over) return `${path} › ${over[1]}`;
    if (uses.length > 0 && titles[0]) return `${path} › ${titles[0][1]}`;
  }
  return null;
}
