import { appendFileSync, chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { TestRedis } from '../setup/redis.js';
import { Dice } from './dice.js';
import { ChaosDatabase } from './faults/database.js';
import { Faults } from './faults/faults.js';
import { Fleet } from './faults/fleet.js';
import { Proxy } from './faults/proxy.js';
import { Hands } from './people/hands.js';
import { Keeper } from './people/keeper.js';
import { Ledger } from './people/ledger.js';
import { Telephone } from './people/telephone.js';
import { Town } from './people/town.js';
import { hashOfPlan, type Plan } from './plan.js';
import type { Plant } from './plants/plants.js';
import { Auditor } from './verdict/auditor.js';
import { doubledOf } from './verdict/doubled.js';
import { found, type Finding } from './verdict/finding.js';
import { lostOf } from './verdict/lost.js';
import { untilQuiet } from './verdict/quiet.js';

/** What a run has shown. */
export interface Outcome {
  seed: number;
  planHash: string;
  store: string;
  plant: string | null;
  minutes: number;
  kills: number;
  acknowledged: number;
  lost: number;
  doubled: number;
  halfDone: number;
  undelivered: number;
  /** Milliseconds from a kill until a web process says again that it is ready. */
  readyP50: number;
  readyP99: number;
  [figure: string]: unknown;
}

const percentile = (of: readonly number[], share: number): number =>
  Math.round([...of].sort((a, b) => a - b)[Math.min(of.length - 1, Math.floor(of.length * share))] ?? 0);

/** One run of a plan, on a system of its own, which is thrown away afterwards; findings are kept in its folder. */
export async function runPlan(
  plan: Plan,
  { plant, hurry, say }: { plant: Plant | null; hurry: boolean; say: (line: string) => void },
): Promise<{ outcome: Outcome; findings: Finding[]; folder: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'licensing-chaos-'));
  chmodSync(folder, 0o755); // the user that the database runs as comes in
  writeFileSync(join(folder, 'plan.json'), JSON.stringify(plan, null, 1));
  const database = await ChaosDatabase.start(join(folder, 'postgres'), plant?.fsync ?? true);
  const line = await new Proxy(database.port).open();
  const redis = plan.store === 'redis' ? await TestRedis.start(undefined, true) : null;
  const redisLine = redis ? await new Proxy(redis.port).open() : null;
  const urls = database.urls(line);
  const settings = {
    DATA_DIR: folder,
    ...urls,
    ...(redisLine ? { REDIS_URL: `redis://127.0.0.1:${redisLine.port}` } : {}),
  };
  const fleet = new Fleet(folder, settings, plant?.module ?? null);
  const ledger = new Ledger(join(folder, 'ledger.jsonl'));
  const auditor = new Auditor(database, join(folder, 'files'));
  try {
    await fleet.start();
    await ready(fleet);
    await auditor.open();
    const telephone = new Telephone(fleet.urls);
    const town = new Town(telephone, ledger);
    const dice = new Dice(`chaos ${plan.seed}`);
    const hands = new Hands(town, dice.of('people'));
    const keeper = new Keeper(town, dice.of('keeper'));
    const faults = new Faults({ fleet, database, line, redis, redisLine, keeper }, (entry) =>
      appendFileSync(join(folder, 'faults.jsonl'), `${JSON.stringify(entry)}\n`),
    );
    say(`${plan.store}: the people begin`);
    const working = hands.work(plan.people);
    const auditing = auditor.lookOften();
    await faults.play(plan.faults, plan.minutes * 60_000);
    hands.stop();
    await working;
    await faults.settled();
    await auditing.stop();
    say(`${plan.store}: all faults have ended, waiting for quiet`);
    const owed = await untilQuiet(database, fleet, hurry);
    const db = await auditor.connect();
    const findings = [
      ...found('lost', await lostOf(db, ledger, join(folder, 'files'))),
      ...found('doubled', await doubledOf(db, ledger)),
      ...found('halfDone', [...auditing.seen, ...(await auditor.look(true))]),
      ...found('undelivered', owed),
    ];
    const figures = await auditor.figures(db);
    await db.end();
    const of = (kind: Finding['kind']): number => findings.filter((one) => one.kind === kind).length;
    const outcome: Outcome = {
      seed: plan.seed,
      planHash: hashOfPlan(plan),
      store: plan.store,
      plant: plant?.name ?? null,
      minutes: plan.minutes,
      kills: faults.kills,
      killed: faults.killed,
      others: faults.others,
      acknowledged: ledger.acknowledged,
      commands: ledger.commands.size,
      opened: hands.opened,
      closed: hands.closed,
      unanswered: telephone.unanswered,
      refusals: telephone.refusals,
      looks: auditing.looks(),
      ...figures,
      lost: of('lost'),
      doubled: of('doubled'),
      halfDone: of('halfDone'),
      undelivered: of('undelivered'),
      notReady: fleet.reasons,
      readyP50: percentile(faults.readyAfter, 0.5),
      readyP99: percentile(faults.readyAfter, 0.99),
    };
    writeFileSync(join(folder, 'findings.json'), JSON.stringify({ outcome, findings }, null, 1));
    return { outcome, findings, folder };
  } finally {
    await fleet.stop();
    await auditor.close();
    line.close();
    redisLine?.close();
    await redis?.stop();
    await database.stop();
  }
}

async function ready(fleet: Fleet): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    if (await fleet.ready()) return;
    await pause(100);
  }
  throw new Error('the system did not start');
}
