/** Rank of a source, highest first (行政许可法 14-17, 优化营商环境条例 35): what may found a demand and what may not. */
export type Rank =
  | 'law'
  | 'administrative_regulation'
  | 'state_council_decision'
  | 'local_regulation'
  | 'rule'
  | 'normative_document'
  | 'none';

export interface Source {
  title: string;
  rank: Rank;
  /**
   * From when the wording is in force that the rules here were written after, as far as the catalogue knows it: a day, a
   * month or a year; of a decision without a day of entry into force the day it was made. None of them has ended.
   */
  since: string | null;
  /** No document but a way of working, with its words in English: it is quoted without title marks. */
  practiceEn?: string;
  /** Whether it applies is open: what holds until a county settles it (readings.sources). */
  open?: 'in_force' | 'not_applied';
}

/**
 * The sources of catalogue chapter 0. One whose force is not verified (KMR, NM2006, O-10; the regulation on
 * tutoring, O-8; the law on nurseries, O-9) founds nothing until a county settles it; the Business Environment Regulation is applied to schools that
 * are no market entities too, unless a county reads its scope otherwise.
 */
export const SOURCES: Readonly<Record<string, Source>> = {
  PEL: { title: '民办教育促进法', rank: 'law', since: '2018-12-29' },
  PER: { title: '民办教育促进法实施条例', rank: 'administrative_regulation', since: '2021-09-01' },
  ALL: { title: '行政许可法', rank: 'law', since: '2019-04-23' },
  PSL: { title: '学前教育法', rank: 'law', since: '2025-06-01' },
  EL: { title: '教育法', rank: 'law', since: '2021-04-29' },
  BER: { title: '优化营商环境条例', rank: 'administrative_regulation', since: '2020-01-01', open: 'in_force' },
  MDR: { title: '重大行政决策程序暂行条例', rank: 'administrative_regulation', since: '2019-09-01' },
  ARL: { title: '行政复议法', rank: 'law', since: '2024-01-01' },
  APL: { title: '行政诉讼法', rank: 'law', since: '2017-06-27' },
  CPL: { title: '民事诉讼法', rank: 'law', since: '2023-09-01' },
  FIRE: { title: '消防法', rank: 'law', since: '2021-04-29' },
  FOOD: { title: '食品安全法', rank: 'law', since: '2025-09-12' },
  FOODR: { title: '食品安全法实施条例', rank: 'administrative_regulation', since: '2019' },
  MIN: { title: '未成年人保护法', rank: 'law', since: '2024-04-26' },
  IDL: { title: '传染病防治法', rank: 'law', since: '2025-09-01' },
  VAC: { title: '疫苗管理法', rank: 'law', since: '2019' },
  SEL: { title: '特种设备安全法', rank: 'law', since: '2013' },
  NGO: { title: '民办非企业单位登记管理暂行条例', rank: 'administrative_regulation', since: '1998-10-25' },
  MER: { title: '市场主体登记管理条例', rank: 'administrative_regulation', since: '2022-03-01' },
  ENR: { title: '企业名称登记管理规定', rank: 'administrative_regulation', since: '2021-03-01' },
  ONL: { title: '国务院关于在线政务服务的若干规定', rank: 'administrative_regulation', since: '2019-04-26' },
  BUS: { title: '校车安全管理条例', rank: 'administrative_regulation', since: '2012' },
  CSL: { title: '公务员法', rank: 'law', since: '2018-12-29' },
  PIPL: { title: '个人信息保护法', rank: 'law', since: '2021' },
  SHR: { title: '学校卫生工作条例', rank: 'administrative_regulation', since: '1990-06-04' },
  MOHURD51: { title: '建设工程消防设计审查验收管理暂行规定', rank: 'rule', since: '2023' },
  H76: { title: '托儿所幼儿园卫生保健管理办法', rank: 'rule', since: '2010-11-01' },
  KWR: { title: '幼儿园工作规程', rank: 'rule', since: '2016-03-01' },
  SF45: { title: '学校食品安全与营养健康管理规定', rank: 'rule', since: '2019-04-01' },
  HSPEC: { title: '托儿所幼儿园卫生保健工作规范', rank: 'normative_document', since: '2012' },
  SGS: {
    title: '国家发展改革委办公厅关于进一步完善行政许可和行政处罚等信用信息公示工作的指导意见',
    rank: 'normative_document',
    since: '2018',
  },
  SX118: {
    title: '国务院办公厅关于全面推行行政执法公示制度执法全过程记录制度重大执法决定法制审核制度的指导意见',
    rank: 'normative_document',
    since: '2018',
  },
  PNL: { title: '行政处罚法', rank: 'law', since: '2021-01-22' },
  ADL: { title: '广告法', rank: 'law', since: '2021' },
  INS: { title: '事业单位登记管理暂行条例', rank: 'administrative_regulation', since: '2004' },
  GIR: { title: '政府信息公开条例', rank: 'administrative_regulation', since: '2019' },
  SUP: { title: '教育督导条例', rank: 'administrative_regulation', since: '2012-10-01' },
  PDL: { title: '公职人员政务处分法', rank: 'law', since: '2020-06-20' },
  BFL: { title: '无障碍环境建设法', rank: 'law', since: '2023-09-01' },
  ARC: { title: '档案法', rank: 'law', since: '2020' },
  EBL: { title: '企业破产法', rank: 'law', since: '2006' },
  HOL: { title: '全国年节及纪念日放假办法', rank: 'administrative_regulation', since: '2024-11-10' },
  SEAL: {
    title: '国务院关于国家行政机关和企业事业单位社会团体印章管理的规定',
    rank: 'state_council_decision',
    since: '1999-10-31',
  },
  TRR: { title: '校外培训管理条例', rank: 'administrative_regulation', since: null, open: 'not_applied' },
  NCL: { title: '托育服务法', rank: 'law', since: null, open: 'not_applied' },
  KMR: { title: '幼儿园管理条例', rank: 'administrative_regulation', since: '1990-02-01', open: 'not_applied' },
  LES: { title: '行政执法监督条例', rank: 'administrative_regulation', since: '2026-02-01' },
  GDS: { title: '政务数据共享条例', rank: 'administrative_regulation', since: '2025-08-01' },
  SJ: {
    title: '关于进一步减轻义务教育阶段学生作业负担和校外培训负担的意见',
    rank: 'normative_document',
    since: '2021-07-24',
  },
  GB80: { title: '国务院办公厅关于规范校外培训机构发展的意见', rank: 'normative_document', since: '2018' },
  NS13: { title: '关于规范面向中小学生的非学科类校外培训的意见', rank: 'normative_document', since: '2022' },
  PRE6: { title: '关于加强校外培训机构预收费监管工作的通知', rank: 'normative_document', since: '2021' },
  NMPRE: { title: '内蒙古自治区校外培训机构预收费资金监管暂行办法', rank: 'normative_document', since: '2021' },
  NMCLS: {
    title: '内蒙古自治区校外培训机构学科类和非学科类项目鉴定指引（试行）',
    rank: 'normative_document',
    since: '2021-10-25',
  },
  TRP: { title: '校外培训行政处罚暂行办法', rank: 'rule', since: '2023-10-15' },
  TRPLAT: { title: '全国校外教育培训监管与服务综合平台应用管理办法', rank: 'normative_document', since: '2025-03' },
  F9: { title: '校外培训机构消防安全管理九项规定', rank: 'normative_document', since: '2022' },
  FBL: { title: '食品经营许可和备案管理办法', rank: 'rule', since: '2023-12-01' },
  CLS19: { title: '民办学校分类登记实施细则', rank: 'normative_document', since: '2016' },
  PFP20: { title: '营利性民办学校监督管理实施细则', rank: 'normative_document', since: '2016' },
  NMPFP: { title: '内蒙古自治区营利性民办学校监督管理办法', rank: 'normative_document', since: '2023-10-16' },
  NM2006: { title: '内蒙古自治区实施《民办教育促进法》办法', rank: 'rule', since: '2006-08-01', open: 'not_applied' },
  NAME156: { title: '关于营利性民办学校名称登记管理有关工作的通知', rank: 'normative_document', since: '2017' },
  ZZFL: { title: '深化“证照分离”改革实施方案', rank: 'normative_document', since: '2021' },
  G5: { title: '国务院关于加快推进政务服务标准化规范化便利化的指导意见', rank: 'normative_document', since: '2022' },
  G3: {
    title: '国务院关于进一步优化政务服务提升行政效能推动“高效办成一件事”的指导意见',
    rank: 'normative_document',
    since: '2024',
  },
  BT2022: {
    title: '包头市全面提升全市政务服务标准化规范化便利化水平实施方案',
    rank: 'normative_document',
    since: '2022-06-21',
  },
  NM2026: {
    title: '内蒙古自治区加快打造市场化法治化国际化一流营商环境实施方案',
    rank: 'normative_document',
    since: '2026-02-04',
  },
  BMH: { title: '关于深入推进审批服务便民化的指导意见', rank: 'normative_document', since: '2018-05' },
  G45: {
    title: '进一步深化“互联网+政务服务”推进政务服务“一网、一门、一次”改革实施方案',
    rank: 'normative_document',
    since: '2018',
  },
  CP42: {
    title: '关于全面推行证明事项和涉企经营许可事项告知承诺制的指导意见',
    rank: 'normative_document',
    since: '2020',
  },
  HCP51: { title: '关于建立政务服务“好差评”制度提高政务服务水平的意见', rank: 'normative_document', since: '2019' },
  GBT39734: { title: '政务服务“一次一评”“一事一评”工作规范', rank: 'normative_document', since: '2020' },
  INSP54: { title: '国务院办公厅关于严格规范涉企行政检查的意见', rank: 'normative_document', since: '2025-01-03' },
  SSJ58: { title: '国务院办公厅关于推广随机抽查规范事中事后监管的通知', rank: 'normative_document', since: '2015' },
  QG22: { title: '幼儿园保育教育质量评估指南', rank: 'normative_document', since: '2022' },
  KGEVAL: { title: '幼儿园督导评估办法', rank: 'normative_document', since: '2023' },
  GBH25: { title: '国务院办公厅关于2025年部分节假日安排的通知', rank: 'normative_document', since: '2024-11-12' },
  GBH26: { title: '国务院办公厅关于2026年部分节假日安排的通知', rank: 'normative_document', since: '2025-11-04' },
  SEED: { title: '昆区教育局关于优化营商环境的自查自纠报告', rank: 'none', since: '2020-12-02' },
  GUIDE: {
    title: '各地惯例，没有法律依据，待教育局确认',
    practiceEn: 'Common practice without a basis in law, to be confirmed by the bureau',
    rank: 'none',
    since: null,
  },
};
