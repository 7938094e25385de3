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

const DIGIT = new Map([...DIGITS].map((digit, value) => [digit, value]));
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100 };

/** 二十九 or 29 as a number; 0 for what is neither. */
function counted(words: string): number {
  if (/^\d+$/.test(words)) return Number(words);
  let sum = 0;
  let ones = 0;
  for (const sign of words.replaceAll('零', '')) {
    const unit = UNITS[sign];
    if (unit) sum += (ones || 1) * unit;
    else if (!DIGIT.has(sign)) return 0;
    ones = unit ? 0 : (DIGIT.get(sign) ?? 0);
  }
  return sum + ones;
}

const NUMBER = '([一二三四五六七八九十百零\\d]+)';
const ONE_ARTICLE = new RegExp(`^第?${NUMBER}条(?:第${NUMBER}款(?:第${NUMBER}项)?)?$`);

/**
 * The short form of an article that is quoted by the name of its law, `PSL 29` for 学前教育法第二十九条; what is not quoted
 * so stays as it is.
 */
export function refOf(quoted: string): string {
  const plain = quoted.normalize('NFKC').replace(/[《》\s]|中华人民共和国/g, '');
  const [law = '', source] = Object.entries(SOURCES).find(([, { title }]) => plain.startsWith(`${title}第`)) ?? [];
  if (!source) return quoted;
  const articles = plain
    .slice(source.title.length)
    .split(/[、,]/)
    .map(
      (part) =>
        ONE_ARTICLE.exec(part)
          ?.slice(1)
          .map((number) => (number ? counted(number) : 0)) ?? [0],
    );
  if (articles.some(([article]) => !article)) return quoted;
  const short = articles.map(([article, ...parts]) => `${article}${parts.map((n) => (n ? `(${n})` : '')).join('')}`);
  return `${law} ${short.join(', ')}`;
}

/**
 * An article from its short form or as it is quoted, e.g. `ALL 32(1)(4)` or `PEL 11, 13`.
 * @throws Error on a source that is not in the list: nothing unknown may be quoted
 */
export function cite(quoted: string): Article {
  const known = cited.get(quoted);
  if (known) return known;
  const article = Object.freeze(articleOf(quoted));
  if (cited.size < MOST_CITED) cited.set(quoted, article);
  return article;
}

/** Articles stand in code and packs, and people type some: those that come first are remembered. */
const MOST_CITED = 2000;
const cited = new Map<string, Article>();

function articleOf(quoted: string): Article {
  const ref = refOf(quoted);
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
export function isGround(quoted: string, settled: SettledSources = {}): boolean {
  const ref = refOf(quoted);
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
