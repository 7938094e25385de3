/** 变更、备案的文书、公告和指南里的条件 */
export const licensedPapers = {
  'document.changeDecision.title': '准予变更决定书',
  'document.changeDecision.body':
    '经审查，您的“{matter}”申请符合法定条件。依照《行政许可法》第三十八条、第四十九条，我局决定准予变更（{name}）。\n办学许可证编号不变：{licenceNumber}号，有效期自 {validFrom} 至 {validTo}。原许可证正本、副本作废。',
  'document.changeDecision.body.CHG-NAME':
    '经审查，您的“{matter}”申请符合法定条件。依照《民办教育促进法》第五十五条、《行政许可法》第四十九条，我局决定准予{oldName}更名为{name}。\n办学许可证编号不变：{licenceNumber}号，有效期自 {validFrom} 至 {validTo}。印有原名称的许可证作废。',
  'document.changeDecision.body.CHG-ADDR':
    '经审查，您的“{matter}”申请符合法定条件。依照《民办教育促进法实施条例》第二十三条、《行政许可法》第四十九条，我局决定准予{name}变更办学地址。变更后的办学地址：{places}。\n办学许可证编号不变：{licenceNumber}号，有效期自 {validFrom} 至 {validTo}。印有原地址的许可证作废。',
  'document.changeDecision.body.CHG-SPONSOR':
    '经审查，您的“{matter}”申请符合法定条件。依照《民办教育促进法》第五十四条、《行政许可法》第四十九条，我局决定准予{name}变更举办者。变更后的举办者：{sponsors}。\n办学许可证编号不变：{licenceNumber}号，有效期自 {validFrom} 至 {validTo}。印有原举办者的许可证作废。',
  'document.filingNotice.title': '备案通知书',
  'document.filingNotice.body':
    '您报送的“{matter}”（{name}）材料齐全，我局已于 {today}备案。备案不是审批；学校对所报内容的真实性负责。',
  'document.notFiledNotice.title': '不予备案通知书',
  'document.notFiledNotice.body':
    '您报送的“{matter}”（{name}）不符合规定，我局不予备案。\n理由：{reasons}\n依据：{article}。改正以后可以随时再报送。',
  'page.guide.machine.name-change': '名称变更流程',
  'page.guide.machine.address-change': '地址变更流程',
  'page.guide.machine.sponsor-change': '举办者变更流程',
  'page.guide.machine.legal-representative': '法定代表人备案流程',
  'page.guide.machine.principal': '校长、园长备案流程',
  'page.guide.machine.governance': '决策机构、章程备案流程',
  'page.guide.machine.advertisement': '招生简章和广告备案流程',
  'page.guide.machine.reissue': '补证流程',
  'page.guide.machine.inclusive': '普惠性认定流程',
  'page.guide.machine.quality': '评估确认流程',
  'page.guide.machine.closure': '终止办学流程',
  'notice.change.title': '关于准予{name}变更的公告',
  'page.condition.SCHOOL_DOES_NOT_GO_ON': '学校正在办学。',
  'page.condition.NAME_UNCHANGED': '新名称和原名称不同。',
  'page.condition.ADDRESS_UNCHANGED': '新地址和原地址不同。',
  'page.condition.SPONSORS_UNCHANGED': '举办者有变动。',
  'page.condition.REPRESENTATIVE_UNCHANGED': '法定代表人有变动。',
  'page.condition.REPRESENTATIVE_NOT_PRINCIPAL': '由校长担任的，是已登记的校长、园长。',
  'page.condition.PRINCIPAL_UNCHANGED': '校长、园长有变动。',
  'page.condition.NOT_TWO_THIRDS': '决策机构全体成员三分之二以上同意。',
  'page.condition.NO_MAJORITY': '决策机构全体成员过半数同意。',
  'page.condition.NOT_SETTLED': '先做完财务清算。',
} as const;
