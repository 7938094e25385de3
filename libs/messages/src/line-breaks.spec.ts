import { piecesOf, wordsOf } from './line-breaks.js';

const wholes = (sentence: string): string[] =>
  piecesOf(sentence)
    .filter(({ whole }) => whole)
    .map(({ words }) => words);

describe('where a line may end', () => {
  it.each([
    ['最迟 2026年3月18日（周三）。', ['2026年3月18日（周三）。']],
    ['自2026年3月1日至2026年3月5日（周四）止', ['2026年3月1日', '2026年3月5日（周四）']],
    ['Answer by Wed, 18 Mar 2026 at the latest.', ['Wed, 18 Mar 2026']],
    ['文号要写全，例如“昆教许决〔2026〕1号”。', ['“昆教许决〔2026〕1号”。']],
    ['民办学校正式设立审批（EST-FORMAL）：23 项', ['（EST-FORMAL）：', '23 项']],
    ['2026年3月2日（周一） 15:00–15:30', ['2026年3月2日（周一）', '15:00–15:30']],
    ['编号 教民115020360000010', ['教民115020360000010']],
    ['2026年3月2日（周一） 15:00–15:30', ['2026年3月2日（周一）', '15:00–15:30']],
    ['您现在不用做什么。', []],
  ])('%s', (sentence, expected) => {
    expect(wholes(sentence)).toEqual(expected);
    expect(
      piecesOf(sentence)
        .map(({ words }) => words)
        .join(''),
    ).toBe(sentence);
  });

  it.each([
    ['关于准予设立包头市昆都仑区演示乙一幼儿园的公告', '关于|准予|设立|包头市昆都仑区|演示乙一|幼儿园的|公告'],
    ['民办学校正式设立审批（经筹设）', '民办|学校|正式|设立|审批|（经|筹设）'],
    ['Deadlines', 'Deadlines'],
  ])('%s is broken between its words', (heading, expected) => {
    expect(wordsOf(heading).join('|')).toBe(expected);
  });
});
