import { canonicalJson, sha256 } from '../../libs/platform/src/index.js';
import { Dice } from './dice.js';

export type Store = 'postgres' | 'redis';
export type Victim = 'api1' | 'api2' | 'worker1' | 'worker2' | 'database' | 'redis' | 'emptiedRedis' | 'machine';

/** What happens to the system, and when: milliseconds after the people have begun. */
export type Fault = { at: number } & (
  | { kind: 'kill'; victim: Victim }
  | { kind: 'cut'; line: Store }
  | { kind: 'slow'; line: Store; delayMs: number; forMs: number }
  | { kind: 'stall'; line: Store; forMs: number }
  | { kind: 'jump'; hours: number }
  | { kind: 'newCalendar' }
);

export interface Wishes {
  seed: number;
  minutes: number;
  store: Store;
  /** Seconds from one kill to the next, on average. */
  every: number;
  people: number;
}

export interface Plan extends Wishes {
  faults: Fault[];
}

/** Everything that chance decides beforehand; the people throw dice of the same seed. */
export function planOf(wishes: Wishes): Plan {
  const dice = new Dice(`chaos ${wishes.seed}`);
  const kills = spread(dice.of('kills'), wishes, wishes.every, (own) => ({
    kind: 'kill' as const,
    victim: own.one(VICTIMS[wishes.store]),
  }));
  const trouble = spread(dice.of('lines'), wishes, 9, (own) => troubleOf(own, wishes.store));
  const jumps = spread(dice.of('clock'), wishes, 6, (own) => ({
    kind: 'jump' as const,
    hours: own.chance(0.1) ? own.whole(100, 300) : own.whole(1, 40),
  }));
  const calendars = spread(dice.of('calendar'), wishes, 15, () => ({ kind: 'newCalendar' as const }));
  return { ...wishes, faults: [...kills, ...trouble, ...jumps, ...calendars].sort((a, b) => a.at - b.at) };
}

export const hashOfPlan = (plan: Plan): string => sha256(canonicalJson(plan)).slice(0, 16);

/** How often each, beside the others. A machine is that of the database; a process that is killed is away the longest. */
const ALWAYS: readonly Victim[] = [
  ...(['api1', 'api2', 'worker1', 'worker2'] as const),
  ...Array.from({ length: 7 }, () => 'database' as const),
  ...(['machine', 'machine'] as const),
];
const VICTIMS: Readonly<Record<Store, readonly Victim[]>> = {
  postgres: ALWAYS,
  redis: [...ALWAYS, 'redis', 'redis', 'redis', 'emptiedRedis', 'emptiedRedis'],
};

function troubleOf(dice: Dice, store: Store): DistributiveOmit<Fault, 'at'> {
  const line = store === 'redis' && dice.chance(0.3) ? 'redis' : 'postgres';
  if (dice.chance(0.4)) return { kind: 'cut', line };
  if (dice.chance(0.7)) return { kind: 'slow', line, delayMs: dice.whole(5, 60), forMs: dice.whole(1000, 4000) };
  return { kind: 'stall', line, forMs: dice.whole(300, 2500) };
}

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

/** One in every span of so many seconds, at a moment of its own within it. */
function spread<T>(dice: Dice, { minutes }: Wishes, seconds: number, make: (dice: Dice) => T): ({ at: number } & T)[] {
  const spans = Math.floor((minutes * 60) / seconds);
  return Array.from({ length: spans }, (_, n) => ({
    at: Math.round((n + 0.1 + 0.8 * dice.next()) * seconds * 1000),
    ...make(dice),
  }));
}
