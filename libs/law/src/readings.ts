import { V15, type SignalTable } from './supervision.js';

/** What is compared between two cases of one matter, and up to which distance they are alike (同案同判). */
export interface Likeness {
  institutionType: number;
  stage: number;
  nature: number;
  /** For each doubling of the size, at most two. */
  size: number;
  /** For grounds that only one of the two has, all together. */
  grounds: number;
  alikeUpTo: number;
}

/**
 * How a county reads what the law leaves open, and the defaults that the catalogue of the field marks as assumptions: one
 * value each, set in `authority.yaml` under `readings`, part of every pack and so pinned by each case. What is not set
 * is read as `STANDARD_READINGS` says.
 */
export interface Readings {
  /** O-1: 三十日、三个月 of PEL 14, 17, 53, 55 by the calendar, or as thirty and ninety working days. */
  privateEducationPeriods: 'calendar' | 'working_days';
  /** O-2: changes of name, sponsor and address under ALL 42(1), or within the three months of PEL 55(2). */
  nameSponsorAddress: 'licensing_law' | 'private_education_law';
  /** O-3: the six months of PER 50(2) end with the closure itself, or with the application for it. */
  closureAnnouncement: 'closure' | 'filing';
  /** P-17: the five days in which a hearing is asked for (ALL 47(1)). */
  hearingRequest: 'working_day' | 'calendar_day';
  /** The thirty days before expiry in which a renewal is asked for (ALL 50(1)). */
  renewalNotice: 'calendar_day' | 'working_day';
  /** P-23: whose periods move to the next working day when they end on a day off (CPL 85 by analogy). */
  daysOff: 'applicant' | 'everybody' | 'nobody';
  /** A renewal asked for later than thirty days before expiry. */
  lateRenewal: 'taken' | 'refused';
  /** ALL 50(2): whether silence also grants a renewal whose corrections were owed when the licence ran out. */
  renewalInCorrection: 'not_deemed' | 'deemed';
  /** PER 22(2): from when a renewed term runs. */
  renewedTerm: 'after_expiry' | 'from_decision';
  /** Months before its end in which a licence's renewal is offered to its holder. */
  renewalOfferMonths: number;
  /** How many officers must find no teaching before a school counts as idle (PER 50(3); ALL 34(3): two at least). */
  idleOfficers: number;
  /** Working days that a rectification gets at least. */
  rectificationDays: number;
  /** Visits after the first one, at most (design 6.10). */
  reChecks: number;
  /** O-5: what stands before and behind the thirteen digits of a licence number. */
  licenceNumber: { first: string; last: string };
  /** Items of the checklist whose weight the county sets otherwise than catalogue 9.4. */
  checklist: Readonly<Record<string, 'veto' | 'rectify'>>;
  /** How a checklist is scored (catalogue 9.3): by the weight of its failed items, or all of them alike. */
  siteScore: 'by_weight' | 'all_rectified' | 'all_fail';
  /** V-15: when a running promise changes its colour. */
  signals: SignalTable;
  /** R-4(a): working days in which nothing happens before a task turns yellow. */
  idleDays: number;
  /** R-4(a): working days in which a ticket is acknowledged on its rung; then it rises. */
  acknowledgeDays: number;
  /** working days in which the bureau says in public why a promise was missed. */
  explainDays: number;
  /** MDR 30: members of a collective discussion, the head among them, at least. */
  fewestMembers: number;
  /** ALL 5: when an earlier decision is one of a like case. */
  likeness: Likeness;
  /** CSL 76: calendar years for which a declaration of interests counts, that of the declaration among them. */
  declarationYears: number;
  /** Minutes for which a code for checking in at the counter is good. */
  checkInMinutes: number;
  /** Working days in which a step of a winding up is expected; then supervision asks why. The law sets no day. */
  closingStepDays: number;
  /** PEL 12: who allows senior schools; the autonomous region divides the powers. */
  seniorSchools: 'city' | 'county';
  /** O-8, O-10, scope of the BER: sources whose force is open. */
  sources: Readonly<Record<string, 'in_force' | 'not_applied'>>;
}

/** One reading: its name for people, the open point it settles, the standard, and the values that may be set. */
export interface ReadingTerm<T> {
  nameZh: string;
  nameEn: string;
  standard: T;
  schema: object;
}

const choice = <T extends string>(...values: readonly [T, ...T[]]): { standard: T; schema: object } => ({
  standard: values[0],
  schema: { enum: values },
});
const count = (standard: number, minimum: number, maximum: number): { standard: number; schema: object } => ({
  standard,
  schema: { type: 'integer', minimum, maximum },
});
const weight = { type: 'integer', minimum: 0, maximum: 10 };
const digit = { type: 'string', pattern: '^\\d$' };
const percent = { type: 'integer', minimum: 1, maximum: 100 };
const closed = (properties: object): object => ({
  type: 'object',
  additionalProperties: false,
  properties,
  required: Object.keys(properties),
});

