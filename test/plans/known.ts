import type { Statement } from '../../apps/cli/src/queries/statements.js';
import { NUMBERED, type Part, type Text } from '../../apps/cli/src/queries/text.js';

/** The driver's own words. */
const OF_THE_DRIVER =
  /^(begin|start transaction|set transaction|commit|rollback|savepoint|release savepoint|rollback to)\b/i;

/** Texts that docs/queries.sql does not have, among those that were sent. */
export function unknownAmong(sent: Iterable<string>, statements: readonly Statement[]): string[] {
  const known = statements.map(({ text }) => new RegExp(`^${trimmed(fitting(text))}$`));
  const plain = [...new Set([...sent].map(oneLine))].filter((text) => !OF_THE_DRIVER.test(text));
  return plain.filter((text) => !known.some((one) => one.test(text)));
}

const trimmed = (pattern: string): string => pattern.replace(/^(?:\\s\+)+|(?:\\s\+)+$/g, '');
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

const fitting = (text: Text): string =>
  text
    .map(fittingPart)
    .join('')
    .replace(/(?:\\s\+){2,}/g, '\\s+');

function fittingPart(part: Part): string {
  if (typeof part === 'string') return literal(part);
  if ('hole' in part) return '.*';
  if ('choice' in part) return `(?:${part.choice.map(fitting).join('|')})`;
  const more = part.optional.map((one) => `(?:${literal(part.by)}${fitting(one)})?`).join('');
  return part.list.map(fitting).join(literal(part.by)) + more;
}

const literal = (text: string): string =>
  text
    .split(NUMBERED)
    .map((one) => one.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&').replace(/\s+/g, '\\s+'))
    .join('\\$\\d+');
