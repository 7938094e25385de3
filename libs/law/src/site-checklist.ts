import { cite, type Article } from './article.js';
import type { SiteKind } from './institution-types.js';
import { STANDARD_READINGS, type Readings } from './readings.js';

/** Lanes of evidence that a grant may have to rest on (design 6.11). */
export type Lane =
  | 'education_site'
  | 'health_site'
  | 'market_site'
  | 'hygiene_evaluation'
  | 'fire_acceptance'
  | 'structural_safety'
  | 'name_lookup'
  | 'layout_plan'
  | 'credit_lookup'
  | 'health_on_record'
  | 'market_on_record'
  | 'registration_lookup'
  | 'health_open_cases'
  | 'market_open_cases'
  | 'line_department_opinion'
  | 'classification_opinion';
export type LaneResult = 'pass' | 'fail';

export type Department = 'education' | 'health' | 'market';
export const DEPARTMENTS: readonly Department[] = ['education', 'health', 'market'];
export const SITE_LANE_OF = {
  education: 'education_site',
  health: 'health_site',
  market: 'market_site',
} as const satisfies Record<Department, Lane>;

export interface ChecklistItem {
  id: string;
  zh: string;
  en: string;
  basis: Article[];
  severity: 'veto' | 'rectify';
}

interface ListedItem extends ChecklistItem {
  /** The kinds of sites that it is for (catalogue 9.4); a school's are those that every site of teaching has. */
  of: readonly SiteKind[];
}
export interface ChecklistAnswer {
  itemId: string;
  answer: 'pass' | 'fail' | 'notApplicable';
  note?: string;
}

const item = (
  id: string,
  zh: string,
  en: string,
  basis: string,
  severity: 'veto' | 'rectify',
  of = 'KETS',
): ListedItem => ({
  id,
  zh,
  en,
  basis: basis.split('; ').map(cite),
  severity,
  of: [...of] as SiteKind[],
});

/**
 * The items of catalogue 9.4 that can exist before an institution opens (design 6.11). What needs a licence, a
 * registration or children (M-01 food permit, ED-01 licence, samples, logs) is not here and must not be asked for.
 */
const NEW_SITE: Readonly<Record<Department, readonly ListedItem[]>> = {
  education: [
    item('ED-02', '园舍安全，无危房、无重大隐患', 'Building safe, no major hazard', 'MIN 35; PER 63(1)(5)', 'veto'),
    item(
      'ED-03',
      '消防设施完好，通道出口畅通，门窗无影响逃生障碍',
      'Fire equipment, exits free, no bars',
      'FIRE 16, 28',
      'veto',
    ),
    item('ED-04', '封闭管理、视频监控、一键报警', 'Closed site, cameras, alarm button', 'PSL 51; MIN 35', 'rectify'),
    item('ED-05', '拟聘教职工资质齐全并已做准入查询', 'Staff qualified and checked', 'PSL 37, 38, 39, 44', 'veto'),
    item('ED-06', '班额与规模符合规定', 'Class sizes and total size', 'KWR 11', 'rectify', 'K'),
    item('ED-09', '应急预案、安全责任制', 'Emergency plans, named responsibility', 'PSL 51; MIN 37', 'rectify'),
    item(
      'ED-14',
      '同一时段生均面积不低于3平方米；一点一证',
      '3 m² for each trainee; one site, one licence',
      'PEL 11; GB80',
      'rectify',
      'T',
    ),
  ],
  health: [
    item('H-02', '设保健室或卫生室', 'Health room', 'PSL 29', 'rectify', 'KE'),
    item(
      'H-03',
      '按150名儿童至少1名配备卫生保健人员',
      'Health worker, one per 150 children',
      'PSL 39',
      'rectify',
      'KE',
    ),
    item('H-08', '传染病防控预案', 'Plan against infectious disease', 'IDL 29, 40', 'veto'),
    item('H-10', '设临时隔离（观察）室或区', 'Isolation or observation room', 'PSL 53', 'veto', 'KE'),
    item(
      'H-11',
      '饮用水、厕所、流水洗手设施和通风',
      'Water, toilets, hand washing, ventilation',
      'SHR 7; PSL 53',
      'rectify',
    ),
    item('H-12', '教室采光照明、课桌椅、人均面积、空气质量', 'Lighting, desks, space, air', 'SHR 6', 'rectify', 'TS'),
  ],
  market: [
    item('M-08', '厨房布局、三防设施和分区具备条件', 'Kitchen layout, pest control, zones', 'FOOD 33', 'rectify', 'KE'),
    item('M-10', '拟登记名称、地址与申请一致', 'Name and address as applied for', 'MER 8', 'rectify'),
    item('M-13', '电梯等特种设备登记并在检验有效期内', 'Lifts registered and inspected', 'SEL 33, 40', 'veto'),
  ],
};

