/** A piece of a sentence; one that is whole moves to the next line undivided. */
export interface Piece {
  words: string;
  whole: boolean;
}

/** Days, hours from and to, numbers of documents, counts and codes, each with the bracket or mark before it and the stop after it. */
const WHOLES = new RegExp(
  `[（“]?(?:${[
    String.raw`\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?(?:（周.）)?`,
    String.raw`(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? \d{1,2} [A-Z][a-z]{2,3} \d{4}`,
    String.raw`\d{1,2}:\d{2}–\d{1,2}:\d{2}`,
    String.raw`[\u4e00-\u9fff]{2,8}〔\d{4}〕\d+号`,
    String.raw`\b[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)+\b`,
    String.raw`\d+ 项`,
    String.raw`[\u4e00-\u9fff]{0,2}\d{8,}`,
  ].join('|')})[，。、；：）！？”]*`,
  'g',
);

/** A sentence in pieces, so that no day, number or code is torn where a line ends. */
export function piecesOf(sentence: string): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const { 0: words, index } of sentence.matchAll(WHOLES)) {
    if (index > end) pieces.push({ words: sentence.slice(end, index), whole: false });
    pieces.push({ words, whole: true });
    end = index + words.length;
  }
  if (end < sentence.length) pieces.push({ words: sentence.slice(end), whole: false });
  return pieces;
}

const OPENS = /^[（《〈“‘「『〔【(]$/;
const CLINGS = /^[\p{P}\p{S}\p{Z}]+$|^\p{Script=Han}$/u;
const HAN = /\p{Script=Han}/u;

/**
 * Words of a Chinese heading, for a line to break between them only. A single character belongs to the word before it
 * (the 市 of a city, the 区 of a district), a bracket to the word that it opens.
 */
export function wordsOf(heading: string): string[] {
  if (!HAN.test(heading)) return [heading];
  const words: string[] = [];
  let opened = true;
  for (const { segment } of new Intl.Segmenter('zh', { granularity: 'word' }).segment(heading)) {
    const clings = opened || (!OPENS.test(segment) && CLINGS.test(segment));
    if (clings && words.length > 0) words[words.length - 1] += segment;
    else words.push(segment);
    opened = OPENS.test(segment);
  }
  return words;
}