/** The table of readings, in the order in which the settings page shows them. */
export const READING_TERMS: { readonly [K in keyof Readings]: ReadingTerm<Readings[K]> } = {
  privateEducationPeriods: {
    nameZh: '民办教育促进法的三十日、三个月',
    nameEn: 'Thirty days and three months of the Private Education Law',
    ...choice('calendar', 'working_days'),
  },
  nameSponsorAddress: {
    nameZh: '名称、举办者、地址变更的法定时限',
    nameEn: 'Statutory limit of changes of name, sponsor and address',
    ...choice('licensing_law', 'private_education_law'),
  },
  closureAnnouncement: {
    nameZh: '拟终止公告的六个月算到哪一天',
    nameEn: 'Where the six months before a closure end',
    ...choice('closure', 'filing'),
  },
  hearingRequest: {
    nameZh: '申请听证的五日',
    nameEn: 'Five days to ask for a hearing',
    ...choice('working_day', 'calendar_day'),
  },
  renewalNotice: {
    nameZh: '延续申请的三十日',
    nameEn: 'Thirty days before expiry to ask for a renewal',
    ...choice('calendar_day', 'working_day'),
  },
  daysOff: {
    nameZh: '末日是休息日的，谁的期限顺延',
    nameEn: 'Whose periods roll over a day off',
    ...choice('applicant', 'everybody', 'nobody'),
  },
  lateRenewal: {
    nameZh: '不到三十日才提出的延续申请',
    nameEn: 'A renewal asked for too late',
    ...choice('taken', 'refused'),
  },
  renewalInCorrection: {
    nameZh: '届满时还没有补正的延续申请',
    nameEn: 'A renewal whose corrections are owed at expiry',
    ...choice('not_deemed', 'deemed'),
  },
  renewedTerm: {
    nameZh: '延续后的有效期从哪一天起',
    nameEn: 'Where a renewed term begins',
    ...choice('after_expiry', 'from_decision'),
  },
  renewalOfferMonths: {
    nameZh: '到期前几个月提示延续',
    nameEn: 'Months before expiry in which a renewal is offered',
    ...count(6, 2, 24),
  },
  idleOfficers: {
    nameZh: '核实没有办学至少几人',
    nameEn: 'Officers who find a school idle, at least',
    ...count(2, 2, 5),
  },
  rectificationDays: {
    nameZh: '整改至少几个工作日',
    nameEn: 'Working days of a rectification, at least',
    ...count(3, 1, 15),
  },
  reChecks: { nameZh: '最多复查几次', nameEn: 'Re-checks, at most', ...count(2, 1, 2) },
  licenceNumber: {
    nameZh: '许可证编号第一位和末位',
    nameEn: 'First and last digit of a licence number',
    standard: { first: '1', last: '0' },
    schema: closed({ first: digit, last: digit }),
  },
  checklist: {
    nameZh: '现场核查的否决项和整改项',
    nameEn: 'Weight of the items checked on site',
    standard: {},
    schema: { type: 'object', additionalProperties: { enum: ['veto', 'rectify'] } },
  },
  siteScore: {
    nameZh: '现场核查的结论怎么得出',
    nameEn: 'How a check on site is scored',
    ...choice('by_weight', 'all_rectified', 'all_fail'),
  },
  signals: {
    nameZh: '督办亮灯的界线（百分比、剩余工作日）',
    nameEn: 'Where the colours of supervision change (per cent, working days left)',
    standard: V15,
    schema: closed({ blue: percent, yellow: percent, yellowDaysLeft: { type: 'integer', minimum: 0, maximum: 10 } }),
  },
  idleDays: { nameZh: '几个工作日没有进展就亮黄灯', nameEn: 'Idle working days before yellow', ...count(1, 1, 10) },
  acknowledgeDays: {
    nameZh: '督办单每级几个工作日内签收',
    nameEn: 'Working days to acknowledge a ticket on each rung',
    ...count(1, 1, 5),
  },
  explainDays: {
    nameZh: '超过承诺时限的，几个工作日内公开说明',
    nameEn: 'Working days to explain a missed promise in public',
    ...count(5, 1, 20),
  },
  fewestMembers: {
    nameZh: '集体讨论至少几人',
    nameEn: 'Members of a collective discussion, at least',
    ...count(3, 3, 15),
  },
  likeness: {
    nameZh: '同类案件的比较（权重、最大差异）',
    nameEn: 'What makes cases alike (weights, greatest distance)',
    standard: { institutionType: 4, stage: 2, nature: 2, size: 1, grounds: 4, alikeUpTo: 1 },
    schema: closed({
      institutionType: weight,
      stage: weight,
      nature: weight,
      size: weight,
      grounds: weight,
      alikeUpTo: weight,
    }),
  },
  declarationYears: {
    nameZh: '利益申报管几个年度',
    nameEn: 'Calendar years of a declaration of interests',
    ...count(2, 1, 5),
  },
  checkInMinutes: {
    nameZh: '窗口签到码几分钟有效',
    nameEn: 'Minutes of a code for the counter',
    ...count(10, 5, 60),
  },
  closingStepDays: {
    nameZh: '终止善后每一步几个工作日内办',
    nameEn: 'Working days for a step of a winding up',
    ...count(30, 5, 120),
  },
  seniorSchools: {
    nameZh: '民办普通高中由谁批准',
    nameEn: 'Who allows senior schools',
    ...choice('city', 'county'),
  },
  sources: {
    nameZh: '效力待核实的法规',
    nameEn: 'Sources whose force is open',
    standard: {},
    schema: { type: 'object', additionalProperties: { enum: ['in_force', 'not_applied'] } },
  },
};

export const READING_KEYS = Object.keys(READING_TERMS) as (keyof Readings)[];

/** What holds where a county sets nothing. */
export const STANDARD_READINGS: Readings = readingsOf({});

/** All readings of a county: its own, and the standard for the rest. */
export function readingsOf(set: Partial<Readings>): Readings {
  const standard = Object.fromEntries(READING_KEYS.map((key) => [key, READING_TERMS[key].standard]));
  return { ...(standard as unknown as Readings), ...set };
}
