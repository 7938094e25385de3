/** An article as people quote it. `ref` is the short form used in code and data: `ALL 32(1)(4)`. */
export interface Article {
  law: string;
  article: string;
  ref: string;
  zh: string;
}

/** Rank of a source, highest first (行政许可法 14-17, 优化营商环境条例 35): what may found a demand and what may not. */
export type Rank =
  | 'law'
  | 'administrative_regulation'
  | 'state_council_decision'
  | 'local_regulation'
  | 'rule'
  | 'normative_document'
  | 'none';

interface Source {
  title: string;
  rank: Rank;
}

/** The sources of catalogue chapter 0 that this system quotes. */
export const SOURCES: Readonly<Record<string, Source>> = {
  PEL: { title: '民办教育促进法', rank: 'law' },
  PER: { title: '民办教育促进法实施条例', rank: 'administrative_regulation' },
  ALL: { title: '行政许可法', rank: 'law' },
  PSL: { title: '学前教育法', rank: 'law' },
  EL: { title: '教育法', rank: 'law' },
  BER: { title: '优化营商环境条例', rank: 'administrative_regulation' },
  MDR: { title: '重大行政决策程序暂行条例', rank: 'administrative_regulation' },
  ARL: { title: '行政复议法', rank: 'law' },
  APL: { title: '行政诉讼法', rank: 'law' },
  CPL: { title: '民事诉讼法', rank: 'law' },
  FIRE: { title: '消防法', rank: 'law' },
  FOOD: { title: '食品安全法', rank: 'law' },
  FOODR: { title: '食品安全法实施条例', rank: 'administrative_regulation' },
  MIN: { title: '未成年人保护法', rank: 'law' },
  IDL: { title: '传染病防治法', rank: 'law' },
  VAC: { title: '疫苗管理法', rank: 'law' },
  SEL: { title: '特种设备安全法', rank: 'law' },
  NGO: { title: '民办非企业单位登记管理暂行条例', rank: 'administrative_regulation' },
  MER: { title: '市场主体登记管理条例', rank: 'administrative_regulation' },
  ENR: { title: '企业名称登记管理规定', rank: 'administrative_regulation' },
  ONL: { title: '国务院关于在线政务服务的若干规定', rank: 'administrative_regulation' },
  BUS: { title: '校车安全管理条例', rank: 'administrative_regulation' },
  CSL: { title: '公务员法', rank: 'law' },
  PIPL: { title: '个人信息保护法', rank: 'law' },
  SHR: { title: '学校卫生工作条例', rank: 'administrative_regulation' },
  MOHURD51: { title: '建设工程消防设计审查验收管理暂行规定', rank: 'rule' },
  H76: { title: '托儿所幼儿园卫生保健管理办法', rank: 'rule' },
  KWR: { title: '幼儿园工作规程', rank: 'rule' },
  SF45: { title: '学校食品安全与营养健康管理规定', rank: 'rule' },
  HSPEC: { title: '托儿所幼儿园卫生保健工作规范', rank: 'normative_document' },
  SGS: { title: '行政许可和行政处罚信用信息公示工作指导意见', rank: 'normative_document' },
  SX118: { title: '行政执法公示制度等三项制度指导意见', rank: 'normative_document' },
  PNL: { title: '行政处罚法', rank: 'law' },
  EBL: { title: '企业破产法', rank: 'law' },
  ADL: { title: '广告法', rank: 'law' },
  SUP: { title: '教育督导条例', rank: 'administrative_regulation' },
  INS: { title: '事业单位登记管理暂行条例', rank: 'administrative_regulation' },
  TRP: { title: '校外培训行政处罚暂行办法', rank: 'rule' },
  FBL: { title: '食品经营许可和备案管理办法', rank: 'rule' },
  SJ: { title: '关于进一步减轻义务教育阶段学生作业负担和校外培训负担的意见', rank: 'normative_document' },
  GB80: { title: '国务院办公厅关于规范校外培训机构发展的意见', rank: 'normative_document' },
  NS13: { title: '关于规范面向中小学生的非学科类校外培训的意见', rank: 'normative_document' },
  PRE6: { title: '关于加强校外培训机构预收费监管工作的通知', rank: 'normative_document' },
  NMPRE: { title: '内蒙古自治区校外培训机构预收费资金监管暂行办法', rank: 'normative_document' },
  NMCLS: { title: '内蒙古自治区校外培训机构学科类和非学科类项目鉴定指引（试行）', rank: 'normative_document' },
  F9: { title: '校外培训机构消防安全管理九项规定', rank: 'normative_document' },
  QG22: { title: '幼儿园保育教育质量评估指南', rank: 'normative_document' },
  INSP54: { title: '国务院办公厅关于严格规范涉企行政检查的意见', rank: 'normative_document' },
  SEED: { title: '昆区教育局关于优化营商环境的自查自纠报告', rank: 'none' },
  GUIDE: { title: '办事指南惯例', rank: 'none' },
};

