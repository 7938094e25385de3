/** 合并、分立的文书、公告和指南里的条件 */
export const successionPapers = {
  'document.changeDecision.body.MERGER':
    '经审查，各校的“{matter}”申请符合法定条件。依照《民办教育促进法》第五十三条、《行政许可法》第三十八条，我局决定准予{before}合并。合并后的学校：{results}。\n被合并学校的办学许可同日注销：{endedSchools}。请自收到本决定之日起三十日内办理法人登记。',
  'document.changeDecision.body.DIVISION':
    '经审查，您的“{matter}”申请符合法定条件。依照《民办教育促进法》第五十三条、《行政许可法》第三十八条，我局决定准予{before}分立。分立后的学校：{results}。\n新设的学校凭办学许可证办理法人登记。',
  'document.absorbedCancellation.title': '注销办学许可决定书',
  'document.absorbedCancellation.body':
    '{name}因{way}终止。依照《行政许可法》第七十条第三项，我局注销其办学许可证（{licenceNumber}号）。该证正本、副本自本决定作出之日起作废。',
  'document.succession.school': '{name}（办学许可证{number}号）',
  'document.succession.merger': '合并',
  'document.succession.division': '分立',
  'notice.merger.title': '关于准予{name}合并的公告',
  'notice.division.title': '关于准予{name}分立的公告',
  'page.guide.machine.merger': '合并流程',
  'page.guide.machine.division': '分立流程',
  'page.condition.SCHOOL_NOT_RUNNING': '学校正常办学，没有在办终止。',
  'page.condition.MERGER_OF_ONE': '至少两所学校合并。',
  'page.condition.MERGER_WITH_ITSELF': '每所学校只填一次。',
  'page.condition.MERGER_OTHER_COUNTY': '许可证都由本区县颁发。',
  'page.condition.MERGER_SCHOOL_UNKNOWN': '各校都在台账上。',
  'page.condition.MERGER_SCHOOL_NOT_RUNNING': '各校都正常办学，没有在办终止。',
  'page.condition.MERGER_LICENCE_NOT_IN_FORCE': '各校的许可证都有效。',
  'page.condition.MERGER_NATURES_DIFFER': '各校都是非营利性，或者都是营利性。',
  'page.condition.MERGER_TYPES_DIFFER': '各校是同一类型。',
  'page.condition.MERGER_NOT_TWO_THIRDS': '每所学校全体成员三分之二以上同意。',
  'page.condition.NO_SITE': '写明合并后的办学地址。',
  'page.condition.SITE_NOT_REGISTERED': '没有变化的场地都在原许可证上。',
  'page.condition.DIVIDED_INTO_ONE': '分立成两所以上学校。',
  'page.condition.TWO_CONTINUE': '最多一所沿用原许可证。',
  'page.condition.ONE_NAME_TWICE': '各校名称不同。',
} as const;
