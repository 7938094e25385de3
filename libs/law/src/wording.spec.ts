import {
  DEMAND_HEADS,
  DEMAND_PHRASES,
  DEMAND_VERBS,
  demandingPhraseIn,
  PAPER_WORDS,
  paperWordIn,
  VAGUE_PHRASES,
  vaguePhraseIn,
} from './wording.js';

describe('vague phrases', () => {
  it.each(VAGUE_PHRASES.map((phrase) => [phrase]))('%s is found, also when it is spaced', (phrase) => {
    expect(vaguePhraseIn(`消防验收意见${phrase}`)).not.toBeNull();
    expect(vaguePhraseIn(`消防验收意见${[...phrase].join(' ')}`)).not.toBeNull();
    expect(vaguePhraseIn(`消防验收意见${[...phrase].join('\u200b')}`)).not.toBeNull();
  });

  it.each(['章程缺少第五项内容', '缺少应急预案的签名页', '房屋租赁合同第三页没有出租人签名', '第五项仍然缺少表决办法'])(
    '%s is plain',
    (text) => expect(vaguePhraseIn(text)).toBeNull(),
  );
});

describe('a message that asks', () => {
  it.each(DEMAND_PHRASES.map((phrase) => [phrase]))('%s', (phrase) => {
    expect(demandingPhraseIn(`您好，${phrase}房产证`)).not.toBeNull();
  });
  it.each(DEMAND_HEADS.flatMap((head) => DEMAND_VERBS.map((verb) => [head, verb])))('%s … %s', (head, verb) => {
    expect(demandingPhraseIn(`${head}${verb}房产证`)).toBe(`${head}${verb}`);
    expect(demandingPhraseIn(`您好，${head}您尽快${verb}房产证`)).toBe(`${head}您尽快${verb}`);
  });

  it.each([
    '您的申请正在审查，不需要再提交什么。',
    '请放心，您提交的内容都收到了。',
    '您不用补充，也无须提供别的。',
    '您的申请提交成功，五个工作日内答复。',
    '请不要上传重复的文件。',
    '踏勘改到周三上午，会给您发通知。',
    'Your case is in review; nothing is needed.',
  ])('and one that does not: %s', (text) => expect(demandingPhraseIn(text)).toBeNull());
});

it.each(PAPER_WORDS.map((word) => [word]))('a reason that asks for paper: %s', (word) => {
  expect(paperWordIn(`身份证号与${word}不符`)).toBe(word);
});
