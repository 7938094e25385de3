/**
 * The font has no shape for some characters of the content (a rare name, say). Thrown before printing: a licence with
 * an empty box in its name must never come to exist, and PDF/A forbids it anyway.
 */
export class MissingGlyphError extends Error {
  constructor(readonly characters: string[]) {
    super(`The font has no glyph for ${characters.map(named).join(', ')}.`);
    this.name = 'MissingGlyphError';
  }
}

function named(character: string): string {
  return `${character} (U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')})`;
}
