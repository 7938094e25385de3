/**
 * A statement as the code writes it: fixed words, one of several, parts that may be there or not, and what only the
 * running program knows.
 */
export type Part =
  | string
  | { choice: readonly Text[] }
  | { list: readonly Text[]; optional: readonly Text[]; by: string }
  | { hole: string };
export type Text = readonly Part[];

/** A parameter whose number depends on the parts before it. */
export const NUMBERED = '$n';

/** For reading: `{a | b}` is one of them, `[a]` may be there, `‹a›` is known to the running program alone. */
export function written(text: Text): string {
  return text
    .map((part) => {
      if (typeof part === 'string') return part;
      if ('hole' in part) return `‹${part.hole}›`;
      if ('choice' in part) return writtenChoice(part.choice.map(written));
      const optional = part.optional.map((one) => ` [${part.by.trim()} ${written(one)}]`).join('');
      return part.list.map(written).join(part.by) + optional;
    })
    .join('');
}

function writtenChoice(all: readonly string[]): string {
  const full = [...new Set(all)].filter((one) => one !== '');
  const said = full.length === 1 ? String(full[0]) : `{${full.join(' | ')}}`;
  return all.includes('') ? ` [${said.trim()}]` : said;
}

/** For the planner: texts that the program can send; of optional parts none, each alone, and all. */
export function sendable(text: Text): string[] {
  return [...new Set(combined(text))].map(numbered);
}

function combined(text: Text): string[] {
  return text.reduce<string[]>(
    (before, part) => {
      const after = possible(part);
      return before.flatMap((head) => after.map((tail) => head + tail));
    },
    [''],
  );
}

function possible(part: Part): string[] {
  if (typeof part === 'string') return [part];
  if ('hole' in part) throw new Error(`only the running program knows ‹${part.hole}›`);
  if ('choice' in part) return part.choice.flatMap(combined);
  const fixed = part.list.map(combined);
  const optional = part.optional.map(combined);
  const chosen = [[], ...optional.map((one) => [one]), optional];
  return chosen.flatMap((more) => joined([...fixed, ...more], part.by));
}

const joined = (parts: readonly string[][], by: string): string[] =>
  parts.reduce<string[]>(
    (before, part) => before.flatMap((head) => part.map((tail) => (head === '' ? tail : head + by + tail))),
    [''],
  );

/** Gives the parameters whose number is open the numbers after the last one that is written. */
function numbered(text: string): string {
  let last = Math.max(0, ...[...text.matchAll(/\$(\d+)/g)].map(([, n]) => Number(n)));
  return text.replaceAll(NUMBERED, () => `$${(last += 1)}`);
}
