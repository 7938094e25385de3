import { spawn } from 'node:child_process';
import { planOf, hashOfPlan } from './plan.js';

interface Ran {
  code: number | null;
  outcome: Record<string, unknown>;
  said: string;
}

/** A run in a process of its own, as `npm run chaos` starts it. */
function chaos(...args: string[]): Promise<Ran> {
  const child = spawn(
    process.execPath,
    ['--import', './test/chaos/typescript.mjs', 'test/chaos/main.ts', '--json', '--hurry', ...args],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let [answer, said] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (answer += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return new Promise((resolve) =>
    child.once('close', (code) => resolve({ code, said, outcome: JSON.parse(answer || '{}') as Ran['outcome'] })),
  );
}

const WISHES = { seed: 7, minutes: 30, store: 'postgres' as const, every: 5, people: 6 };

it('the same seed gives the same plan, another seed another one; half an hour has its 300 kills', () => {
  expect(hashOfPlan(planOf(WISHES))).toBe(hashOfPlan(planOf(WISHES)));
  expect(hashOfPlan(planOf({ ...WISHES, seed: 8 }))).not.toBe(hashOfPlan(planOf(WISHES)));
  expect(planOf(WISHES).faults.filter(({ kind }) => kind === 'kill').length).toBeGreaterThanOrEqual(300);
});

// a worker, the machine of the database, the database; what was moved by the clock goes off in between
it('loses nothing, doubles nothing, leaves nothing half done while everything is killed', async () => {
  const wishes = { seed: 17, minutes: 0.1, store: 'postgres' as const, every: 2, people: 4 };
  const given = Object.entries(wishes).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const { code, outcome, said } = await chaos(...given);
  expect([said, code]).toEqual([expect.any(String), 0]);
  expect(outcome).toMatchObject({ lost: 0, doubled: 0, halfDone: 0, undelivered: 0 });
  expect(outcome).toMatchObject({ planHash: hashOfPlan(planOf(wishes)), kills: 3 });
  expect(Number(outcome['acknowledged'])).toBeGreaterThan(20);
}, 120_000);
