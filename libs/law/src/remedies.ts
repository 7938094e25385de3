import type { Article } from './article.js';
import type { WorkingCalendar } from './calendar.js';
import { CLOCK_RULES, deadline } from './clocks.js';
import type { PlainDate } from './plain-date.js';

export interface Remedies {
  reconsideration: { body: string; until: PlainDate; article: Article };
  litigation: { court: string; until: PlainDate; article: Article };
}

/** What every refusal must carry (ALL 38(2)): where to go, until when (ARL 20: 60 days; APL 46: six months). */
export function remedies(
  authority: { reconsiderationBody: string; court: string },
  toldOn: PlainDate,
  calendar: WorkingCalendar,
): Remedies {
  const { reconsideration, litigation } = CLOCK_RULES;
  return {
    reconsideration: {
      body: authority.reconsiderationBody,
      until: deadline(reconsideration, toldOn, calendar).dueOn,
      article: reconsideration.article,
    },
    litigation: {
      court: authority.court,
      until: deadline(litigation, toldOn, calendar).dueOn,
      article: litigation.article,
    },
  };
}
