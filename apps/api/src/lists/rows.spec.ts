import { countyShelf } from '../county.js';
import { plain } from '../guide/blocks.js';
import { wordsIn } from '../pages/words.js';
import { dutyBlocks, listAsTable, LISTS } from './lists.js';
import { dutyRows } from './rows.js';

const HAN = /\p{Script=Han}/u;
const matters = [...countyShelf().published.values()].map(({ pack }) => ({ pack, open: false }));
const [zh, en] = [wordsIn('zh', false), wordsIn('en', false)];

it('a duty has a length above nought, or words in its place', () => {
  const duties = matters.flatMap(dutyRows);
  expect(duties.filter(({ limit, limitWords }) => (limit ? limit.length < 1 : !limitWords))).toEqual([]);
  const sameDay = duties.filter(({ limitWords }) => limitWords?.zh === '审查完成当日').map(({ code }) => code);
  expect(sameDay).toContain('FILE-GOV');
  expect(sameDay).not.toContain('EST-DIRECT');
});

it('in English only what is quoted, such as an article, is Chinese', () => {
  for (const list of LISTS)
    for (const row of listAsTable(en, list, matters).rows)
      for (const cell of row)
        expect([list, typeof cell === 'string' ? cell : cell.said]).toEqual([list, expect.not.stringMatching(HAN)]);
});

it('on the page the articles of accountability stand once above the duties of a matter', () => {
  for (const matter of matters) {
    const [above, table] = dutyBlocks(zh, matter);
    if (above?.kind !== 'text' || table?.kind !== 'table') throw new Error(matter.pack.code);
    expect(plain(above.text)).toContain('追责依据：《');
    for (const row of table.rows) expect(row).toHaveLength(table.head.length);
    expect(table.head).not.toContain('追责依据');
  }
});
