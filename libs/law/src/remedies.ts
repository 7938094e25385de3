import { CLOCK_RULES, type Limit } from './clock-rules.js';

export interface Remedies {
  reconsideration: { body: string; limit: Limit };
  litigation: { court: string; limit: Limit };
}

/** What every refusal must carry (ALL 38(2)): where to go and how long, from the day of knowing it (ARL 20: 60 days; APL 46: six months). */
export function remedies(authority: { reconsiderationBody: string; court: string }): Remedies {
  const { reconsideration, litigation_direct } = CLOCK_RULES;
  return {
    reconsideration: { body: authority.reconsiderationBody, limit: reconsideration },
    litigation: { court: authority.court, limit: litigation_direct },
  };
}
