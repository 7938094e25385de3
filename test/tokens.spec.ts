import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const TOKENS = 'apps/web/src/style/tokens.css';
type Tokens = Record<string, string>;

/** The custom properties of the first rule with exactly this selector; later rules of the same one add to it. */
function tokensOf(selector: string): Tokens {
  const css = readFileSync(TOKENS, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
  const rules = [...css.matchAll(/([^{}]+)\{([^{}]*)\}/g)].filter(([, head]) =>
    (head ?? '').split(',').some((one) => one.trim() === selector),
  );
  return Object.fromEntries(
    rules.flatMap(([, , body]) =>
      [...(body ?? '').matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})\b/g)].map(([, name, hex]) => [name, hex]),
    ),
  ) as Tokens;
}

const normal = tokensOf(':root');
const elder = { ...normal, ...tokensOf("[data-scale='24']") };
const high = { ...normal, ...tokensOf("[data-contrast='high']") };
/** 高对比 stands last in the file and wins over the steps of type. */
const THEMES: readonly [name: string, tokens: Tokens, least: number][] = [
  ['normal', normal, 4.5],
  ['关怀版', elder, 7],
  ['高对比', high, 7],
];

/** Text and what it stands on, everywhere in the style sheets. */
const TEXT: readonly [text: string, on: string][] = [
  ...['ink', 'ink-2', 'blue', 'error', 'green', 'amber', 'violet', 'teal', 'seal'].map((text): [string, string] => [
    text,
    'surface',
  ]),
  ...['ink', 'ink-2', 'ink-3', 'blue', 'blue-hover'].map((text): [string, string] => [text, 'page']),
  ['ink-3', 'surface'],
  ['ink', 'paper'],
  ['seal', 'paper'],
  ['on-blue', 'blue'],
  ['on-blue', 'blue-hover'],
  ['on-blue', 'blue-press'],
  ['ink', 'tint-blue'],
  ['blue', 'tint-blue'],
  ['error', 'tint-error'],
  ['green', 'tint-green'],
  ['amber', 'tint-amber'],
  ['violet', 'tint-violet'],
  ['ink', 'grey-tint'],
  ['surface', 'ink'],
  ['ink-2', 'grey-tint'],
  // the chosen answer of a checklist
  ['surface', 'green'],
  ['surface', 'error'],
  ['surface', 'ink-2'],
];
/** Lines that tell where a control is, and the two rings of the focus: one of them is seen on any ground. */
const SHAPES: readonly [shape: string, on: string][] = [
  ['control', 'surface'],
  ['control', 'page'],
  ['blue', 'surface'],
  ['orange', 'surface'],
  ['focus', 'surface'],
  ['focus', 'page'],
  ['focus', 'focus-halo'],
];

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(tokens: Tokens, one: string, other: string): number {
  const [a, b] = [one, other].map((name) => {
    const hex = tokens[name];
    if (!hex) throw new Error(`no colour --${name}`);
    return luminance(hex);
  }) as [number, number];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

const row = ([one, other]: readonly [string, string]): string =>
  `| \`${one}\` | \`${other}\` | ${THEMES.map(([, tokens]) => contrast(tokens, one, other).toFixed(1)).join(' | ')} |`;

describe.each(THEMES)('contrast: %s', (_, tokens, least) => {
  it.each(TEXT)('%s on %s can be read', (text, on) => {
    expect(contrast(tokens, text, on)).toBeGreaterThanOrEqual(least);
  });
  it.each(SHAPES)('%s on %s can be seen', (shape, on) => {
    expect(contrast(tokens, shape, on)).toBeGreaterThanOrEqual(3);
  });
});

it('all three steps of the elder view have the same colours', () => {
  expect(tokensOf("[data-scale='22']")).toEqual(tokensOf("[data-scale='24']"));
  expect(tokensOf("[data-scale='30']")).toEqual(tokensOf("[data-scale='24']"));
});

it('the figures of the manual are those of the tokens', () => {
  const page = readFileSync('docs/how-to/design-tokens.md', 'utf8').replace(/ +/g, ' ');
  for (const pair of [...TEXT, ...SHAPES]) expect(page).toContain(row(pair));
});

const filesBelow = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path) : [path];
  });

it('no colour is written anywhere but in the tokens', () => {
  const written = filesBelow('apps/web/src')
    .filter((path) => /\.(css|tsx?)$/.test(path) && path !== TOKENS)
    .filter((path) =>
      /#(?:[0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{3,4})\b|\b(?:rgb|hsl)a?\(/i.test(readFileSync(path, 'utf8')),
    );
  expect(written).toEqual([]);
});
