/**
 * Words that hide a demand: an applicant cannot act on them. What has to be put right is told all at once and by name
 * (ALL 32(1)(4)), reasons are given plainly (ALL 38(2)), and a condition stands in the published list (ALL 30).
 */
export const VAGUE_PHRASES: readonly string[] = [
  '等相关',
  '等有关',
  '等材料',
  '等资料',
  '等文件',
  '等证件',
  '等手续',
  '等证明',
  '及其他',
  '和其他材料',
  '其他材料',
  '其它材料',
  '其他资料',
  '其他证明',
  '其他手续',
  '相关材料',
  '相关资料',
  '相关文件',
  '相关证明',
  '相关手续',
  '有关材料',
  '有关资料',
  '有关证明',
  '有关手续',
  '必要材料',
  '必要的材料',
  '所需材料',
  '一切材料',
  '按要求',
  '按有关规定补',
  '另行通知',
  '材料不全',
  '材料不齐',
];

/** What makes a sentence ask for something: each head with each verb, at most a few characters between (ALL 31(1)). */
export const DEMAND_HEADS: readonly string[] = ['请', '需', '须', '应当', '麻烦', '务必', '记得'];
export const DEMAND_VERBS: readonly string[] = [
  '提供',
  '提交',
  '补充',
  '补交',
  '补齐',
  '补正',
  '补办',
  '补上',
  '上传',
  '出具',
  '开具',
  '携带',
  '带上',
  '带来',
  '带齐',
  '附上',
  '另附',
  '交来',
  '送来',
  '整改',
];

/** Phrases after which stands what is asked for. */
const ASKING_FOR: readonly string[] = ['还需', '还须', '尚需', '尚须', '另需', '再交一份', '补一份'];

/** Phrases that ask without such a pair, for a paper or for a way to the office (ALL 31(1), BER 36). */
export const DEMAND_PHRASES: readonly string[] = [
  ...ASKING_FOR,
  '来一趟',
  '跑一趟',
  '请到窗口',
  '请来窗口',
  '到窗口来',
  '请到现场',
  '请到我局',
  '请来我局',
  '当面提交',
  'please provide',
  'please submit',
  'please supply',
  'please upload',
  'please bring',
  'please come',
  'need to provide',
  'need to submit',
  'must provide',
  'must submit',
  'still need',
];

/** Words for paper: what is filled in online or held by an authority is never asked for as a copy (ONL 7). */
export const PAPER_WORDS: readonly string[] = [
  '复印件',
  '原件',
  '纸质',
  '扫描件',
  '盖章件',
  '书面证明',
  '证明材料',
  '打印件',
];

/** Characters that split a phrase without changing how it reads. */
const SPLITTERS = /[\s\p{Cf}·•*_~`'"“”‘’\-—.|/\\]+/gu;
/** Characters that may stand between a head and its verb; a denial or the end of a clause may not. */
const GAP = '[^，。；！？,;!?：:不勿别无免]{0,8}';
const DENIED = '(?<![不无勿毋免别申邀])';

const VERBS = `(?:${DEMAND_VERBS.join('|')})`;
const asking = new RegExp(
  `${DENIED}(?:${DEMAND_HEADS.join('|')})(?<between>${GAP})${VERBS}|(?<![不无])(?:${ASKING_FOR.join('|')})${VERBS}?`,
  'gu',
);

/** Letters as they are read: one width, one case, nothing between them. */
export const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(SPLITTERS, '');

/** The first phrase of a list that a text contains, however it is spaced; null where there is none. */
export function phraseIn(text: string, phrases: readonly string[]): string | null {
  const read = plain(text);
  return phrases.find((phrase) => read.includes(plain(phrase))) ?? null;
}

/** The vague phrase in a text that goes to an applicant (ALL 32(1)(4), 38(2)), or null. */
export const vaguePhraseIn = (text: string): string | null => phraseIn(text, VAGUE_PHRASES);

/** A place where a text asks for something. */
export interface Asking {
  phrase: string;
  /** The words around the verb that name what is asked for; null where the phrase asks by itself. */
  things: { between: string; after: string } | null;
}

/** Every place where a text asks; phrases that ask by themselves first. Each goes on until the next one asks. */
export function askingsIn(text: string): Asking[] {
  const read = plain(text);
  const alone = DEMAND_PHRASES.filter((phrase) => {
    if (ASKING_FOR.includes(phrase)) return false;
    const at = read.indexOf(plain(phrase));
    return at >= 0 && !/[不无]/.test(read.charAt(at - 1));
  });
  const found = [...read.matchAll(asking)];
  return [
    ...alone.map((phrase) => ({ phrase, things: null })),
    ...found.map(({ 0: phrase, index, groups }, i) => ({
      phrase,
      things: { between: groups?.['between'] ?? '', after: read.slice(index + phrase.length, found[i + 1]?.index) },
    })),
  ];
}

/**
 * The phrase with which a message asks for something, or null. A message asks for nothing: what may be asked for stands
 * in the published list, and only a notice asks for it (ALL 30, 31(1), 32(1)(4)).
 */
export const demandingPhraseIn = (text: string): string | null => askingsIn(text)[0]?.phrase ?? null;

/** The word for paper in a reason, or null (ONL 7). */
export const paperWordIn = (text: string): string | null => phraseIn(text, PAPER_WORDS);
