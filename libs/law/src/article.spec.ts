import { cite, refOf } from './article.js';
import { dayAsTyped } from './plain-date.js';

it.each([
  ['学前教育法第二十九条', 'PSL 29'],
  ['《中华人民共和国行政许可法》第三十二条第一款第四项', 'ALL 32(1)(4)'],
  ['民办教育促进法实施条例第12条', 'PER 12'],
  ['民办教育促进法第一百零一条、第十条', 'PEL 101, 10'],
  ['PSL 29', 'PSL 29'],
  ['学前教育法', '学前教育法'],
  ['行政许可法第三十二条第四项', '行政许可法第三十二条第四项'],
])('%s is %s', (quoted, ref) => {
  expect(refOf(quoted)).toBe(ref);
});

it('an article quoted by its name is the same as its short form', () => {
  expect(cite(cite('ALL 32(1)(4)').zh)).toEqual(cite('ALL 32(1)(4)'));
});

it.each([
  ['2026年2月3日', '2026-02-03'],
  ['2026/2/13', '2026-02-13'],
  ['soon', 'soon'],
])('%s is typed for %s', (typed, day) => {
  expect(dayAsTyped(typed)).toBe(day);
});
