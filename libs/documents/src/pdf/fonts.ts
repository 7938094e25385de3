import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { readCoverage } from './cmap.js';

/** Body, labels, heads. Each weight is a file of 15 MB, so only those the templates use. */
const WEIGHTS = ['400Regular', '600SemiBold', '900Black'];

export interface PrintFonts {
  files: string[];
  /** The characters that every weight can show. */
  coverage: Set<number>;
}

/** Finds the three weights of Noto Serif SC and reads once what they cover. */
export function loadFonts(fontDir: string = packagedFontDir()): PrintFonts {
  const files = WEIGHTS.map((weight) => fontFile(fontDir, weight));
  const [first, ...others] = files.map((file) => readCoverage(readFileSync(file)));
  const everywhere = [...(first ?? [])].filter((code) => others.every((coverage) => coverage.has(code)));
  return { files, coverage: new Set(everywhere) };
}

/** The npm package that carries the fonts, wherever the package manager put it. */
function packagedFontDir(): string {
  return dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-serif-sc/package.json'));
}

/** A folder of one's own may be flat, the package has one folder per weight. */
function fontFile(fontDir: string, weight: string): string {
  const name = `NotoSerifSC_${weight}.ttf`;
  const candidates = [join(fontDir, weight, name), join(fontDir, name)];
  const found = candidates.find((file) => existsSync(file));
  if (found === undefined) throw new Error(`Font file ${name} is not in ${fontDir}.`);
  return found;
}
