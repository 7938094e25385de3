/** Colours of a running promise (督办亮灯), from good to bad. */
export const SIGNALS = ['green', 'blue', 'yellow', 'red', 'black'] as const;
export type Signal = (typeof SIGNALS)[number];

/** From which share of the promised time on (percent), and how many working days before its end, a colour is shown. */
export interface SignalTable {
  blue: number;
  yellow: number;
  yellowDaysLeft: number;
}

/** Catalogue V-15: yellow and red are common practice of several cities, blue and black are our default. */
export const V15: SignalTable = { blue: 70, yellow: 90, yellowDaysLeft: 1 };

/**
 * Colour of a running promise (督办亮灯, catalogue V-15): by the table until the promise is over, red over the promise,
 * black over the statutory limit.
 * @param days working days used and promised
 */
export function signal(
  days: { used: number; promised: number; overStatutory: boolean },
  { blue, yellow, yellowDaysLeft }: SignalTable,
): Signal {
  if (days.overStatutory) return 'black';
  if (days.used > days.promised) return 'red';
  const share = (days.used / days.promised) * 100;
  if (share >= yellow || days.promised - days.used <= yellowDaysLeft) return 'yellow';
  return share >= blue ? 'blue' : 'green';
}

/** The worse of two colours. */
export const worse = (a: Signal, b: Signal): Signal => (SIGNALS.indexOf(a) >= SIGNALS.indexOf(b) ? a : b);