/** @param readings the weight of an item is a proposal of the catalogue that a county may set otherwise */
export const newSiteChecklist = (
  department: Department,
  { checklist }: Pick<Readings, 'checklist'> = STANDARD_READINGS,
  of: SiteKind = 'K',
): readonly ChecklistItem[] =>
  NEW_SITE[department]
    .filter((one) => one.of.includes(of))
    .map(({ of: _, ...one }) => ({ ...one, severity: checklist[one.id] ?? one.severity }));

/** Ids of every item, whichever department looks at it. */
export const CHECKLIST_IDS: readonly string[] = Object.values(NEW_SITE).flatMap((items) => items.map(({ id }) => id));

/**
 * What a filled-in checklist comes to. By weight: a veto item failed, fail; only rectify items open, rectify; else pass
 * (catalogue 9.3). A county may also have every failed item rectified, or fail.
 */
export function judgeChecklist(
  items: readonly ChecklistItem[],
  answers: readonly ChecklistAnswer[],
  { siteScore }: Pick<Readings, 'siteScore'> = STANDARD_READINGS,
): { missing: string[]; problems: { itemId: string; code: string }[]; result: 'pass' | 'rectify' | 'fail' } {
  const given = new Map(answers.map((answer) => [answer.itemId, answer]));
  const problems = answers.flatMap(({ itemId, answer, note }) => {
    if (!items.some(({ id }) => id === itemId)) return [{ itemId, code: 'ITEM_UNKNOWN' }];
    if (answer !== 'pass' && (note ?? '').trim() === '') return [{ itemId, code: 'NOTE_MISSING' }];
    return [];
  });
  if (given.size !== answers.length) problems.push({ itemId: '', code: 'ITEM_TWICE' });
  const missing = items.filter(({ id }) => !given.has(id)).map(({ id }) => id);
  const failed = items.filter(({ id }) => given.get(id)?.answer === 'fail');
  return { missing, problems, result: failed.length === 0 ? 'pass' : scoreOf(failed, siteScore) };
}

function scoreOf(failed: readonly ChecklistItem[], score: Readings['siteScore']): 'rectify' | 'fail' {
  switch (score) {
    case 'by_weight':
      return failed.some(({ severity }) => severity === 'veto') ? 'fail' : 'rectify';
    case 'all_rectified':
      return 'rectify';
    case 'all_fail':
      return 'fail';
  }
}

/** What a department's checklist says to the case: only a clean pass is a pass (ALL 38(1)). */
export const laneResultOf = (result: 'pass' | 'rectify' | 'fail'): LaneResult => (result === 'pass' ? 'pass' : 'fail');

/** Two distinct officers of the department, both members of the team (ALL 34(3)). */
export function signaturesSuffice(
  team: readonly { accountId: string; department: Department }[],
  department: Department,
  signers: readonly string[],
): boolean {
  const own = new Set(team.filter((member) => member.department === department).map(({ accountId }) => accountId));
  return new Set(signers.filter((signer) => own.has(signer))).size >= 2;
}

/** A team is complete when every department sends at least two officers (ALL 34(3)). */
export function teamIsComplete(
  team: readonly { accountId: string; department: Department }[],
  departments: readonly Department[] = DEPARTMENTS,
): boolean {
  return departments.every(
    (department) =>
      new Set(team.filter((member) => member.department === department).map(({ accountId }) => accountId)).size >= 2,
  );
}

/** A re-check is made by other officers: nobody of the departments looked at again may have been there before. */
export function isOtherTeam(before: readonly string[], team: readonly { accountId: string }[]): boolean {
  return team.length > 0 && team.every(({ accountId }) => !before.includes(accountId));
}