const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 1…199 in Chinese numerals, as articles are counted. */
function numeral(n: number): string {
  const hundreds = Math.floor(n / 100);
  const tens = Math.floor((n % 100) / 10);
  const ones = n % 10;
  const head = hundreds ? `${DIGITS[hundreds]}百` : '';
  const middle = tens ? `${tens === 1 && !hundreds ? '' : DIGITS[tens]}十` : hundreds && ones ? '零' : '';
  return `${head}${middle}${DIGITS[ones]}`;
}

/**
 * An article from its short form, e.g. `ALL 32(1)(4)` or `PEL 11, 13`.
 * @throws Error on a source that is not in the list: nothing unknown may be quoted
 */
export function cite(ref: string): Article {
  const [, law = '', article = ''] = /^(\S+)(?:\s+(.+))?$/.exec(ref.trim()) ?? [];
  const source = SOURCES[law];
  if (!source) throw new Error(`unknown source in "${ref}"`);
  return { law, article, ref: ref.trim(), zh: `《${source.title}》${articleZh(article)}` };
}

function articleZh(article: string): string {
  return article
    .split(/\s*,\s*/)
    .filter((part) => part !== '')
    .map((part) => {
      const [, number = '', paragraph, item] = /^(\d+)(?:\((\d+)\))?(?:\((\d+)\))?/.exec(part) ?? [];
      if (!number) return part;
      const words = [`第${numeral(Number(number))}条`];
      if (paragraph) words.push(`第${numeral(Number(paragraph))}款`);
      if (item) words.push(`第${numeral(Number(item))}项`);
      return words.join('');
    })
    .join('、');
}

export function rankOf(law: string): Rank {
  return SOURCES[law]?.rank ?? 'none';
}

/** The last article of the sources that officers quote as grounds; a number beyond it is a slip of the pen. */
const LAST_ARTICLE: Readonly<Record<string, number>> = {
  ALL: 83,
  PEL: 67,
  PER: 68,
  PSL: 85,
  EL: 86,
  BER: 72,
};

/** Whether a reference can be the ground of a refusal: a ranked source, real article numbers, nothing else beside them. */
export function isGround(ref: string): boolean {
  const [, law = '', articles = ''] =
    /^([A-Z0-9]+)\s+(\d{1,3}(?:\(\d{1,2}\)){0,2}(?:,\s*\d{1,3}(?:\(\d{1,2}\)){0,2})*)$/.exec(ref.trim()) ?? [];
  if (!SOURCES[law] || !mayFoundDemand(cite(`${law} ${articles}`))) return false;
  const last = LAST_ARTICLE[law] ?? 200;
  return articles.split(',').every((part) => {
    const number = Number.parseInt(part.trim(), 10);
    return number >= 1 && number <= last;
  });
}

/** Whether a source may found a demand on an applicant (ALL 14-17, 31; BER 35: down to rules, not below). */
export function mayFoundDemand(article: Article): boolean {
  return !['normative_document', 'none'].includes(rankOf(article.law));
}
