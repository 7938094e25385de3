// Hooks that exchange one piece of one built module for another, and refuse to start where it is not there.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

let exchange;

export function initialize(wanted) {
  exchange = wanted;
}

export async function load(url, context, next) {
  if (!url.endsWith(exchange.module)) return next(url, context);
  const source = await readFile(fileURLToPath(url), 'utf8');
  if (!source.includes(exchange.piece))
    throw new Error(`${exchange.module} has no "${exchange.piece}" to plant a fault in`);
  return { format: 'module', source: source.replace(exchange.piece, exchange.by), shortCircuit: true };
}
