import { SOURCES, type Article } from '../../../../libs/law/src/index.js';
import type { SheetBlock } from '../../../../libs/documents/src/index.js';
import { say, type Language } from '../../../../libs/messages/src/index.js';

/** Words in the reader's language, with what is Chinese whatever the language (an article) after them. */
export type Cell = string | { said: string; zh: string };

/** One piece of a page or of a printed sheet: the same pieces for both, so that paper and screen cannot differ. */
export type Block =
  | { kind: 'text' | 'head'; text: Cell }
  | { kind: 'lines'; ordered: boolean; lines: readonly Cell[] }
  | { kind: 'facts'; rows: readonly (readonly [string, Cell])[] }
  | { kind: 'table'; label: string; head: readonly string[]; rows: readonly (readonly Cell[])[]; tick?: boolean };

export interface Section {
  id: string;
  title: string;
  blocks: readonly Block[];
}

export const text = (said: Cell): Block => ({ kind: 'text', text: said });
export const head = (said: string): Block => ({ kind: 'head', text: said });
export const lines = (of: readonly Cell[], ordered = false): Block => ({ kind: 'lines', ordered, lines: of });
/** What has no value is left out. */
export const facts = (rows: readonly (readonly [string, Cell | null])[]): Block => ({
  kind: 'facts',
  rows: rows.filter((row): row is readonly [string, Cell] => row[1] !== null && row[1] !== ''),
});

/** A sentence with the articles it rests on, in brackets. */
export function withArticles(said: string, articles: readonly Article[]): Cell {
  return articles.length === 0 ? said : { said, zh: say('zh', 'page.paren', { text: listed(articles) }) };
}
export const onlyArticles = (articles: readonly Article[]): Cell => ({ said: '', zh: listed(articles) });

/** The same where a way of working may stand among them: that is said in the reader's language. */
export function basisIn(t: { language: Language }, articles: readonly Article[]): Cell {
  const practice = articles.flatMap(({ law }) => SOURCES[law]?.practiceEn ?? []);
  if (t.language === 'zh' || practice.length === 0) return onlyArticles(articles);
  const others = articles.filter(({ law }) => SOURCES[law]?.practiceEn === undefined);
  return { said: practice.join('; '), zh: others.length > 0 ? `; ${listed(others)}` : '' };
}

const listed = (articles: readonly Article[]): string =>
  [...new Set(articles.map(({ zh }) => zh))].join(say('zh', 'page.listMark'));

export const plain = (cell: Cell): string => (typeof cell === 'string' ? cell : `${cell.said}${cell.zh}`);

/** The same block for the press. */
export function forPaper(block: Block): SheetBlock {
  switch (block.kind) {
    case 'text':
    case 'head':
      return { kind: block.kind, text: plain(block.text) };
    case 'lines':
      return { kind: block.kind, ordered: block.ordered, lines: block.lines.map(plain) };
    case 'facts':
      return { kind: block.kind, rows: block.rows.map(([word, value]): [string, string] => [word, plain(value)]) };
    case 'table':
      return {
        kind: block.kind,
        head: [...block.head],
        rows: block.rows.map((row) => row.map(plain)),
        tick: block.tick === true,
      };
  }
}
