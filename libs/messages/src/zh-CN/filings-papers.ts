/** 广告备案、补证、认定和评估的文书、公告和指南里的条件 */
export const filingsPapers = {
  'document.filingNotice.title.FILE-AD': '招生简章和广告备案回执',
  'document.filingNotice.body.FILE-AD':
    '收到您报送的“{matter}”（{name}）。依照《民办教育促进法》第四十二条，我局已于 {today}备案。备案不是审批。\n发布的内容应当和备案的一致；学校对其真实性负责。',
  'page.condition.NO_ADVERTISEMENT': '至少有一份简章或者广告。',
  'page.condition.ADVERTISEMENT_PROMISES': '不作保证性承诺。',
  'page.condition.ADVERTISEMENT_ENDORSED': '不用专家、受益者作推荐。',
} as const;
