import { cite, type Article } from './article.js';

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
  | 'closure';

/** A clock whose length no county may set. */
export interface ClockRule extends Limit {
  start: ClockStart;
  /** `before`: the period lies before its event; the limit is the last day on which a thing is still in time. */
  direction: 'after' | 'before';
  /** Whether the unit stands in the law or is our reading of it (open point O-1). */
  unitConfidence: 'law' | 'assumption';
  nameZh: string;
  nameEn: string;
}

type More = Partial<Pick<ClockRule, 'direction' | 'unitConfidence' | 'roll'>>;

function rule(
  [length, unit, start]: readonly [number, Unit, ClockStart],
  ref: string,
  holder: Holder,
  [nameZh, nameEn]: readonly [string, string],
  more: More = {},
): ClockRule {
  const rest = { roll: 'none', direction: 'after', unitConfidence: 'law', ...more } as const;
  return { length, unit, start, article: cite(ref), holder, nameZh, nameEn, ...rest };
}

const reading = { unitConfidence: 'assumption' } as const;
const applicants = { roll: 'next' } as const;
const before = { direction: 'before' } as const;

/**
 * Every period that the law itself sets (catalogue 3.2). Periods of the Licensing Law are working days (ALL 82); those
 * of the Private Education Law are read as calendar periods. Only the applicant's own periods roll over a day off.
 */
export const CLOCK_RULES = {
  correction_or_acceptance: rule([5, 'working_day', 'receipt'], 'ALL 32(1)(4), 82', 'bureau', [
    '补正告知或受理',
    'Correction notice or acceptance',
  ]),
  decision_default: rule([20, 'working_day', 'acceptance'], 'ALL 42(1), 82', 'bureau', ['许可决定', 'Decision']),
  decision_default_extension: rule([10, 'working_day', 'end_of_limit'], 'ALL 42(1), 82', 'bureau', [
    '许可决定延期',
    'Extension of the decision',
  ]),
  decision_joint: rule([45, 'working_day', 'acceptance'], 'ALL 42(2), 82', 'bureau', [
    '联合办理决定',
    'Decision in joint handling',
  ]),
  decision_joint_extension: rule([15, 'working_day', 'end_of_limit'], 'ALL 42(2), 82', 'bureau', [
    '联合办理延期',
    'Extension in joint handling',
  ]),
  prep_decision: rule(
    [30, 'calendar_day', 'acceptance'],
    'PEL 14(1)',
    'bureau',
    ['筹设决定', 'Decision on preparation'],
    reading,
  ),
  establish_decision: rule(
    [3, 'month', 'acceptance'],
    'PEL 17',
    'bureau',
    ['设立决定', 'Decision on establishment'],
    reading,
  ),
  division_merger_decision: rule(
    [3, 'month', 'acceptance'],
    'PEL 53(2)',
    'bureau',
    ['分立、合并决定', 'Decision on division or merger'],
    reading,
  ),
  level_category_decision: rule(
    [3, 'month', 'acceptance'],
    'PEL 55(2)',
    'bureau',
    ['层次、类别变更决定', 'Decision on a change of level or category'],
    reading,
  ),
  hearing_request: rule([5, 'working_day', 'told'], 'ALL 47(1)', 'applicant', ['申请听证', 'Request for a hearing'], {
    ...applicants,
    ...reading,
  }),
  hearing_held: rule([20, 'working_day', 'request'], 'ALL 47(1), 82', 'bureau', ['组织听证', 'Hearing held']),
  hearing_notice_before: rule(
    [7, 'working_day', 'hearing'],
    'ALL 48(1), 82',
    'bureau',
    ['听证前通知', 'Notice before a hearing'],
    before,
  ),
  serve_licence: rule([10, 'working_day', 'decision'], 'ALL 44, 82', 'bureau', ['送达许可证', 'Licence served']),
  publish_licence_decision: rule([7, 'working_day', 'decision'], 'SGS', 'bureau', [
    '许可信息公示',
    'Licence decision published',
  ]),
  publish_other_enforcement: rule([20, 'working_day', 'decision'], 'SX118', 'bureau', [
    '其他执法结果公示',
    'Other enforcement result published',
  ]),
  renewal_apply_before: rule(
    [30, 'calendar_day', 'expiry'],
    'ALL 50(1)',
    'applicant',
    ['届满前申请延续', 'Application for renewal before expiry'],
    { ...before, ...reading },
  ),
  reconsideration: rule(
    [60, 'calendar_day', 'knowing'],
    'ARL 20',
    'applicant',
    ['申请行政复议', 'Application for reconsideration'],
    applicants,
  ),
  litigation_direct: rule([6, 'month', 'knowing'], 'APL 46', 'applicant', ['直接起诉', 'Direct lawsuit'], applicants),
  litigation_after_reconsideration: rule(
    [15, 'calendar_day', 'receipt'],
    'APL 45',
    'applicant',
    ['复议后起诉', 'Lawsuit after reconsideration'],
    applicants,
  ),
  penalty_decision: rule([90, 'calendar_day', 'case_filing'], 'PNL 60', 'bureau', ['处罚决定', 'Penalty decision']),
  sponsor_must_change: rule(
    [6, 'month', 'disqualification'],
    'PER 12(2)',
    'applicant',
    ['举办者失格后申请变更', 'Change after a sponsor lost eligibility'],
    applicants,
  ),
  prep_validity: rule([3, 'year', 'approval'], 'PEL 14(3)', 'applicant', ['筹设期', 'Preparation period']),
  closure_announce_before: rule(
    [6, 'month', 'closure'],
    'PER 50(2)',
    'applicant',
    ['终止前公告', 'Announcement before closure'],
    before,
  ),
  registration_follow_up: rule(
    [30, 'calendar_day', 'approval'],
    'NGO 15',
    'applicant',
    ['登记跟进', 'Registration follow-up'],
    applicants,
  ),
} as const satisfies Record<string, ClockRule>;

/** A clock of the law. */
export type LegalClockId = keyof typeof CLOCK_RULES;

/** All clocks: those of the law, and those that the pack of a matter sets. */
export type ClockId =
  | LegalClockId
  | 'pre_review'
  | 'correction_period'
  | 'promised_decision'
  | 'renewal_decision'
  | 'rectification_period'
  | 'appraisal';

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
