import { SIMPLIFIED, STOP_WORDS, SYNONYMS } from './synonyms.js';

export type TextLanguage = 'zh' | 'en';

/** One unit of meaning of a text, and what it may be found by: itself, its pairs of characters, its group of synonyms. */
export interface Unit {
  word: string;
  keys: readonly string[];
}

const SEGMENTERS: Record<TextLanguage, Intl.Segmenter> = {
  zh: new Intl.Segmenter('zh', { granularity: 'word' }),
  en: new Intl.Segmenter('en', { granularity: 'word' }),
};
const HAN = /\p{Script=Han}/u;

/** Width, case and traditional characters as one; blanks between Chinese characters are a slip of the finger. */
export const plain = (text: string): string =>
  [...text.normalize('NFKC').toLowerCase()]
    .map((character) => SIMPLIFIED.get(character) ?? character)
    .join('')
    .replace(/\s+/gu, ' ')
    .replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '')
    .trim();

/** A question with a Chinese character in it is Chinese. */
export const languageOfText = (text: string): TextLanguage => (HAN.test(text) ? 'zh' : 'en');

interface Grouped {
  word: string;
  key: string;
  indexIn(text: string): number;
}

/** An English word stands alone; a Chinese one may stand anywhere. */
function grouped(word: string, key: string): Grouped {
  if (HAN.test(word)) return { word, key, indexIn: (text) => text.indexOf(word) };
  const alone = new RegExp(`(?<![a-z])${word}(?![a-z])`);
  return { word, key, indexIn: (text) => alone.exec(text)?.index ?? -1 };
}

const GROUPS = SYNONYMS.flatMap((words, group) => words.map((word) => grouped(word, `#${group}`))).sort(
  (a, b) => b.word.length - a.word.length || (a.word < b.word ? -1 : 1),
);

/**
 * A text in units, in order. Words of the field are cut out first, the longest before the shorter, so that no general
 * dictionary cuts through them; what is left is cut by the dictionary of Unicode (ICU).
 */
export function unitsOf(text: string): Unit[] {
  return cut(plain(text), GROUPS);
}

function cut(text: string, groups: readonly Grouped[]): Unit[] {
  for (const [i, { word, key, indexIn }] of groups.entries()) {
    const at = indexIn(text);
    if (at < 0) continue;
    return [
      ...cut(text.slice(0, at), groups.slice(i)),
      { word, keys: [word, key] },
      ...cut(text.slice(at + word.length), groups.slice(i)),
    ];
  }
  return general(text);
}

/** Neighbours of one character each are a word that the dictionary does not know, such as 容缺. */
function general(text: string): Unit[] {
  const words: string[] = [];
  let alone = false;
  for (const { segment, isWordLike } of SEGMENTERS[languageOfText(text)].segment(text)) {
    const kept = isWordLike === true && !STOP_WORDS.has(segment);
    const single = kept && HAN.test(segment) && segment.length === 1;
    if (single && alone) words.push(`${words.pop() ?? ''}${segment}`);
    else if (kept) words.push(segment);
    alone = single;
  }
  return words.flatMap(unitOf);
}

/** One character alone says too little, and a bare number too; an English word goes without its ending. */
function unitOf(word: string): Unit[] {
  if (word.length < 2 || /^[\d.,]+$/.test(word)) return [];
  if (!HAN.test(word)) return [{ word, keys: [stem(word)] }];
  return [{ word, keys: word.length === 2 ? [word] : [word, ...pairsOf(word)] }];
}

export const pairsOf = (word: string): string[] => [...word].slice(1).map((next, i) => `${[...word][i] ?? ''}${next}`);

const stem = (word: string): string => (word.length > 4 ? word.replace(/(?:ies|es|s|ing|ed)$/, '') : word);

/** Every pair of neighbouring Chinese characters, also across the cuts: nothing is lost by a wrong one. */
export const pairsIn = (text: string): string[] =>
  (plain(text).match(/\p{Script=Han}{2,}/gu) ?? []).flatMap((run) => pairsOf(run));
