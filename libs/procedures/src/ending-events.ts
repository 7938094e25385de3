import type { AnnualResult, ExOfficioGround } from '../../law/src/index.js';
import type { ActingRole } from './roles.js';

/** What happens in matters that nobody applies for, and in an annual inspection. */
export type EndingEvent =
  | { type: 'openExOfficio'; ground: ExOfficioGround; founded: boolean }
  | { type: 'recordPlacement'; pupils: 'placed' | 'unplaced' }
  | { type: 'recordLiquidation' }
  | { type: 'recordInvestigation'; officers: 'two' | 'one' }
  | { type: 'proposePenalty'; reasoned: boolean }
  | {
      type: 'imposeRevocation';
      decider: 'independent' | 'reviewed';
      reasoned: boolean;
      deliberation: 'complete' | 'owed';
    }
  | { type: 'dropPenalty'; decider: 'independent' | 'reviewed'; reasoned: boolean }
  | { type: 'beginInspection' }
  | { type: 'orderRectification'; reasoned: boolean }
  | { type: 'concludeInspection'; result: AnnualResult; reasoned: boolean };

/** Who may send it. */
export const WHO_MAY_END = {
  openExOfficio: ['registrar', 'reviewer'],
  recordPlacement: ['registrar'],
  recordLiquidation: ['registrar'],
  recordInvestigation: ['reviewer'],
  proposePenalty: ['reviewer'],
  imposeRevocation: ['decisionMaker'],
  dropPenalty: ['decisionMaker'],
  beginInspection: ['windowClerk'],
  orderRectification: ['reviewer'],
  concludeInspection: ['reviewer'],
} as const satisfies Readonly<Record<EndingEvent['type'], readonly ActingRole[]>>;

const both = [true, false];
const DELIBERATED = ['complete', 'owed'] as const;

/** Every variant of each. */
export const ENDING_VARIANTS: { [T in EndingEvent['type']]: Extract<EndingEvent, { type: T }>[] } = {
  openExOfficio: (['court', 'penalty', 'lapse'] as const).flatMap((ground) =>
    both.map((founded) => ({ type: 'openExOfficio' as const, ground, founded })),
  ),
  recordPlacement: [
    { type: 'recordPlacement', pupils: 'placed' },
    { type: 'recordPlacement', pupils: 'unplaced' },
  ],
  recordLiquidation: [{ type: 'recordLiquidation' }],
  recordInvestigation: [
    { type: 'recordInvestigation', officers: 'two' },
    { type: 'recordInvestigation', officers: 'one' },
  ],
  proposePenalty: both.map((reasoned) => ({ type: 'proposePenalty', reasoned })),
  imposeRevocation: both.flatMap((reasoned) =>
    DELIBERATED.flatMap((deliberation) => [
      { type: 'imposeRevocation' as const, decider: 'independent' as const, reasoned, deliberation },
      { type: 'imposeRevocation' as const, decider: 'reviewed' as const, reasoned, deliberation },
    ]),
  ),
  dropPenalty: both.flatMap((reasoned) => [
    { type: 'dropPenalty' as const, decider: 'independent' as const, reasoned },
    { type: 'dropPenalty' as const, decider: 'reviewed' as const, reasoned },
  ]),
  beginInspection: [{ type: 'beginInspection' }],
  orderRectification: both.map((reasoned) => ({ type: 'orderRectification', reasoned })),
  concludeInspection: (['passed', 'mostly', 'failed'] as const).flatMap((result) =>
    both.map((reasoned) => ({ type: 'concludeInspection' as const, result, reasoned })),
  ),
};
