import { createHash } from 'node:crypto';

/** More texts than there are statements in the code would be texts made up at run time: those stay without a name. */
const MOST = 1000;
const names = new Map<string, string>();

/** How many rows a pattern finds depends on the pattern: it is planned anew each time. */
const BY_PATTERN = /\bi?like\b/;

/** The name under which a connection keeps a statement, planned once; the same text has the same name everywhere. */
export function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known || names.size >= MOST || BY_PATTERN.test(text)) return known;
  const name = createHash('sha256').update(text).digest('hex').slice(0, 32);
  names.set(text, name);
  return name;
}
