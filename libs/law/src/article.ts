import { SOURCES, type Rank, type Source } from './sources.js';

/** An article as people quote it. `ref` is the short form used in code and data: `ALL 32(1)(4)`. */
export interface Article {
  law: string;
  article: string;
  ref: string;
  zh: string;
}

const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 1…199 in Chinese numerals, as articles are counted. */
function numeral(n: number): string {
  const hundreds = Math.floor(n / 100);
  const tens = Math.floor((n % 100) / 10);
  const ones = n % 10;
  const head = hundreds ? `${DIGITS[hundreds]}百` : '';
  const middle = tens ? `${tens === 1 && !hundreds ? '' : DIGITS[tens]}十` : hundreds && ones ? '零' : '';
  return `${head}${middle}${DIGITS[ones]}`;
}

/**
 * An article from its short form, e.g. `ALL 32(1)(4)` or `PEL 11, 13`.
 * @throws Error on a source that is not in the list: nothing unknown may be quoted
 */
export function cite(ref: string): Article {
  const [, law = '', article = ''] = /^(\S+)(?:\s+(.+))?$/.exec(ref.trim()) ?? [];
  const source = SOURCES[law];
  if (!source) throw new Error(`unknown source in "${ref}"`);
  return { law, article, ref: ref.trim(), zh: `${titleZh(source)}${articleZh(article)}` };
}

/** A document stands between title marks; a way of working is none. */
export const titleZh = ({ title, practiceEn }: Source): string => (practiceEn === undefined ? `《${title}》` : title);

function articleZh(article: string): string {
  return article
    .split(/\s*,\s*/)
    .filter((part) => part !== '')
    .map((part) => {
      const [, number = '', paragraph, item] = /^(\d+)(?:\((\d+)\))?(?:\((\d+)\))?/.exec(part) ?? [];
      if (!number) return part;
      const words = [`第${numeral(Number(number))}条`];
      if (paragraph) words.push(`第${numeral(Number(paragraph))}款`);
      if (item) words.push(`第${numeral(Number(item))}项`);
      return words.join('');
    })
    .join('、');
}

/** Sources whose force a county has settled for itself (open points O-8, O-10; the scope of the BER). */
export type SettledSources = Readonly<Record<string, 'in_force' | 'not_applied'>>;

/** The rank of a source; one whose force is open has the rank that the county's reading gives it. */
export function rankOf(law: string, settled: SettledSources = {}): Rank {
  const source = SOURCES[law];
  if (!source?.open) return source?.rank ?? 'none';
  const force = settled[law] ?? source.open;
  return force === 'in_force' ? source.rank : 'none';
}

/** The last article of the sources that officers quote as grounds; a number beyond it is a slip of the pen. */
const LAST_ARTICLE: Readonly<Record<string, number>> = {
  ALL: 83,
  PEL: 67,
  PER: 68,
  PSL: 85,
  EL: 86,
  BER: 72,
};

/** Whether a reference can be the ground of a refusal: a ranked source, real article numbers, nothing else beside them. */
export function isGround(ref: string, settled: SettledSources = {}): boolean {
  const [, law = '', articles = ''] =
    /^([A-Z0-9]+)\s+(\d{1,3}(?:\(\d{1,2}\)){0,2}(?:,\s*\d{1,3}(?:\(\d{1,2}\)){0,2})*)$/.exec(ref.trim()) ?? [];
  if (!SOURCES[law] || !mayFoundDemand(cite(`${law} ${articles}`), settled)) return false;
  const last = LAST_ARTICLE[law] ?? 200;
  return articles.split(',').every((part) => {
    const number = Number.parseInt(part.trim(), 10);
    return number >= 1 && number <= last;
  });
}

/** Whether a source may found a demand on an applicant (ALL 14-17, 31; BER 35: down to rules, not below). */
export function mayFoundDemand(article: Article, settled: SettledSources = {}): boolean {
  return !['normative_document', 'none'].includes(rankOf(article.law, settled));
}
