import { countyShelf } from '../county.js';
import { plain } from '../guide/blocks.js';
import { wordsIn } from '../pages/words.js';
import { dutyBlocks, listAsTable, LISTS } from './lists.js';
import { dutyRows } from './rows.js';
import type { Matter } from './sources.js';

const HAN = /\p{Script=Han}/u;
const matters = [...countyShelf().published.values()].map(({ pack }) => ({ pack, open: false }));
const [zh, en] = [wordsIn('zh', false), wordsIn('en', false)];

it('a duty has a length above nought, or words in its place', () => {
  const duties = matters.flatMap(dutyRows);
  expect(duties.filter(({ limit, limitWords }) => (limit ? limit.length < 1 : !limitWords))).toEqual([]);
});

it('a filing is checked and answered; nobody reviews its legality, and nobody decides it (PEL 21(2), 24; BER 39)', () => {
  const stepsOf = (matter: string) =>
    matters.filter(({ pack }) => pack.code === matter).flatMap((one) => dutyRows(one).map(({ step }) => step));
  for (const filing of ['FILE-GOV', 'FILE-AD', 'CHG-PRINCIPAL', 'CHG-LEGALREP', 'REISSUE'])
    expect([filing, stepsOf(filing)]).toEqual([filing, ['check', 'serve']]);
  expect(stepsOf('ANNUAL')).toEqual(['inspect', 'serve']);
  expect(stepsOf('CHG-NAME')).toEqual(expect.arrayContaining(['receive', 'legality', 'decide']));
  expect(dutyRows(matters.find(({ pack }) => pack.code === 'FILE-GOV') as Matter)[0]).toMatchObject({
    who: ['windowClerk'],
    limit: { length: 3, unit: 'working_day' },
  });
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
