import type { Material } from './use-case.js';

/**
 * Which line a file belongs to, by its name: the number of the line, a whole part of its name, or what most of the
 * name shares. Null where nothing or more than one fits: then people say it.
 */
export function guessLine(fileName: string, lines: readonly Material[]): string | null {
  const name = fileName.replace(/\.[^.]*$/, '').toUpperCase();
  const byId = lines.filter(({ lineId }) => name.includes(lineId)).map(({ lineId }) => lineId);
  // one number may be the beginning of another: the longer one is meant
  const meant = byId.filter((id) => !byId.some((other) => other !== id && other.startsWith(id)));
  if (meant.length === 1) return meant[0] ?? null;
  const scores = lines.map((line) => ({ id: line.lineId, score: scoreOf(name, line.nameZh) }));
  const best = Math.max(0, ...scores.map(({ score }) => score));
  const fitting = scores.filter(({ score }) => score === best);
  return best >= 2 && fitting.length === 1 ? (fitting[0]?.id ?? null) : null;
}

/** Two characters in a row that the names share, each counted once; a whole part of the name counts for more. */
function scoreOf(fileName: string, lineName: string): number {
  const parts = lineName.split(/[^\p{Script=Han}]+|[的及或和与]/u).filter((part) => part.length >= 2);
  const whole = parts.filter((part) => fileName.includes(part)).reduce((sum, part) => sum + part.length, 0);
  const pairs = new Set(parts.flatMap((part) => [...part].slice(1).map((char, i) => `${[...part][i]}${char}`)));
  return whole + [...pairs].filter((pair) => fileName.includes(pair)).length;
}
