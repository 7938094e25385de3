// Hooks that exchange pieces of built modules for others, and refuse to start where one is not there.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

let exchanges = [];

export function initialize(wanted) {
  exchanges = wanted;
}

export async function load(url, context, next) {
  const here = exchanges.filter(({ module }) => url.endsWith(module));
  if (here.length === 0) return next(url, context);
  let source = await readFile(fileURLToPath(url), 'utf8');
  for (const { module, piece, by } of here) {
    if (!source.includes(piece)) throw new Error(`${module} has no "${piece}" to plant a fault in`);
    source = source.replace(piece, by);
  }
  return { format: 'module', source, shortCircuit: true };
}
