import type { WorkingCalendar } from './calendar.js';
import { CLOCK_RULES } from './clock-rules.js';
import { deadline } from './clocks.js';
import type { PlainDate } from './plain-date.js';

/**
 * The day on which a letter counts as served: what a courier carries on the day it was signed for, everything else on
 * the day itself (CPL 91 by analogy; catalogue P-25).
 * @param receivedOn the day on the courier's receipt; null for what no courier carries
 */
export const countsAsServedOn = (today: PlainDate, receivedOn: PlainDate | null): PlainDate => receivedOn ?? today;

/** Until when a refusal can be contested, counted from the day it was served (ARL 20, APL 46). */
export function remediesUntil(
  servedOn: PlainDate,
  calendar: WorkingCalendar,
): { reconsideration: PlainDate; litigation: PlainDate } {
  return {
    reconsideration: deadline(CLOCK_RULES.reconsideration, servedOn, calendar).dueOn,
    litigation: deadline(CLOCK_RULES.litigation_direct, servedOn, calendar).dueOn,
  };
}
