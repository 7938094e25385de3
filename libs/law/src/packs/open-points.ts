import type { Assumption } from './assumptions.js';

const point = (id: string, nameZh: string, nameEn: string, where: string): Assumption => ({
  subject: 'O',
  subjectZh: '法律上的未决问题',
  subjectEn: 'Open points of law',
  nameZh: `${id} ${nameZh}`,
  nameEn: `${id} ${nameEn}`,
  value: 'assumption',
  confidence: 'assumption',
  where,
});

/**
 * The open points of the catalogue of the field, each with what the system does until the bureau confirms it, and the place
 * where that is changed.
 */
export const OPEN_POINTS: readonly Assumption[] = [
  point(
    'O-1',
    '民办教育促进法的三十日、三个月按自然日、自然月算',
    'Thirty days and three months of the Private Education Law are calendar ones',
    'libs/law/src/clock-rules.ts',
  ),
  point(
    'O-2',
    '名称、举办者、地址变更的法定时限是二十个工作日',
    'Changes of name, sponsor and address: twenty working days',
    'libs/law/src/statutory-limits.ts',
  ),
  point(
    'O-3',
    '拟终止公告的六个月算到终止日',
    'The six months before a closure end on the day of closure',
    'libs/law/src/clock-rules.ts',
  ),
  point(
    'O-4',
    '延续要在届满三十日前申请；没有违法记录的可以只换证（还没有单独的流程）',
    'Renewal is applied for thirty days before expiry; a clean record is only exchanged',
    'national/RENEW.yaml',
  ),
  point(
    'O-5',
    '许可证编号第一位和末位的含义',
    'Meaning of the first and the last digit of a licence number',
    'libs/law/src/identifiers/licence-number.ts',
  ),
  point(
    'O-6',
    '电子证照采用纸质证照的栏目',
    'An electronic licence has the fields of the paper one',
    'libs/documents/src/pdf/templates/licence.ts',
  ),
  point(
    'O-7',
    '幼儿中心只能改办，不再认定',
    'Early-childhood centres are only converted, not recognised any more',
    'national/ECC-RECOG.yaml',
  ),
  point(
    'O-8',
    '校外培训管理条例没有公布，不作依据',
    'The regulation on tutoring is not promulgated; nothing rests on it',
    'libs/law/src/sources.ts',
  ),
  point(
    'O-9',
    '托育服务法没有公布；托育机构请找卫生健康部门',
    'The nursery law is not promulgated; nurseries are sent to the health department',
    'libs/law/src/triage-tree.ts',
  ),
  point(
    'O-10',
    '幼儿园管理条例和2006年自治区办法不作依据',
    'The regulation on kindergartens and the regional measures of 2006 found nothing',
    'libs/law/src/sources.ts',
  ),
  point(
    'O-11',
    '非学科类培训由教育局审批，主管部门出意见',
    'Non-subject tutoring: the bureau decides, the line department gives its opinion',
    'national/TRN-NONSUBJ.yaml',
  ),
  point(
    'O-12',
    '承诺时限、资金最低额、证件有效期、容缺清单',
    'Promised limits, least capital, terms of licences, list of tolerated lines',
    'national/*.yaml, 150203/*.yaml',
  ),
  point(
    'O-13',
    '由教育局而不是行政审批局决定',
    'The education bureau decides, not a bureau of administrative approval',
    '150203/authority.yaml',
  ),
  point(
    'O-14',
    '没有公布放假安排的年份，日期都标暂定',
    'Days of a year without its holiday notice are provisional',
    '/app/admin/calendar',
  ),
  point(
    'O-15',
    '本县不在自由贸易试验区内，筹设审批照常',
    'The county lies in no free-trade zone; preparation is approved as usual',
    'national/PREP.yaml',
  ),
  point(
    'O-16',
    '印章和证照只用汉字',
    'Seals and certificates in Chinese only',
    'libs/documents/src/pdf/templates/common.ts',
  ),
  point(
    'O-17',
    '小型场所也要有消防验收或备案',
    'Small premises need fire acceptance or filing too',
    'national/materials.yaml',
  ),
];

/** Readings of the law beyond the open points: decisions of this system (ADR 3, 9, 10) that the bureau has to confirm. */
export const READINGS: readonly Assumption[] = [
  point(
    'R-1',
    '等待补正、且补正期在到期日前届满的延续申请，不视为准予',
    'A renewal that waits for corrections whose period ended before expiry is not deemed granted',
    'libs/law/src/renewal.ts',
  ),
  point(
    'R-2',
    '延续后的有效期从原证到期次日起算，编号不变',
    'A renewed term begins the day after the old one ends; the number stays',
    'libs/law/src/renewal.ts',
  ),
  point(
    'R-3',
    '许可证到期不自动改变机构状态，转督办逐件核实',
    'An expired licence leaves the entry as it is and opens a ticket',
    'docs/adr/0010-when-silence-grants.md',
  ),
  point(
    'R-4',
    '两名工作人员都核实没有办学，才算没有办学',
    'Two officers who each find no teaching make a school idle',
    'libs/law/src/renewal.ts',
  ),
  point(
    'R-5',
    '提示未补正项后，补正期重新计算',
    'A reminder starts the correction period anew',
    'docs/adr/0009-the-bureaus-omission-refuses-nobody.md',
  ),
  point(
    'R-6',
    '特别程序到告知的日期自动结束',
    'A special procedure lapses on the announced day',
    'docs/adr/0003-a-special-procedure-lapses.md',
  ),
  point(
    'R-7',
    '申请听证的五日按工作日算；延续的三十日按自然日算',
    'Hearing request in working days; the thirty days of a renewal are calendar ones',
    'libs/law/src/clock-rules.ts',
  ),
  point(
    'R-8',
    '机关自己的期限遇假日不顺延，当事人的期限顺延',
    'Only the applicant’s periods roll over a day off',
    'libs/law/src/clock-rules.ts',
  ),
  point(
    'R-9',
    '整改至少三个工作日，最多复查两次',
    'A rectification gets three working days at least, and two re-checks at most',
    'libs/law/src/clocks.ts',
  ),
  point(
    'R-10',
    '民办非营利学校参照优化营商环境条例',
    'The Business Environment Regulation is applied to non-profit schools too',
    'libs/law/src/sources.ts',
  ),
  point('R-11', '网上预审一个工作日答复', 'Pre-review is answered within one working day', 'libs/law/packs/national'),
  point(
    'R-12',
    '督办单每级一个工作日内签收，否则上报一级',
    'A ticket is acknowledged within one working day on each rung, or rises',
    'libs/law/src/ladder.ts',
  ),
  point(
    'R-13',
    '超过承诺时限的，五个工作日内公开说明原因',
    'A missed promise is explained in public within five working days',
    'libs/law/src/ladder.ts',
  ),
];
