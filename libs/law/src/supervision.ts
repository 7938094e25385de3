export type Signal = 'green' | 'blue' | 'yellow' | 'red' | 'black';

/** Where a running promise changes its colour: per cent of it that is used, and working days that are left. */
export interface SignalTable {
  blue: number;
  yellow: number;
  yellowDaysLeft: number;
}

/**
 * Colour of a running promise (督办亮灯, catalogue V-15), by the table of the county: blue, then yellow by share or by days
 * left, red over the promise, black over the statutory limit.
 */
export function signal(
  days: { used: number; promised: number; overStatutory: boolean },
  { blue, yellow, yellowDaysLeft }: SignalTable,
): Signal {
  if (days.overStatutory) return 'black';
  if (days.used > days.promised) return 'red';
  const share = (100 * days.used) / days.promised;
  if (share >= yellow || days.promised - days.used <= yellowDaysLeft) return 'yellow';
  return share >= blue ? 'blue' : 'green';
}
