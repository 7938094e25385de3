import { readFileSync, writeFileSync } from 'node:fs';
import {
  CLOCK_RULES,
  FORMS,
  conditionsOf,
  MATTER_CODES,
  SOURCES,
  titleZh,
  type OnlineForm,
} from '../../../libs/law/src/index.js';
import { lawBook } from './law-book/law-book.js';
import { articlesIn, packRulesIn, rulesIn, testOf } from './law-book/sources.js';

const book = lawBook(process.cwd());
if (process.env['WRITE'] === '1') writeFileSync('docs/law.md', book);

it('docs/law.md is what the rules say: run `npm run cli -- law`', () => {
  expect(readFileSync('docs/law.md', 'utf8')).toBe(book);
});

it('has every clock, limit, condition and source, each with the day it is in force from', () => {
  for (const id of Object.keys(CLOCK_RULES)) expect(book).toContain(`\`CLOCK_RULES.${id}\``);
  for (const code of MATTER_CODES) expect(book).toContain(`lawLimitOf('${code}')`);
  for (const form of Object.keys(FORMS) as OnlineForm[])
    for (const { code } of conditionsOf(form)) expect(book).toContain(`| ${form} | ${code} |`);
  for (const [code, source] of Object.entries(SOURCES)) expect(book).toContain(`| ${code} | ${titleZh(source)} |`);
  const undated = Object.entries(SOURCES).filter(([, { since }]) => since === null);
  expect(undated.map(([code]) => code)).toEqual(['TRR', 'NCL', 'GUIDE']);
  for (const [code, { since }] of Object.entries(SOURCES))
    if (since) expect([code, since]).toEqual([code, expect.stringMatching(/^\d{4}(-\d{2}(-\d{2})?)?$/)]);
});

it('the clocks, the limits, the conditions of establishment and the rules of packs are all tried', () => {
  const parts = book.split('\n## ').filter((part) => /^(Clocks|Statutory limits|Conditions|What a pack)/.test(part));
  expect(parts).toHaveLength(4);
  const untried = parts.flatMap((part) => part.split('\n')).filter((row) => row.includes('not by name'));
  expect(untried.filter((row) => !row.startsWith('| renewal |'))).toEqual([]);
});

describe('reading the rules', () => {
  const file = (text: string) => [{ path: 'x.ts', text }];
  it('takes what a rule says of itself, and only articles of known sources', () => {
    const [rule] = rulesIn(file('/** Silence is consent (ALL 50(2)). More. XYZ 3. */\nexport function silence() {}'));
    expect(rule).toEqual({
      name: 'silence',
      says: 'Silence is consent (ALL 50(2)).',
      articles: ['ALL 50(2)'],
      path: 'x.ts',
    });
    expect(articlesIn('PEL 53, 55 and GB 2260')).toEqual(['PEL 53, 55']);
    expect(packRulesIn(file("fault(['fee'], '不收费 / free', 'ALL 58')"))).toEqual([
      { says: '不收费 / free', article: 'ALL 58', path: 'x.ts' },
    ]);
  });

  it('finds the title over the first use, and says when nothing tries a rule', () => {
    const spec = [
      {
        path: 'a.spec.ts',
        text: "import { f } from 'x';\nit('one', () => g());\ndescribe('two', () => {\n  f();\n});",
      },
    ];
    expect(testOf('f', spec)).toBe('a.spec.ts › two');
    expect(testOf('h', spec)).toBeNull();
  });
});
