import type { PdfPress } from '../../documents/src/index.js';

/**
 * Characters that the press cannot print, each a fault of its field. They are refused where they are typed: a letter
 * that cannot be printed would stop everything that comes after it.
 */
export function unprintableIn(
  { press }: { press: Pick<PdfPress, 'unprintable'> },
  value: unknown,
  field: string,
): { field: string; code: string; params: { char: string } }[] {
  if (typeof value === 'string')
    return press.unprintable(value).map((char) => ({ field, code: 'GLYPH_MISSING', params: { char } }));
  if (Array.isArray(value)) return value.flatMap((inner, i) => unprintableIn({ press }, inner, `${field}[${i}]`));
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => unprintableIn({ press }, inner, `${field}.${key}`));
}
