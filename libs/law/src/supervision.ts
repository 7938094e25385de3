export type Signal = 'green' | 'blue' | 'yellow' | 'red' | 'black';

/**
 * Colour of a running promise (督办亮灯, catalogue V-15): blue from 70 %, yellow from 90 % or one working day left,
 * red over the promise, black over the statutory limit.
 */
export function signal(days: { used: number; promised: number; overStatutory: boolean }): Signal {
  if (days.overStatutory) return 'black';
  if (days.used > days.promised) return 'red';
  const share = days.used / days.promised;
  if (share >= 0.9 || days.promised - days.used <= 1) return 'yellow';
  return share >= 0.7 ? 'blue' : 'green';
}
