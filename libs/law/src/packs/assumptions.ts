import { READING_KEYS, READING_TERMS, type Readings } from '../readings.js';
import type { Confidence, MatterPack } from './pack.js';

/** A fact of a pack that the bureau still has to confirm (待教育局确认). */
export interface Assumption {
  /** Code of the matter; of what its authority says, the county's region: it is the same for all its matters. */
  subject: string;
  subjectZh: string;
  subjectEn: string;
  nameZh: string;
  nameEn: string;
  value: string;
  confidence: Exclude<Confidence, 'law'>;
  /** The file in which it is said. */
  where: string;
}

/** Everything in a pack that rests on an assumption or on common practice and not on the law, wherever it stands. */
export function assumptionsOf(pack: MatterPack): Assumption[] {
  return markedIn(pack as unknown as Part, []).flatMap(({ path, of, key, confidence }) => {
    const name = nameOf(path, of, key);
    return [
      {
        ...subjectOf(pack, path),
        ...name,
        value: valueOf(of, key) ?? confidence,
        confidence,
        where: whereIs(pack, path, of),
      },
    ];
  });
}

function subjectOf({ code, nameZh, nameEn, authority }: MatterPack, [section]: readonly string[]) {
  return section === 'authority'
    ? { subject: authority.region, subjectZh: authority.nameZh, subjectEn: authority.nameEn }
    : { subject: code, subjectZh: nameZh, subjectEn: nameEn };
}

/** How a county reads what the law leaves open: every reading, its value now, and the place where it is changed. */
export const readingRows = ({ readings, authority }: Pick<MatterPack, 'readings' | 'authority'>): Assumption[] =>
  READING_KEYS.map((key) => ({
    subject: 'R',
    subjectZh: '对法律的理解',
    subjectEn: 'Readings of the law',
    nameZh: READING_TERMS[key].nameZh,
    nameEn: READING_TERMS[key].nameEn,
    value: readingIn(readings, key),
    confidence: 'assumption',
    where: `${authority.region}/authority.yaml readings.${key}`,
  }));

/** A word or a number as it stands; a table as its entries. */
function readingIn(readings: Readings, key: keyof Readings): string {
  const value = readings[key];
  if (typeof value === 'string') return `${key}.${value}`;
  if (typeof value === 'number') return String(value);
  return Object.entries(value)
    .map(([name, of]) => `${name} ${String(of)}`)
    .join(', ');
}

type Part = Record<string, unknown>;
interface Marked {
  path: readonly string[];
  of: Part;
  /** The section that a map of marks speaks of; null: the object itself. */
  key: string | null;
  confidence: Exclude<Confidence, 'law'>;
}

const isPart = (value: unknown): value is Part => value !== null && typeof value === 'object';
const isOpen = (mark: unknown): mark is Marked['confidence'] => mark === 'assumption' || mark === 'common-practice';

/** Every object with a mark of its own, and every section that a map of marks beside it names. */
function markedIn(of: Part, path: readonly string[]): Marked[] {
  const own: Marked[] = [of['confidence'], of['unitConfidence']].flatMap((mark) =>
    isOpen(mark) ? [{ path, of, key: null, confidence: mark }] : [],
  );
  const named = isPart(of['confidence'])
    ? Object.entries(of['confidence']).flatMap(([key, mark]) =>
        isOpen(mark) ? [{ path: [...path, ...key.split('.')], of, key, confidence: mark }] : [],
      )
    : [];
  const below = Object.entries(of)
    .filter(([key, value]) => key !== 'confidence' && isPart(value))
    .flatMap(([key, value]) => markedIn(value as Part, [...path, key]));
  return [...own, ...named, ...below];
}

