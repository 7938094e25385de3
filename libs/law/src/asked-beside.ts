import { askingsIn, plain } from './wording.js';

/** What a paper consists of, and how it may be completed: whoever asks for these asks for the line itself. */
export const PAPER_PARTS: readonly string[] = [
  '第[一二三四五六七八九十百零\\d]+(?:[至到][一二三四五六七八九十百零\\d]+)?[页条款项章节段栏行份张处]?',
  '签名页|签字页|盖章页|首页|末页|封面|目录|缺页|页码',
  '签名|签字|盖章|公章|骑缝章|落款|日期|内容|部分|文字|数字',
  '完整|齐全|清楚|清晰',
  '缺少|缺失|漏掉|所缺|漏|缺|该|本|这|此|份|的|中|里|上|《|》|\\(|\\)',
];

/** Words between “please” and its verb that name nothing. */
const FILLERS =
  /您|你|申请人|举办者|尽快|及时|立即|马上|按时|今天|明天|另外|另行|重新|再|一并|同时|先|也|都|还|并|将|把/gu;
/** What stands between two things that are asked for. */
const LISTED = /[、,:]|以及|连同|同时|和|及|与|或|并|且/u;
const SENTENCE_END = /[。;!?]/u;
const PART = new RegExp(PAPER_PARTS.join('|'), 'uy');
/** Shorter pieces of a name are no name. */
const LEAST_NAMED = 2;

/**
 * The phrase with which a reason asks for something else than its own line, or null. A reason says what is wrong with
 * one line; whatever is wanted beside it is a line of its own, or nobody's to ask for (ALL 31(1), 32(1)(4)).
 * @param name the line's published name
 */
export function askedBesideIn(reason: string, name: string): string | null {
  const own = plain(name);
  const found = askingsIn(reason).find(({ things }) => things === null || !areOfLine(things, own));
  return found?.phrase ?? null;
}

function areOfLine({ between, after }: { between: string; after: string }, name: string): boolean {
  const sentence = after.split(SENTENCE_END)[0] ?? '';
  const things = [between.replace(FILLERS, ''), ...sentence.split(LISTED)].filter((thing) => thing !== '');
  return things.length > 0 && things.every((thing) => isOfLine(thing, name));
}

/** Made of nothing but pieces of the line's name and parts of a paper. */
function isOfLine(thing: string, name: string): boolean {
  if (thing === '') return true;
  PART.lastIndex = 0;
  const part = PART.exec(thing)?.[0];
  if (part && isOfLine(thing.slice(part.length), name)) return true;
  for (let length = thing.length; length >= LEAST_NAMED; length -= 1)
    if (name.includes(thing.slice(0, length)) && isOfLine(thing.slice(length), name)) return true;
  return false;
}
