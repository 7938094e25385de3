/** 广告备案、补证、认定和评估的文书、公告和指南里的条件 */
export const filingsPapers = {
  'document.filingNotice.title.FILE-AD': '招生简章和广告备案回执',
  'document.filingNotice.body.FILE-AD':
    '收到您报送的“{matter}”（{name}）。依照《民办教育促进法》第四十二条，我局已于 {today}备案。备案不是审批。\n发布的内容应当和备案的一致；学校对其真实性负责。',
  'page.condition.NO_ADVERTISEMENT': '至少有一份简章或者广告。',
  'page.condition.ADVERTISEMENT_PROMISES': '不作保证性承诺。',
  'page.condition.ADVERTISEMENT_ENDORSED': '不用专家、受益者作推荐。',
  'licence.mark.REISSUE': '补发',
  'document.filingNotice.title.REISSUE': '办学许可证补发通知书',
  'document.filingNotice.body.REISSUE':
    '您报送的“{matter}”（{name}）材料齐全，我局已于 {today}补发办学许可证，不收费。\n编号不变：{licenceNumber}号，有效期自 {validFrom} 至 {validTo}。原证作废，我局在网站公告。',
  'document.notFiledNotice.title.REISSUE': '不予补发通知书',
  'document.notFiledNotice.body.REISSUE':
    '您报送的“{matter}”（{name}）不符合规定，我局不予补发。\n理由：{reasons}\n依据：{article}。改正以后可以随时再报送。',
  'notice.reissue.title': '关于补发{name}办学许可证、原证作废的公告',
  'quality.excellent': '优秀',
  'quality.good': '良好',
  'quality.qualified': '合格',
  'document.confirmation.title': '确认书',
  'document.confirmation.title.KG-INCL': '普惠性民办幼儿园认定通知',
  'document.confirmation.title.QUALITY': '评估结果确认书',
  'document.confirmation.body':
    '经审查，我局确认您的“{matter}”申请（{name}），自 {confirmedFrom} 至 {confirmedUntil} 有效。',
  'document.confirmation.body.KG-INCL':
    '经审查，您的“{matter}”申请符合规定。依照《学前教育法》第二十四条，我局认定{name}为普惠性民办幼儿园，自 {confirmedFrom} 至 {confirmedUntil} 有效。\n认定后，收费执行政府指导价。名单向社会公布。',
  'document.confirmation.body.QUALITY':
    '经审查，依照《民办教育促进法》第四十一条，我局确认{name}办学水平评估结果为：{level}，自 {confirmedFrom} 至 {confirmedUntil} 有效。\n评估结果向社会公布。评估不是许可。',
  'notice.inclusive.title': '关于认定{name}为普惠性民办幼儿园的公告',
  'notice.quality.title': '关于{name}办学水平评估结果的公告',
  'page.condition.INCLUSIVE_NOT_KINDERGARTEN': '是幼儿园。',
  'page.condition.INCLUSIVE_FOR_PROFIT': '是非营利性的。',
} as const;
