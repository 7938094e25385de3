/** A fault that is planted on purpose: a run that stays green with it has seen nothing. */
export interface Plant {
  name: string;
  /** Whether the database flushes to the disk. */
  fsync: boolean;
  /** Loaded by every process of the system before all others: it exchanges one piece of one module. */
  module: string | null;
}

export const PLANTS: readonly Plant[] = [
  { name: 'fsync', fsync: false, module: null },
  { name: 'outbox-after-commit', fsync: true, module: './test/chaos/plants/outbox-after-commit.mjs' },
  { name: 'timer-without-lock', fsync: true, module: './test/chaos/plants/timer-without-lock.mjs' },
];
