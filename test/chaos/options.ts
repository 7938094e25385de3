import type { Store, Wishes } from './plan.js';

export interface Options {
  json: boolean;
  stores: Store[];
  plant: string | null;
  /** Does not wait for what a killed process had begun, but lets its time pass. */
  hurry: boolean;
  wishes: Omit<Wishes, 'store'>;
}

/**
 * --json --seed N --minutes M --store postgres|redis --plant NAME|all; beside them --every (seconds between kills),
 * --people and --hurry.
 */
export function optionsOf(args: readonly string[]): Options {
  const value = (name: string): string | undefined => {
    const at = args.indexOf(name);
    return at < 0 ? undefined : args[at + 1];
  };
  const number = (name: string, fallback: number): number => {
    const given = value(name) === undefined ? fallback : Number(value(name));
    if (!Number.isFinite(given) || given < 0) throw new Error(`${name} must be a number, not "${value(name)}"`);
    return given;
  };
  const store = value('--store');
  if (store !== undefined && store !== 'postgres' && store !== 'redis')
    throw new Error(`--store must be postgres or redis, not "${store}"`);
  return {
    json: args.includes('--json'),
    stores: store ? [store] : ['postgres', 'redis'],
    plant: value('--plant') ?? null,
    hurry: args.includes('--hurry'),
    wishes: {
      seed: number('--seed', 20261126),
      minutes: number('--minutes', 3),
      every: number('--every', 5),
      people: number('--people', 6),
    },
  };
}
