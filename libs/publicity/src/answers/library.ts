import { ELSEWHERE } from './synonyms.js';
import { languageOfText, pairsIn, plain, unitsOf, type TextLanguage, type Unit } from './words-of.js';

/** A passage that exists, where it stands, and on which article it rests. */
export interface Passage {
  title: string;
  passage: string;
  article: string | null;
  link: string;
}
/** A passage on the shelf: what it is about besides its own words, and how much it counts beside others. */
export interface Shelved extends Passage {
  about?: string;
  rank?: number;
}
export interface Answer extends Passage {
  score: number;
}

/** BM25: how soon repetition stops counting, and how much a long passage is held back. */
const K1 = 1.2;
const B = 0.3;
/** A word of the title says more about a passage than one inside it. */
const TITLE_WEIGHT = 3;
/** So much of what was asked a passage must be about, by weight; below it, it is no answer. */
const LEAST_COVERED = 0.55;
const MOST_ANSWERS = 5;

interface Entry {
  passage: Passage;
  rank: number;
  title: readonly string[];
  counts: ReadonlyMap<string, number>;
  length: number;
}

/** Passages of one language, found by their words. Built once; the same question always gets the same answers. */
export class Library {
  private readonly entries: readonly Entry[];
  private readonly spread = new Map<string, number>();
  private readonly average: number;

  constructor(passages: readonly Shelved[]) {
    this.entries = passages.map(entryOf);
    for (const { counts } of this.entries)
      for (const key of counts.keys()) this.spread.set(key, (this.spread.get(key) ?? 0) + 1);
    this.average = this.entries.reduce((sum, { length }) => sum + length, 0) / Math.max(1, this.entries.length);
  }

  /** The passages about a question, the nearest first; none when nothing fits. */
  answer(question: string): Answer[] {
    const asked = unitsOf(question);
    const whole = asked.reduce((sum, unit) => sum + this.weight(unit), 0);
    if (whole === 0) return [];
    return this.entries
      .map((entry, order) => ({ entry, order, ...this.score(entry, asked) }))
      .filter(({ covered }) => covered / whole >= LEAST_COVERED)
      .sort((a, b) => b.score - a.score || a.order - b.order)
      .slice(0, MOST_ANSWERS)
      .map(({ entry, score }) => ({ ...entry.passage, score: Math.round(score * 100) / 100 }));
  }

  private score(entry: Entry, asked: readonly Unit[]): { score: number; covered: number } {
    let score = 0;
    let covered = 0;
    for (const unit of asked) {
      const best = Math.max(...unit.keys.map((key) => this.bm25(entry, key)));
      const own = entry.counts.has(unit.word) ? 0.5 * this.bm25(entry, unit.word) : 0;
      score += best + own;
      if (this.isAbout(entry, unit)) covered += this.weight(unit);
    }
    const said = asked.flatMap(({ keys }) => keys);
    const inTitle = entry.title.filter((key) => said.includes(key)).length / Math.max(1, entry.title.length);
    return { score: score * entry.rank * (1 + inTitle), covered };
  }

  /** By the word itself or its group; by its pairs only where all of them are there. */
  private isAbout({ counts }: Entry, { word, keys }: Unit): boolean {
    const [first = word, ...others] = keys;
    if (counts.has(first) || others.some((key) => key.startsWith('#') && counts.has(key))) return true;
    const pairs = others.filter((key) => !key.startsWith('#'));
    return pairs.length > 0 && pairs.every((key) => counts.has(key));
  }

  private bm25({ counts, length }: Entry, key: string): number {
    const count = counts.get(key) ?? 0;
    if (count === 0) return 0;
    return (this.rarity(key) * count * (K1 + 1)) / (count + K1 * (1 - B + (B * length) / this.average));
  }

  private rarity(key: string): number {
    const n = this.spread.get(key) ?? 0;
    return Math.log(1 + (this.entries.length - n + 0.5) / (n + 0.5));
  }

  /** How much a unit of the question says: a word that no passage has weighs most. */
  private weight({ keys }: Unit): number {
    return Math.min(...keys.map((key) => this.rarity(key)));
  }
}

function entryOf({ about = '', rank = 1, ...passage }: Shelved): Entry {
  const counts = new Map<string, number>();
  const add = (key: string, by: number) => counts.set(key, (counts.get(key) ?? 0) + by);
  for (const [text, by] of [
    [passage.title, TITLE_WEIGHT],
    [passage.passage, 1],
    [passage.article ?? '', 1],
    [about, 1],
  ] as const) {
    const units = unitsOf(text);
    const keys = units.flatMap((unit) => unit.keys);
    for (const key of keys) add(key, by);
    for (const pair of pairsIn(text)) if (!keys.includes(pair)) add(pair, by);
  }
  const title = unitsOf(passage.title).map(({ keys: [first = ''] }) => first);
  return { passage, rank, title, counts, length: [...counts.values()].reduce((sum, n) => sum + n, 0) };
}

/** Both languages; the question says which one it is asked in. */
export class Answers {
  constructor(private readonly libraries: Readonly<Record<TextLanguage, Library>>) {}

  answer(question: string): Answer[] {
    const text = plain(question);
    if (ELSEWHERE.some((word) => text.includes(word))) return [];
    return this.libraries[languageOfText(text)].answer(text);
  }
}
