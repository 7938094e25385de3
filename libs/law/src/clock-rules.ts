import { cite, type Article } from './article.js';
import { STANDARD_READINGS, type Readings } from './readings.js';

export type Unit = 'working_day' | 'calendar_day' | 'month' | 'year';

/** Who has the matter in hand while a segment of a clock runs. */
export type Holder = 'bureau' | 'applicant' | 'health' | 'market' | 'expert' | 'registrar' | 'court';

export interface Limit {
  length: number;
  unit: Unit;
  /** `next`: a last day that is a day off moves to the next working day. Only for the applicant's periods (CPL 85 by analogy). */
  roll: 'none' | 'next';
  article: Article;
  holder: Holder;
}

/** What starts a clock; for those that count backwards, what they end before. */
export type ClockStart =
  | 'receipt'
  | 'acceptance'
  | 'end_of_limit'
  | 'told'
  | 'request'
  | 'hearing'
  | 'decision'
  | 'expiry'
  | 'knowing'
  | 'case_filing'
  | 'disqualification'
  | 'approval'
  | 'closure'
  | 'filing';

/** A clock whose length no county may set. */
export interface ClockRule extends Limit {
  start: ClockStart;
  /** `before`: the period lies before its event; the limit is the last day on which a thing is still in time. */
  direction: 'after' | 'before';
  /** Whether the unit stands in the law or is our reading of it (open point O-1). */
  unitConfidence: 'law' | 'assumption';
}

type More = Partial<Pick<ClockRule, 'direction' | 'unitConfidence' | 'roll'>>;

function rule(
  [length, unit, start]: readonly [number, Unit, ClockStart],
  ref: string,
  holder: Holder,
  more: More = {},
): ClockRule {
  const rest = { roll: 'none', direction: 'after', unitConfidence: 'law', ...more } as const;
  return { length, unit, start, article: cite(ref), holder, ...rest };
}

const reading = { unitConfidence: 'assumption' } as const;
const applicants = { roll: 'next' } as const;
const before = { direction: 'before' } as const;

/**
 * Every period that the law itself sets (catalogue 3.2), as a county reads it. Periods of the Licensing Law are working
 * days (ALL 82); those of the Private Education Law are read as calendar periods (O-1). Only the applicant's own periods
 * roll over a day off (P-23).
 */
export function clockRules(readings: Readings): ReturnType<typeof rulesUnder> {
  const known = worked.get(readings) ?? rulesUnder(readings);
  worked.set(readings, known);
  return known;
}

/** By the readings of a pack, which stay what they are. */
const worked = new WeakMap<Readings, ReturnType<typeof rulesUnder>>();

