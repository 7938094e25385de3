const CLAUSE =
  /^(select|from|where|join|left|cross|inner|full|order|group|having|limit|union|except|intersect|set|values|returning|on|for|insert|update|delete|with|window|offset)$/i;
/** Words that go on with a clause that was begun: `left join`, `cross join lateral`, `on true` after a join stays. */
const GOES_ON: Readonly<Record<string, RegExp>> = {
  join: /^(left|cross|inner|full|outer)$/i,
  from: /^(delete|distinct)$/i,
  update: /^(for|do|no|key)$/i,
  set: /^update$/i,
  select: /^all$/i,
};

const OPEN = /^[({]$/;
const CLOSE = /^[)}]$/;

/** One clause a line, deeper questions further in: so that a change of a statement is a change of few lines. */
export function laidOut(text: string): string {
  const words = text.match(/'(?:[^']|'')*'|"[^"]*"|[(){}]|[^\s(){}'"]+(?:'(?:[^']|'')*'|"[^"]*")?|\s+/g) ?? [];
  const lines: string[] = [];
  const within: boolean[] = [];
  let line = '';
  let before = '';
  const isQuestion = (): boolean => within.length === 0 || within.at(-1) === true;
  const end = (): void => {
    if (line.trim() !== '') lines.push(line.trimEnd());
    line = '  '.repeat(within.filter(Boolean).length);
  };
  for (const [i, word] of words.entries()) {
    if (/^\s+$/.test(word)) {
      if (line.trim() !== '') line += ' ';
      continue;
    }
    const next = nextWord(words, i);
    if (isQuestion() && !OPEN.test(before) && begins(word, before, next)) end();
    if (/^\[(and|or)$/.test(word)) end();
    line += word;
    if (OPEN.test(word)) within.push(/^(select|insert|update|delete|with)$/i.test(next));
    if (CLOSE.test(word)) within.pop();
    before = word;
  }
  end();
  return lines.map((one) => one.replace(/ {2,}(?=\S)/g, (gap, at: number) => (at === 0 ? gap : ' '))).join('\n');
}

function begins(word: string, before: string, next: string): boolean {
  if (!CLAUSE.test(word) || before === '') return false;
  if (word.toLowerCase() === 'on') return next === 'conflict';
  return !(GOES_ON[word.toLowerCase()]?.test(before) ?? false);
}

const nextWord = (words: readonly string[], i: number): string =>
  words.slice(i + 1).find((word) => !/^\s+$/.test(word)) ?? '';
