import { readFileSync } from 'node:fs';
import { readCoverage } from './cmap.js';
import { loadFonts } from './fonts.js';

/** A font file with nothing but a cmap of one subtable. */
function fontWith(subtable: number[]): Buffer {
  const words = [0, 1, 3, 10, 0, 12, ...subtable];
  const font = Buffer.alloc(12 + 16 + 2 * words.length);
  font.writeUInt16BE(1, 4);
  font.write('cmap', 12, 'latin1');
  font.writeUInt32BE(28, 20);
  words.forEach((word, i) => font.writeUInt16BE(word, 28 + 2 * i));
  return font;
}

const covered = (subtable: number[]) => [...readCoverage(fontWith(subtable))].map((code) => String.fromCodePoint(code));

it('reads format 4: shifts and glyph arrays, without characters that lead to no glyph', () => {
  // Segments: a–c by a shift, x–z by the array [5, 0, 6], and the closing one.
  const head = [4, 0, 0, 6, 0, 0, 0];
  const ends = [0x63, 0x7a, 0xffff, 0];
  const starts = [0x61, 0x78, 0xffff];
  const deltas = [1, 0, 1];
  const ranges = [0, 4, 0];
  expect(covered([...head, ...ends, ...starts, ...deltas, ...ranges, 5, 0, 6])).toEqual(['a', 'b', 'c', 'x', 'z']);
});

it('reads format 12: groups beyond the basic plane', () => {
  expect(covered([12, 0, 0, 28, 0, 0, 0, 1, 2, 0x0bb7, 2, 0x0bb8, 0, 7])).toEqual(['𠮷', '𠮸']);
});

it('says so when there is no cmap', () => {
  expect(() => readCoverage(Buffer.alloc(12))).toThrow('no cmap');
});

it('knows what the packaged fonts can show', () => {
  const { files, coverage } = loadFonts();
  expect(files).toHaveLength(3);
  for (const character of '民办㙍䶮翀頔婳〔〕—·A1') expect(coverage.has(character.codePointAt(0)!)).toBe(true);
  for (const character of '𠮷ᠮ') expect(coverage.has(character.codePointAt(0)!)).toBe(false);
  expect(readCoverage(readFileSync(files[0]!)).size).toBeGreaterThan(25_000);
});

it('names the font file it does not find', () => {
  expect(() => loadFonts('/nowhere')).toThrow(/NotoSerifSC_400Regular\.ttf is not in/u);
});
