import { rmSync } from 'node:fs';
import { optionsOf } from './options.js';
import { hashOfPlan, planOf } from './plan.js';
import { PLANTS } from './plants/plants.js';
import { runPlan, type Outcome } from './run.js';

const say = (line: string): void => void process.stderr.write(`${line}\n`);

/** npm run chaos: one run for each store, or for each planted fault, one after the other. */
async function main(args: readonly string[]): Promise<number> {
  const options = optionsOf(args);
  const runs = options.plant
    ? PLANTS.filter(({ name }) => options.plant === 'all' || name === options.plant).map((plant) => ({
        plant,
        store: options.stores[0] ?? 'postgres',
      }))
    : options.stores.map((store) => ({ plant: null, store }));
  if (runs.length === 0) throw new Error(`--plant must be all or one of ${PLANTS.map(({ name }) => name).join(', ')}`);
  const outcomes: Outcome[] = [];
  for (const { plant, store } of runs) {
    const plan = planOf({ ...options.wishes, store });
    say(
      `${store}: seed ${plan.seed}, plan ${hashOfPlan(plan)}, ${plan.faults.length} faults${plant ? `, planted: ${plant.name}` : ''}`,
    );
    const { outcome, findings, folder } = await runPlan(plan, { plant, hurry: options.hurry, say });
    for (const { kind, what } of findings.slice(0, 40)) say(`${kind}: ${what}`);
    if (findings.length === 0) rmSync(folder, { recursive: true, force: true });
    else say(`${findings.length} findings; ledger, plan and logs: ${folder}`);
    outcomes.push(outcome);
    process.stdout.write(`${options.json ? JSON.stringify(outcome) : JSON.stringify(outcome, null, 2)}\n`);
  }
  return outcomes.every(isWhole) ? 0 : 1;
}

/** Nothing is missing, and something has happened: a run in which nothing happens shows nothing. */
const isWhole = ({ lost, doubled, halfDone, undelivered, acknowledged, kills }: Outcome): boolean =>
  lost + doubled + halfDone + undelivered === 0 && acknowledged > 0 && kills > 0;

for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, () => process.exit(130));
main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    say(error instanceof Error ? (error.stack ?? error.message) : String(error));
    process.exit(2);
  },
);