const NAMES: Readonly<Record<string, { nameZh: string; nameEn: string }>> = {
  'limits.promised': { nameZh: '承诺时限', nameEn: 'Promised limit' },
  'limits.statutory': { nameZh: '法定时限的计算单位', nameEn: 'Unit of the statutory limit' },
  'limits.correctionPeriod': { nameZh: '补正期限', nameEn: 'Correction period' },
  'limits.internal': { nameZh: '内部时限', nameEn: 'Internal limits' },
  'limits.preReview': { nameZh: '预审时限', nameEn: 'Pre-review' },
  confirmedYears: { nameZh: '认定、确认的有效期', nameEn: 'Term of the confirmation' },
  licenceTermYears: { nameZh: '许可证有效期', nameEn: 'Term of the licence' },
  requiredCapitalYuan: { nameZh: '开办资金最低额', nameEn: 'Least opening funds' },
  applicant: { nameZh: '申请人', nameEn: 'Who applies' },
  powerCode: { nameZh: '事项类型', nameEn: 'Type of power' },
  basis: { nameZh: '办理依据', nameEn: 'Legal basis' },
  roles: { nameZh: '主要和次要材料的划分', nameEn: 'Split into main and secondary materials' },
  steps: { nameZh: '办理步骤', nameEn: 'Steps' },
  onSite: { nameZh: '现场核查', nameEn: 'Check on site' },
  publicNotice: { nameZh: '公示', nameEn: 'Public notice' },
  collectiveDecision: { nameZh: '集体讨论决定', nameEn: 'Collective decision' },
  freeze: { nameZh: '暂停新设的说明', nameEn: 'Note on the freeze' },
  specialProcedures: { nameZh: '不计入时限的环节', nameEn: 'Procedures that do not count' },
  toleranceFailure: { nameZh: '容缺未补齐的后果', nameEn: 'What an uncured tolerance leads to' },
  expertReview: { nameZh: '专家评审', nameEn: 'Expert review' },
  results: { nameZh: '结果文书', nameEn: 'Papers that result' },
  notes: { nameZh: '办理须知', nameEn: 'Notes' },
  'authority.hotline': { nameZh: '服务热线', nameEn: 'Hot line' },
  'authority.officeZh': { nameZh: '办公地点', nameEn: 'Office' },
  'authority.court': { nameZh: '管辖法院', nameEn: 'Court' },
  'authority.officeHours': { nameZh: '预约的办公时间', nameEn: 'Hours for appointments' },
  'authority.noticePrefixes': { nameZh: '文书字号', nameEn: 'Prefixes of document numbers' },
  'authority.sealZh': { nameZh: '审批专用章', nameEn: 'Seal' },
};

function nameOf(path: readonly string[], of: Part, key: string | null): { nameZh: string; nameEn: string } {
  const named = NAMES[path.join('.')];
  if (named) return named;
  if (key !== null) return { nameZh: key, nameEn: key };
  const id = String(of['id'] ?? of['lane'] ?? '');
  const zh = String(of['nameZh'] ?? of['zh'] ?? path.join('.'));
  const en = String(of['nameEn'] ?? of['en'] ?? path.join('.'));
  return { nameZh: `${id} ${zh}`.trim(), nameEn: `${id} ${en}`.trim() };
}

/** As the page shows it: a length with its unit, an amount, a word; null where the mark itself says it all. */
function valueOf(of: Part, key: string | null): string | null {
  const value =
    key === null ? of : key.split('.').reduce<unknown>((at, part) => (isPart(at) ? at[part] : undefined), of);
  if (key === 'licenceTermYears' || key === 'confirmedYears') return `${String(value)} year`;
  if (key === 'requiredCapitalYuan') return `${String(value)} CNY`;
  if (key === 'applicant') return String(of['applicantZh']);
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  if (!isPart(value)) return null;
  if (value['length'] !== undefined && value['unit'] !== undefined) return `${value['length']} ${value['unit']}`;
  if (value['review'] !== undefined)
    return `${value['review']} + ${value['legality']} + ${value['decision']} working_day`;
  return null;
}

/** A value is changed where it is said: in the county's file, in the matter's national base, or in a national list. */
function whereIs(pack: MatterPack, [section = '', ...rest]: readonly string[], of: Part): string {
  const { region } = pack.authority;
  if (section === 'authority') return `${region}/authority.yaml`;
  const said = section === 'limits' ? `limits.${rest[0]}` : section;
  const line = `${section}.${String(of['id'] ?? of['lane'])}`;
  if (pack.setByCounty.includes(said) || pack.setByCounty.includes(line)) return `${region}/${pack.code}.yaml`;
  if (section === 'materials') return 'national/materials.yaml';
  if (section === 'attestations') return 'national/lanes.yaml';
  return `national/${pack.code}.yaml`;
}
