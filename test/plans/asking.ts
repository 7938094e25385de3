import type { World } from '../flows/harness.js';
import { ASKING_NOTHING, GET_ROUTES, type Row } from './get-routes.js';
import type { Ledger } from './ledger.js';
import type { Sample } from './rounds.js';

const asksNothing = ([route, query]: readonly [string, string?]): Row => [route, 'nobody', 0, query];
export const ROWS: readonly Row[] = [...GET_ROUTES, ...ASKING_NOTHING.map(asksNothing)];

/** Which of the samples a path speaks about. */
function pathOf(route: string, sample: Sample): string {
  const id = ID_OF.find(([start]) => route.includes(start))?.[1](sample) ?? '';
  return route
    .replace('{fileId}', sample.jointFile)
    .replace('{id}', id)
    .replace('{number}', sample.licence)
    .replace('{code}', 'EST-DIRECT')
    .replace('{list}', 'powers')
    .replace('{path}', 'desk');
}

const ID_OF: readonly [start: string, of: (sample: Sample) => string][] = [
  ['/appointment', ({ submitted }) => submitted],
  ['/messages', ({ submitted }) => submitted],
  ['/notes', ({ submitted }) => submitted],
  ['/clock/effect', ({ accepted }) => accepted],
  ['/co-signers', (sample) => sample.joint],
  ['/api/cases/', (sample) => sample.case],
  ['/co-signatures/', (sample) => sample.joint],
  ['/files/', ({ file }) => file],
  ['/documents/', ({ document }) => document],
  ['/photos/', ({ photo }) => photo],
  ['/register/', ({ institution }) => institution],
  ['/notices/', ({ notice }) => notice],
];

/** Of one row: whether it was answered, and how many statements that sent. */
export interface Asked {
  row: string;
  status: number;
  statements: number;
}

/** Asks some rows; of two times the second counts: the first one fills what a process keeps for good. */
export async function ask(world: World, ledger: Ledger, sample: Sample, rows: readonly Row[] = ROWS): Promise<Asked[]> {
  const asked: Asked[] = [];
  for (const [route, login, , query] of rows) {
    const person = login === 'nobody' ? world.nobody() : await world.as(login);
    const url = encodeURI(pathOf(route, sample) + (query ? `?${query}` : ''));
    await person.send('GET', url);
    await person.send('GET', url);
    const entry = ledger.entries.at(-1);
    const statements = entry?.texts.length ?? 0;
    asked.push({ row: nameOf([route, login, 0, query]), status: entry?.status ?? 0, statements });
  }
  return asked;
}

export const nameOf = ([route, login, , query]: Row): string => `${route}${query ? `?${query}` : ''} (${login})`;
