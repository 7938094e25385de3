import type { Stage } from './stage.js';

/** One try to break a rule: what was tried, and whether the system let it happen. */
export interface Attempt {
  what: string;
  broke: boolean;
}

/** A rule of fair service, and the offender who tries to break it over HTTP as the roles of the bureau could. */
export interface Offender {
  /** Its number among the rules (docs/fair-service.md). */
  rule: number;
  name: string;
  offend(stage: Stage): Promise<Attempt[]>;
}

/** How often every rule has to withstand. */
export const LEAST_ATTEMPTS = 100;
