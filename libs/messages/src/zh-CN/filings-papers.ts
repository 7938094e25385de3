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
} as const;
