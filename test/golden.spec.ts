import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { frozenCharts } from '../libs/cases/src/frozen-charts.js';
import type { MatterPack } from '../libs/law/src/index.js';
import { goldenLogs, lived, type GoldenStep } from '../libs/procedures/src/proofs/golden.js';
import { countyPacks, procedureFor } from './builders/pack.js';

const FROZEN = 'libs/procedures/frozen';
interface Head {
  matter: string;
  hash: string;
  pack: MatterPack;
}
const kept = frozenCharts(FROZEN).flatMap((release) =>
  readdirSync(join(FROZEN, release.name, 'golden')).map((file) => {
    const [head, ...logs] = readFileSync(join(FROZEN, release.name, 'golden', file), 'utf8')
      .trim()
      .split('\n');
    return {
      release,
      ...(JSON.parse(head as string) as Head),
      logs: logs.map((line) => JSON.parse(line) as GoldenStep[]),
    };
  }),
);

it('every release that is kept has golden logs', () => {
  expect(new Set(kept.map(({ release }) => release.name))).toEqual(new Set(readdirSync(FROZEN)));
});

it.each(kept)('$release.name: the $matter of then goes as it went', ({ release, pack, hash, logs }) => {
  const procedure = release.procedureOf(pack);
  if (!procedure) throw new Error(hash);
  expect(procedure.hash).toBe(hash);
  for (const log of logs)
    expect(
      lived(
        procedure,
        log.map(({ event }) => event),
      ),
    ).toEqual(log);
});

it('golden logs take every step that the procedure knows, each life from the draft to an end', () => {
  const renewal = procedureFor(countyPacks().find(({ code }) => code === 'RENEW') as MatterPack);
  const logs = goldenLogs(renewal);
  expect(new Set(logs.map((log) => log[0]?.event.type))).toEqual(new Set(['submit', 'discardDraft']));
  expect(new Set(logs.flat().map(({ event }) => event.type))).toContain('reachExpiry');
  for (const log of logs) expect(log.at(-1)?.clocks).toEqual([]);
});
