import type { Assumption } from './assumptions.js';

const point = (id: string, nameZh: string, nameEn: string, where: string): Assumption => ({
  subject: id.startsWith('O') ? 'O' : 'D',
  subjectZh: id.startsWith('O') ? '法律上的未决问题' : '本系统的决定',
  subjectEn: id.startsWith('O') ? 'Open points of law' : 'Decisions of this system',
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
    '150203/authority.yaml readings.privateEducationPeriods',
  ),
  point(
    'O-2',
    '名称、举办者、地址变更的法定时限是二十个工作日',
    'Changes of name, sponsor and address: twenty working days',
    '150203/authority.yaml readings.nameSponsorAddress',
  ),
  point(
    'O-3',
    '拟终止公告的六个月算到终止日',
    'The six months before a closure end on the day of closure',
    '150203/authority.yaml readings.closureAnnouncement',
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
    '150203/authority.yaml readings.licenceNumber',
  ),
  point(
    'O-6',
    '电子证照采用纸质证照的栏目',
    'An electronic licence has the fields of the paper one',
    '150203/authority.yaml licenceTypeCode',
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
    '150203/authority.yaml readings.sources',
  ),
  point(
    'O-9',
    '托育服务法没有公布；托育机构请找卫生健康部门',
    'The nursery law is not promulgated; nurseries are sent to the health department',
    '150203/authority.yaml readings.sources',
  ),
  point(
    'O-10',
    '幼儿园管理条例和2006年自治区办法不作依据',
    'The regulation on kindergartens and the regional measures of 2006 found nothing',
    '150203/authority.yaml readings.sources',
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
  point('O-16', '印章和证照只用汉字', 'Seals and certificates in Chinese only', '150203/authority.yaml nameMn'),
  point(
    'O-17',
    '小型场所也要有消防验收或备案',
    'Small premises need fire acceptance or filing too',
    '150203/*.yaml materials.PRM-FIRE.notBelowSquareMetres',
  ),
];

/**
 * Decisions of this system where the law is silent, each with its record, that the bureau has to know and confirm. What a
 * county may read otherwise stands under its readings (readings.ts).
 */
export const DECISIONS: readonly Assumption[] = [
  point(
    'D-1',
    '许可证到期不自动改变机构状态，转督办逐件核实',
    'An expired licence leaves the entry as it is and opens a ticket',
    'docs/adr/0010-when-silence-grants.md',
  ),
  point(
    'D-2',
    '提示未补正项后，补正期重新计算',
    'A reminder starts the correction period anew',
    'docs/adr/0009-the-bureaus-omission-refuses-nobody.md',
  ),
  point(
    'D-3',
    '特别程序到告知的日期自动结束',
    'A special procedure lapses on the announced day',
    'docs/adr/0003-a-special-procedure-lapses.md',
  ),
  point('D-4', '网上预审一个工作日答复', 'Pre-review is answered within one working day', 'national/*.yaml'),
];
