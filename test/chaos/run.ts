import { join } from 'node:path';
import { Dice } from './dice.js';
import { Faults } from './faults/faults.js';
import { Hands } from './people/hands.js';
import { Keeper } from './people/keeper.js';
import { Ledger } from './people/ledger.js';
import { Telephone } from './people/telephone.js';
import { Town } from './people/town.js';
import { hashOfPlan, type Plan } from './plan.js';
import type { Plant } from './plants/plants.js';
import { System } from './system.js';
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

export interface Ran {
  outcome: Outcome;
  findings: Finding[];
  folder: string;
}

interface Manner {
  plant: Plant | null;
  hurry: boolean;
  say(line: string): void;
}

/** One run of a plan, on a system of its own; plan, ledger, faults and findings stay in its folder. */
export async function runPlan(plan: Plan, manner: Manner): Promise<Ran> {
  const system = await System.start(plan.store, manner.plant);
  const auditor = new Auditor(system.database, system.filesFolder);
  try {
    system.keep('plan.json', plan);
    await auditor.open();
    return await new Run(plan, manner, system, auditor).play();
  } finally {
    await auditor.close();
    await system.stop();
  }
}

class Run {
  private readonly ledger: Ledger;
  private readonly telephone: Telephone;
  private readonly hands: Hands;
  private readonly faults: Faults;

  constructor(
    private readonly plan: Plan,
    private readonly manner: Manner,
    private readonly system: System,
    private readonly auditor: Auditor,
  ) {
    const dice = new Dice(`chaos ${plan.seed}`);
    this.ledger = new Ledger(join(system.folder, 'ledger.jsonl'));
    this.telephone = new Telephone(system.fleet.urls);
    const town = new Town(this.telephone, this.ledger);
    this.hands = new Hands(town, dice.of('people'));
    this.faults = new Faults(system, new Keeper(town, dice.of('keeper')));
  }

  async play(): Promise<Ran> {
    const { plan, manner, system, auditor } = this;
    manner.say(`${plan.store}: the people begin`);
    const auditing = auditor.lookOften();
    const working = this.hands.work(plan.people);
    await this.faults.play(plan.faults, plan.minutes * 60_000);
    this.hands.stop();
    await Promise.all([working, this.faults.settled(), auditing.stop()]);
    manner.say(`${plan.store}: all faults have ended, waiting for quiet`);
    const owed = await untilQuiet(system.database, system.fleet, manner.hurry);
    const findings = await this.judge(auditing.seen, owed);
    const outcome = await this.outcomeOf(findings, auditing.looks());
    system.keep('findings.json', { outcome, findings });
    return { outcome, findings, folder: system.folder };
  }

  private async judge(seenAtWork: readonly string[], owed: readonly string[]): Promise<Finding[]> {
    const db = await this.auditor.connect();
    const findings = [
      ...found('lost', await lostOf(db, this.ledger, this.system.filesFolder)),
      ...found('doubled', await doubledOf(db, this.ledger)),
      ...found('halfDone', [...seenAtWork, ...(await this.auditor.look(true))]),
      ...found('undelivered', owed),
    ];
    await db.end();
    return findings;
  }

  private async outcomeOf(findings: readonly Finding[], looks: number): Promise<Outcome> {
    const { plan, manner, faults, ledger, hands, telephone } = this;
    const { seed, store, minutes } = plan;
    const of = (kind: Finding['kind']): number => findings.filter((one) => one.kind === kind).length;
    return {
      ...{ seed, planHash: hashOfPlan(plan), store, plant: manner.plant?.name ?? null, minutes },
      ...{ kills: faults.kills, killed: faults.killed, others: faults.others },
      ...{ acknowledged: ledger.acknowledged, commands: ledger.commands.size },
      ...{ lost: of('lost'), doubled: of('doubled'), halfDone: of('halfDone'), undelivered: of('undelivered') },
      ...{ readyP50: percentile(faults.readyAfter, 0.5), readyP99: percentile(faults.readyAfter, 0.99) },
      ...{ opened: hands.opened, closed: hands.closed, looks, ...(await this.auditor.figures()) },
      ...{ unanswered: telephone.unanswered, refusals: telephone.refusals, notReady: this.system.fleet.reasons },
    };
  }
}

const percentile = (of: readonly number[], share: number): number =>
  [...of].sort((a, b) => a - b)[Math.min(of.length - 1, Math.floor(of.length * share))] ?? 0;
