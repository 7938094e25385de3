/** Unseen characters that come along with copy and paste: control, direction and joining marks, variation selectors. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Variation_Selector}]/gu;

/** One line of text: any white space becomes a blank, unseen characters go, the ends are trimmed. */
export function cleanLine(text: string): string {
  return text.replace(/\s+/gu, ' ').replace(UNSEEN, '').trim();
}

/** Paragraphs: a line break inside one starts a new one; typed indents go, because the template indents. */
export function cleanParagraphs(paragraphs: string[]): string[] {
  return paragraphs
    .flatMap((paragraph) => paragraph.split(/\r?\n/u))
    .map(cleanLine)
    .filter((paragraph) => paragraph !== '');
}

/** Every string inside a value of plain data. */
export function* stringsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null)
    for (const inner of Object.values(value)) yield* stringsIn(inner);
}
