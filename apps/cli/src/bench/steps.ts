import pg from 'pg';
import { makeApplication } from '../../../api/src/application.js';
import { Tools } from '../../../api/src/tools.js';
import { handle, preview, type Actor, type Command } from '../../../../libs/cases/src/index.js';
import { randomIds, SystemClock } from '../../../../libs/platform/src/index.js';
import { readSettings } from '../../../../libs/platform/src/settings/index.js';
import { line, type Line } from './report.js';
import type { EmptyDatabase } from './seed.js';
import { told } from './server.js';

const FLOOR = 760;
const GOAL = 1140;
/** Steps tried and taken back, until their code is compiled for good. */
const TRIALS = 2000;
/** Steps taken that are not counted. */
const WARM = 100;
const MOST = 1500;

/** W6: 受理 after 受理 in this process, one after the other, each with everything that it writes; no HTTP. */
export async function measureSteps(database: EmptyDatabase, folder: string): Promise<Line> {
  pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
  const settings = readSettings({ MODE: 'demo' });
  const app = await makeApplication({
    settings,
    databaseUrl: database.appUrl,
    filesFolder: folder,
    clock: new SystemClock(),
    log: { error: (detail, message) => console.error(message, detail), info: () => undefined },
  });
  try {
    const took = await times(app.get(Tools).workshop, database.superuserUrl);
    const sorted = took.slice(WARM).sort((a, b) => a - b);
    const at = (part: number): number => sorted[Math.floor(sorted.length * part)] ?? NaN;
    const rps = (sorted.length * 1000) / sorted.reduce((sum, ms) => sum + ms, 0);
    return line('W6', {
      ...{ rps, p50: at(0.5), p99: at(0.99) },
      ...{ floor: String(FLOOR), goal: String(GOAL), holds: rps >= FLOOR, reaches: rps >= GOAL },
      note: `${sorted.length} steps`,
    });
  } finally {
    await app.close();
  }
}

/** Milliseconds of each step. */
async function times(workshop: Tools['workshop'], url: string): Promise<number[]> {
  const [clerk] = await told<{ id: string; name: string }>(url, [
    `select id, display_name as name from account where login = 'clerk'`,
  ]);
  const actor: Actor = { accountId: clerk?.id ?? '', roles: ['windowClerk'], displayName: clerk?.name ?? '' };
  const cases = await told<{ id: string }>(url, [
    `select id from licensing_case where matter = 'CHG-NAME' and version = 2 order by id desc limit ${MOST}`,
  ]);
  const accepting = (caseId: string): Command<'accept'> => {
    return { commandId: randomIds.uuid(), caseId, type: 'accept', payload: {}, actor };
  };
  for (let i = 0; i < TRIALS; i += 1)
    refuseRefused(await preview(workshop, accepting(cases[i % cases.length]?.id ?? '')));
  const took: number[] = [];
  for (const { id } of cases) {
    const command = accepting(id);
    const began = performance.now();
    const answer = await handle(workshop, command);
    took.push(performance.now() - began);
    refuseRefused(answer);
  }
  return took;
}

/** What is refused is quick, and no figure. */
function refuseRefused(answer: object): void {
  if ('refused' in answer) throw new Error(`accept was refused: ${JSON.stringify(answer)}`);
}
