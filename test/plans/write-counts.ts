import { readFileSync, writeFileSync } from 'node:fs';
import { ROWS, type Asked } from './asking.js';

const ROUTES = 'test/plans/get-routes.ts';
const COMMANDS = 'test/plans/commands.ts';

/** Puts what was counted into the rows that are there: `WRITE=1`; the review sees what became more. */
export function writeCounts(asked: readonly Asked[], commands: Readonly<Record<string, number>>): void {
  let routes = readFileSync(ROUTES, 'utf8');
  for (const [i, [route, login, , query]] of ROWS.entries()) {
    const begin = `['${route}', '${login}', `;
    const end = query ? `, '${query}']` : ']';
    routes = replaced(routes, begin, end, asked[i]?.statements ?? 0);
  }
  writeFileSync(ROUTES, routes);
  let written = readFileSync(COMMANDS, 'utf8');
  for (const [route, statements] of Object.entries(commands))
    written = replaced(written, `['${route}', `, ']', statements);
  writeFileSync(COMMANDS, written);
}

function replaced(text: string, begin: string, end: string, count: number): string {
  const quoted = (plain: string): string => plain.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return text.replace(new RegExp(`(${quoted(begin)})\\d+(${quoted(end)})`), (_, head: string, tail: string) =>
    [head, count, tail].join(''),
  );
}
