/** 容缺受理、特别程序和听证的文书，以及拒绝的原因 */
export const procedurePapers = {
  'document.tolerantAcceptanceNotice.title': '容缺受理通知书',
  'document.tolerantAcceptanceNotice.body':
    '您提交的“{matter}”申请（{name}）主要材料齐全，仅缺下表所列次要材料。根据您签署的承诺书，我局决定自 {today} 起受理。\n本通知即一次性告知，我局不再另发补正通知。请在 {due_cure_period}（含当日）前在线补齐；补齐以前不能作出准予决定，{consequence}\n承诺办结日期：{due_promised_decision}；法定办结日期：{due_statutory}。时限照常计算，不因容缺暂停。',
  'document.commitment.title': '容缺受理承诺书',
  'document.commitment.body':
    '关于“{matter}”申请（{name}），下表所列次要材料尚未齐备。我方知悉所缺材料、期限和后果，自愿申请容缺受理。\n我方承诺在 {cureOn}（含当日）前补齐，内容真实有效；受理晚于今日的，期限自受理之日起计算。\n补齐以前不能取得准予决定；{consequence}',
  'document.commitment.signer': '承诺人：{sponsors}（本人在线签署）',
  'document.cureReminder.title': '容缺材料未齐备提示',
  'document.cureReminder.body':
    '您补交的容缺材料（{name}）已核验，下表各项仍不齐备。本提示不增加任何要求。\n请在 {due_cure_period}（含当日）前补齐；我局核验占用的工作日已经补给您。{consequence}',
  'document.consequence.discontinue': '到期没有补齐的，本次办理自动终止，可以随时重新申请。',
  'document.consequence.refuse': '到期没有补齐的，我局将作出不予行政许可决定。',
  'document.cureFailure.reasons': '承诺在 {cureOn} 前补齐的材料没有补齐：{lines}。',
  'document.discontinuationNotice.body.expireCure':
    '您没有在承诺的期限（{cureOn}，含当日）前补齐容缺材料（{name}），我局终止办理本次申请。您可以随时重新申请，已提交的材料可以再用。',
  'document.hearingRightNotice.title': '听证权利告知书',
  'document.hearingRightNotice.body':
    '您的“{matter}”申请（{name}）涉及申请人与他人之间的重大利益关系：{reason}\n依照《行政许可法》第四十七条，您和下表所列利害关系人有权要求听证。请在 {due_hearing_request}（含当日）前提出；逾期未提出的，视为放弃。申请人、利害关系人不承担听证费用。',
  'document.hearingNotice.title': '听证通知书',
  'document.hearingNotice.body':
    '您的“{matter}”申请（{name}）定于 {heldOn} 举行听证，地点：{place}，主持人：{chair}。主持人没有参与本件审查；您认为主持人与本件有直接利害关系的，可以申请回避。\n自 {today} 起至 {announcedUntil} 止的听证时间不计入办理期限（《行政许可法》第四十五条）。听证公开举行，您可以提出证据、申辩和质证。',
  'document.hearingRecord.title': '听证笔录',
  'document.hearingRecord.body':
    '办件：“{matter}”（{name}）。参加人：{attended}\n{record}\n本笔录应当交听证参加人确认无误后签字。我局根据本笔录作出决定（《行政许可法》第四十八条）。',
  'document.hearingRecord.signer': '听证主持人：{chair}',
  'document.extensionNotice.title': '延长办理期限告知书',
  'document.extensionNotice.body':
    '您的“{matter}”申请（{name}）在法定期限内不能作出决定。理由：{reasons}\n经本局负责人批准，依照《行政许可法》第四十二条延长一次，新的法定办结日期为 {due_statutory}。',
  'document.onTheRecord': '本决定根据本件听证笔录作出（《行政许可法》第四十八条）。',
  'problem.COMMITMENT_NOT_DUE': '缺的不都是可以容缺的材料，不能容缺。',
  'problem.COMMITMENT_CHANGED': '承诺的内容刚刚变了，请看过新内容再签。',
  'problem.TOLERANCE_NOT_DUE': '容缺受理须只缺可容缺材料，并有申请人签署的承诺。',
  'problem.TOLERATED_LINES_OWED': '容缺材料还没有补齐，不能准予。',
  'problem.SPECIAL_PROCEDURE_UNKNOWN': '这个事项没有这种特别程序。',
  'problem.SPECIAL_PROCEDURE_NOT_NOW': '这种特别程序现在不能开始，请看下一步有什么。',
  'problem.HEARING_RIGHT_TOLD': '听证权利已经告知过，一件申请只告知一次。',
  'problem.REQUEST_NOT_YOURS': '申请人自己申请；利害关系人的申请由审查岗登记。',
  'problem.CHAIR_REVIEWED': '参与过本件审查的人不能主持听证，请换人。',
  'problem.CHAIR_ONLY': '只有本次听证的主持人能做这一步，并须写明情况。',
  'problem.HEARING_NOT_HELD_YET': '听证还没有举行，不能制作笔录。',
  'problem.HEARING_RECORD_CHANGED': '这不是本件的听证笔录，请看过笔录再签。',
  'problem.HEARING_RECORD_NOT_CITED': '举行过听证，建议和决定须依据听证笔录。',
  'problem.EXTENSION_NOT_DUE': '延长只有一次，并须写明理由。',
  'problem.LIMIT_NOT_EXTENDABLE': '这个事项的法定期限不能延长。',
  'field.LINE_NOT_OWED': '这一项不是容缺材料，受理以后不能再改。',
  'field.PARTY_UNKNOWN': '告知书里没有这位利害关系人。',
  'field.CHAIR_UNKNOWN': '请选择一位听证主持人。',
  'field.HEARING_NOTICE_TOO_SHORT': '听证须提前七个工作日通知，请往后改。',
  'field.HEARING_TOO_LATE': '听证须在申请之日起二十个工作日内举行。',
  'field.HEARING_NOT_ON_A_WORKING_DAY': '这一天不是工作日，请换一天。',
} as const;