function rulesUnder(readings: Readings) {
  const byCalendar = readings.privateEducationPeriods === 'calendar';
  const threeMonths = byCalendar ? ([3, 'month', 'acceptance'] as const) : ([90, 'working_day', 'acceptance'] as const);
  const rules = {
    correction_or_acceptance: rule([5, 'working_day', 'receipt'], 'ALL 32(1)(4), 82', 'bureau'),
    decision_default: rule([20, 'working_day', 'acceptance'], 'ALL 42(1), 82', 'bureau'),
    decision_default_extension: rule([10, 'working_day', 'end_of_limit'], 'ALL 42(1), 82', 'bureau'),
    decision_joint: rule([45, 'working_day', 'acceptance'], 'ALL 42(2), 82', 'bureau'),
    decision_joint_extension: rule([15, 'working_day', 'end_of_limit'], 'ALL 42(2), 82', 'bureau'),
    prep_decision: rule(
      [30, byCalendar ? 'calendar_day' : 'working_day', 'acceptance'],
      'PEL 14(1)',
      'bureau',
      reading,
    ),
    establish_decision: rule(threeMonths, 'PEL 17', 'bureau', reading),
    division_merger_decision: rule(threeMonths, 'PEL 53(2)', 'bureau', reading),
    level_category_decision: rule(threeMonths, 'PEL 55(2)', 'bureau', reading),
    hearing_request: rule([5, readings.hearingRequest, 'told'], 'ALL 47(1)', 'applicant', {
      ...applicants,
      ...reading,
    }),
    hearing_held: rule([20, 'working_day', 'request'], 'ALL 47(1), 82', 'bureau'),
    hearing_notice_before: rule([7, 'working_day', 'hearing'], 'ALL 48(1), 82', 'bureau', before),
    serve_licence: rule([10, 'working_day', 'decision'], 'ALL 44, 82', 'bureau'),
    publish_licence_decision: rule([7, 'working_day', 'decision'], 'SGS', 'bureau'),
    publish_other_enforcement: rule([20, 'working_day', 'decision'], 'SX118', 'bureau'),
    renewal_apply_before: rule([30, readings.renewalNotice, 'expiry'], 'ALL 50(1)', 'applicant', {
      ...before,
      ...reading,
    }),
    reconsideration: rule([60, 'calendar_day', 'knowing'], 'ARL 20', 'applicant', applicants),
    litigation_direct: rule([6, 'month', 'knowing'], 'APL 46', 'applicant', applicants),
    litigation_after_reconsideration: rule([15, 'calendar_day', 'receipt'], 'APL 45', 'applicant', applicants),
    penalty_decision: rule([90, 'calendar_day', 'case_filing'], 'PNL 60', 'bureau'),
    sponsor_must_change: rule([6, 'month', 'disqualification'], 'PER 12(2)', 'applicant', applicants),
    prep_validity: rule([3, 'year', 'approval'], 'PEL 14(3)', 'applicant'),
    closure_announce_before: rule([6, 'month', readings.closureAnnouncement], 'PER 50(2)', 'applicant', before),
    registration_follow_up: rule([30, 'calendar_day', 'approval'], 'NGO 15', 'applicant', applicants),
  } satisfies Record<string, ClockRule>;
  return rolled(rules, readings);
}

/** Periods whose last day is a day off, as the county reads P-23; one that counts backwards has no such day. */
function rolled<Id extends string>(rules: Record<Id, ClockRule>, { daysOff }: Readings): Record<Id, ClockRule> {
  const roll = (of: ClockRule): Limit['roll'] =>
    daysOff === 'nobody' ? 'none' : daysOff === 'everybody' && of.direction === 'after' ? 'next' : of.roll;
  const entries = Object.entries<ClockRule>(rules).map(([id, of]) => [id, { ...of, roll: roll(of) }]);
  return Object.fromEntries(entries) as Record<Id, ClockRule>;
}

/** The same as the standard readings have them: for what no reading changes, and for the law book. */
export const CLOCK_RULES = clockRules(STANDARD_READINGS);

/** How a period that a pack sets treats a day off at its end. */
export const rollOf = (holder: Holder, { daysOff }: Readings): Limit['roll'] =>
  daysOff === 'everybody' || (daysOff === 'applicant' && holder === 'applicant') ? 'next' : 'none';

/** A clock of the law. */
export type LegalClockId = keyof typeof CLOCK_RULES;

/** All clocks: those of the law, and those that the pack of a matter sets. */
export type ClockId =
  | LegalClockId
  | 'pre_review'
  | 'correction_period'
  | 'promised_decision'
  | 'filing_check'
  | 'renewal_decision'
  | 'cure_period'
  | 'rectification_period'
  | 'appraisal'
  | 'annual_rectification'
  | 'serve_penalty'
  | 'closing_step';

/** Who may approve an extension of a decision limit, and by which clock it grows. */
export interface ExtensionRule {
  by: 'decision_default_extension' | 'decision_joint_extension';
  approver: 'head_of_agency' | 'head_of_government';
}

/**
 * Extension exists for the limits of the Licensing Law alone, once, with reasons told (ALL 42): the 30 days and three
 * months of the Private Education Law know none (design 6.7).
 */
export const EXTENSIONS: Readonly<Partial<Record<LegalClockId, ExtensionRule>>> = {
  decision_default: { by: 'decision_default_extension', approver: 'head_of_agency' },
  decision_joint: { by: 'decision_joint_extension', approver: 'head_of_government' },
};
