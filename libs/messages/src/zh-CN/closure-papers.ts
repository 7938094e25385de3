/** 终止的文书、公告、拒绝的原因和指南里的条件 */
export const closurePapers = {
  'document.closureDecision.title': '准予终止决定书',
  'document.closureDecision.body':
    '经审查，您的“{matter}”申请符合法定条件。依照《民办教育促进法》第五十六条第一项、《行政许可法》第三十八条，我局决定准予{name}终止办学。\n请学校自行清算，并依照《民办教育促进法》第五十九条依次清偿：（一）应退受教育者学费、杂费和其他费用；（二）应发教职工的工资及应缴纳的社会保险费用；（三）其他债务。\n清偿以后，我局收回办学许可证（{licenceNumber}号）、销毁印章；法人登记注销并公告后，办学许可注销。',
  'document.licenceReceipt.title': '许可证收回凭证',
  'document.licenceReceipt.body':
    '我局已于 {returnedOn}收回{name}的办学许可证正本、副本（{licenceNumber}号）。依据：《民办教育促进法》第六十条。',
  'document.sealRecord.title': '印章销毁记录',
  'document.sealRecord.body': '我局已于 {destroyedOn}销毁{name}的下列印章：{seals}。依据：《民办教育促进法》第六十条。',
  'document.deregistrationLetter.title': '注销登记函',
  'document.deregistrationLetter.body':
    '我局已准予{name}终止办学，收回办学许可证（{licenceNumber}号）并销毁印章。请依照《民办教育促进法》第六十条办理该校法人注销登记。',
  'document.registrar.non_profit': '民政部门',
  'document.registrar.for_profit': '市场监督管理部门',
  'notice.closure.title': '关于准予{name}终止办学的公告',
  'notice.cancellation.title': '关于注销{name}办学许可的公告',
  'problem.ALREADY_CLOSING': '这所学校正在终止或者已经注销。',
  'problem.CLAIMS_OUT_OF_ORDER': '清偿次序不对。先退学费，再付工资社保，后还债。',
  'page.condition.ALREADY_CLOSING': '学校没有在办终止。',
  'page.condition.ANNOUNCED_TOO_LATE': '拟终止公告早六个月发布。',
  'page.condition.CLOSING_DAY_PAST': '计划终止的日期还没有到。',
  'page.condition.PUPILS_NOT_PLACED': '在校学生、在园儿童都安置好了。',
  'page.condition.REFUNDS_NOT_SECURED': '预收的费用可以退还。',
} as const;
