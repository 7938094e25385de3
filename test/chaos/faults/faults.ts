import { setTimeout as pause } from 'node:timers/promises';
import type { Keeper } from '../people/keeper.js';
import type { Fault, Victim } from '../plan.js';
import type { System } from '../system.js';

const LOOK_EVERY_MS = 100;
/** What of the data files is on the disk is remembered this long before a loss of power, at least. */
const BEFORE_POWER_LOSS_MS = 3_000;

/** Plays what the plan says, at its time. */
export class Faults {
  kills = 0;
  readonly killed: Record<string, number> = {};
  readonly others: Record<string, number> = {};
  /** Milliseconds from each kill until the system said again that it is ready. */
  readonly readyAfter: number[] = [];
  private readonly under: Promise<unknown>[] = [];
  private failed: unknown;

  constructor(
    private readonly system: System,
    private readonly keeper: Keeper,
  ) {}

  /** @param forMs from now on, also where nothing happens any more at the end */
  async play(faults: readonly Fault[], forMs: number): Promise<void> {
    const began = performance.now();
    for (const fault of withMemories(faults)) {
      if (this.failed) return;
      await pause(Math.max(0, fault.at - (performance.now() - began)));
      this.system.note('faults.jsonl', { at: Math.round(performance.now()), fault });
      this.under.push(this.bring(fault).catch((error: unknown) => this.fail(fault, error)));
    }
    await pause(Math.max(0, forMs - (performance.now() - began)));
  }

  /**
   * All that was begun has ended.
   * @throws what stood in the way of a fault: the run is none then
   */
  async settled(): Promise<void> {
    await Promise.all(this.under);
    if (this.failed) throw this.failed;
  }

  private async bring(fault: Fault | Memory): Promise<void> {
    const { line, redisLine, database } = this.system;
    if (fault.kind === 'kill') return this.kill(fault.victim);
    if (fault.kind === 'remember') return database.remember();
    count(this.others, fault.kind);
    switch (fault.kind) {
      case 'jump':
        return this.keeper.jump(fault.hours);
      case 'newCalendar':
        return this.keeper.newCalendar();
      case 'cut':
        return (fault.line === 'redis' ? redisLine : line)?.cut();
      case 'slow':
        return (fault.line === 'redis' ? redisLine : line)?.slowFor(fault.delayMs, fault.forMs);
      case 'stall':
        return (fault.line === 'redis' ? redisLine : line)?.stallFor(fault.forMs);
    }
  }

  private fail(fault: Fault | Memory, error: unknown): void {
    this.failed ??= error;
    this.system.note('faults.jsonl', { fault, failed: String(error) });
  }

  private async kill(victim: Victim): Promise<void> {
    this.kills += 1;
    count(this.killed, victim);
    let ended: Promise<void> = Promise.resolve();
    await new Promise<void>((down, fail) => (ended = this.end(victim, down)).catch(fail));
    const began = performance.now();
    await this.readyAgain();
    const readyAfter = Math.round(performance.now() - began);
    this.readyAfter.push(readyAfter);
    this.system.note('faults.jsonl', { at: Math.round(performance.now()), readyAfter, victim });
    await ended;
  }

  /** @param down told as soon as it is gone; what is done ends when it is back, where it is not the fleet's to bring back */
  private async end(victim: Victim, down: () => void): Promise<void> {
    const { fleet, database, line, redis } = this.system;
    switch (victim) {
      case 'database':
        return database.crash(line, down);
      case 'machine':
        return database.losePower(line, down);
      case 'redis':
      case 'emptiedRedis':
        await redis?.kill();
        down();
        if (victim === 'emptiedRedis') redis?.forget();
        return redis?.up();
      case 'api1':
      case 'api2':
      case 'worker1':
      case 'worker2':
        await fleet.kill(victim);
        return down();
    }
  }

  private async readyAgain(): Promise<void> {
    for (;;) {
      await pause(LOOK_EVERY_MS);
      if (await this.system.fleet.answers()) return;
    }
  }
}

const count = (into: Record<string, number>, name: string): void => void (into[name] = (into[name] ?? 0) + 1);

interface Memory {
  at: number;
  kind: 'remember';
}

/** Before each loss of power the state of the disk is remembered; for a plant it may be long before. */
function withMemories(faults: readonly Fault[]): (Fault | Memory)[] {
  const memories = faults
    .filter((fault) => fault.kind === 'kill' && fault.victim === 'machine')
    .map(({ at }) => ({ kind: 'remember' as const, at: Math.max(0, at - BEFORE_POWER_LOSS_MS) }));
  return [...faults, ...memories].sort((a, b) => a.at - b.at);
}
