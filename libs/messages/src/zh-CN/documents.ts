/** 文书和公告 */
export const documents = {
  'document.licenceOriginal.title': '办学许可证（正本）',
  'document.licenceDuplicate.title': '办学许可证（副本）',
  'document.licenceOriginal.number': '{number}号（正本）',
  'document.licenceDuplicate.number': '{number}号（副本）',
  'document.licenceOriginal.reprint': '{number}号（正本·第 {n} 次）',
  'document.licenceDuplicate.reprint': '{number}号（副本·第 {n} 次）',
  'document.tableEnd': '以上共 {count} 项。',
  'document.table.no': '序号',
  'document.table.name': '名称',
  'document.table.reason': '说明',
  'document.qrCaption': '扫码核对文书',
  'document.footer': '办件编号 {caseNumber}',
  'document.remedies':
    '如不服本决定，可以自收到本文书之日起 {days} 日内向{body}申请行政复议（可以当面、邮寄或者在线提出），也可以自收到之日起 {months} 个月内向{court}提起行政诉讼（{article}）。',
  'document.provisional': '（暂定，放假安排公布后确定）',
  'document.receipt.title': '收件凭证',
  'document.receipt.body':
    '我局于 {today} 收到您提交的“{matter}”申请，机构：{name}，办件编号：{caseNumber}。\n我局将在 {due_correction_or_acceptance}（含当日）前告知您是否受理；需要补正的，一次告知全部内容。逾期不告知的，自收到申请之日起即为受理（《行政许可法》第三十二条）。',
  'document.because': '理由：{reasons}',
  'document.refusalDecision.body.TRN-SUBJ':
    '经审查，您的“{matter}”申请（{name}）不符合法定条件，我局决定不予行政许可。\n理由：{reasons}\n依据：{article}。现行政策不批准新的学科类校外培训机构。您可以申请设立非学科类校外培训机构。',
  'document.grantDecision.body.TRN-NONSUBJ':
    '经审查，您的“{matter}”申请符合法定条件。依照《民办教育促进法》第十二条、第十七条、《行政许可法》第三十八条，我局决定准予设立{name}。\n办学许可证编号：{licenceNumber}号，有效期自 {validFrom} 至 {validTo}。{registration}',
  'document.acceptanceNotice.body.promised':
    '您提交的“{matter}”申请（{name}）材料齐全、符合法定形式，我局决定自 {today} 起受理。\n承诺办结日期：{due_promised_decision}。本事项不收费，您最多跑一次。',
  'document.receipt.body.filing':
    '我局于 {today} 收到您报送的“{matter}”，机构：{name}，办件编号：{caseNumber}。\n我局核对材料；需要补正的，一次告知全部内容。材料齐全之日起 {promisedDays} 个工作日内办完。',
  'document.acceptanceNotice.title': '行政许可申请受理通知书',
  'document.acceptanceNotice.body':
    '您提交的“{matter}”申请（{name}）材料齐全、符合法定形式，我局决定自 {today} 起受理。\n承诺办结日期：{due_promised_decision}；法定办结日期：{due_statutory}。本事项不收费，您最多跑一次。',
  'document.deemedAcceptanceNotice.title': '视为受理告知书',
  'document.deemedAcceptanceNotice.body':
    '我局没有在收到申请材料之日起五个工作日内告知您是否受理。依照《行政许可法》第三十二条，您的“{matter}”申请（{name}）自 {effectiveFrom} 起视为受理。\n承诺办结日期：{due_promised_decision}；法定办结日期：{due_statutory}。',
  'document.notRequiredNotice.title': '不需行政许可告知书',
  'document.notRequiredNotice.body':
    '您申请的事项（{name}）依法不需要取得行政许可，我局不予受理。理由：{reasons}\n依据：{article}。',
  'document.notCompetentDecision.title': '不予受理决定书',
  'document.notCompetentDecision.body':
    '您申请的事项（{name}）不属于我局职权范围，我局决定不予受理。理由：{reasons}\n依据：{article}。请向{competentAuthority}申请。',
  'document.correctionNotice.title': '补正告知通知书',
  'document.correctionNotice.body':
    '您的“{matter}”申请（{name}）还需补正下表所列内容。这是全部内容，补齐后我局即予受理，不再要求其他材料。\n请在 {due_correction_period}（含当日）前在线补正。',
  'document.reminder.title': '未补正项提示',
  'document.reminder.body':
    '补正告知通知书所列内容中，下表各项仍未补齐。本提示不增加任何要求。\n请在 {due_correction_period}（含当日）前补齐。',
  'document.unmetLinesNotice.title': '未齐备材料告知书',
  'document.unmetLinesNotice.body':
    '您的申请（{name}）已依法视为受理。下表所列材料尚未齐备，您可以在作出决定前补充；届时仍不齐备的，我局将据此作出决定。',
  'document.siteCheckNotice.title': '联合踏勘通知书',
  'document.siteCheckNotice.body':
    '我局将会同卫生健康、市场监管部门于 {plannedOn} 到{name}拟办学地址联合踏勘，一次完成。\n检查人员每部门不少于两人，将出示证件。您不需要另外办理任何手续。',
  'document.reCheckNotice.title': '复查通知书',
  'document.reCheckNotice.body':
    '您已报告整改完成。我局将于 {plannedOn} 安排另外的检查人员到{name}拟办学地址复查，只查上次不合格的部门项目。\n检查人员每部门不少于两人，将出示证件。您不需要另外办理任何手续。',
  'document.rectificationNotice.title': '限期整改通知书',
  'document.rectificationNotice.body':
    '联合踏勘发现下表所列问题（{name}）。请在 {due_rectification_period}（含当日）前整改并在线报告，我局将安排另外的检查人员复查。\n整改不停止计算办理时限。',
  'document.specialProcedureNotice.title': '特别程序告知书',
  'document.specialProcedureNotice.body':
    '因{reason}，需由{institution}进行{ground}。自 {today} 起至 {announcedUntil} 止的{ground}时间不计入办理期限（《行政许可法》第四十五条）。\n{ground}费用由我局承担。超过上述日期的，时限自动继续计算。',
  'document.specialProcedureEndNotice.title': '特别程序结束告知书',
  'document.specialProcedureEndNotice.body':
    '{ground}已于 {today} 结束，结论：{report}\n办理时限自次日起继续计算，承诺办结日期为 {due_promised_decision}。',
  'document.withdrawalConfirmation.title': '撤回申请确认书',
  'document.withdrawalConfirmation.body':
    '您于 {today} 撤回了“{matter}”申请（{name}）。本办件就此结束，您可以随时重新申请。',
  'document.discontinuationNotice.title': '终止办理通知书',
  'document.discontinuationNotice.body':
    '您没有在补正告知通知书载明的 {due_correction_period}（含当日）前补齐材料，我局终止办理本次申请（{name}）。您可以随时重新申请，已提交的材料可以再用。',
  'document.grantDecision.title': '准予行政许可决定书',
  'document.grantDecision.body':
    '经审查，您的“{matter}”申请符合法定条件。依照《民办教育促进法》第十七条、《学前教育法》第三十条、《行政许可法》第三十八条，我局决定准予设立{name}。\n办学许可证编号：{licenceNumber}号，有效期自 {validFrom} 至 {validTo}。{registration}',
  'document.preparationApproval.title': '筹设批准书',
  'document.preparationApproval.body':
    '经审查，您的“{matter}”申请符合法定条件。依照《民办教育促进法》第十四条，我局同意筹设{name}。\n筹设期三年，至 {preparedUntil} 止。筹设期内不得招生；请在期满前申请正式设立，逾期本批准书自动失效，需要重新申报。',
  'document.renewalDecision.title': '准予延续行政许可决定书',
  'document.renewalDecision.body':
    '经审查，您的“{matter}”申请（{name}）符合法定条件。依照《行政许可法》第五十条、《民办教育促进法实施条例》第二十二条，我局决定准予延续。\n办学许可证编号：{licenceNumber}号，新的有效期自 {validFrom} 至 {validTo}。',
  'document.deemedRenewalCertificate.title': '视为准予延续证明',
  'document.deemedRenewalCertificate.body':
    '您在许可证有效期届满三十日前申请延续（{name}），我局没有在届满前作出决定。依照《行政许可法》第五十条，视为准予延续。\n办学许可证编号：{licenceNumber}号，新的有效期自 {validFrom} 至 {validTo}。您不用做任何事。',
  'document.refusalDecision.title': '不予行政许可决定书',
  'document.refusalDecision.title.PREP': '不同意筹设决定书',
  'document.refusalDecision.title.RENEW': '不予延续行政许可决定书',
  'document.refusalDecision.addition.RENEW': '原办学许可证有效期至 {oldValidTo}。',
  'document.refusalDecision.body':
    '经审查，您的“{matter}”申请（{name}）不符合法定条件，我局决定不予行政许可。\n理由：{reasons}\n依据：{article}。符合法定条件后，可以重新申请。',
  'document.serviceRecord.title': '送达回证',
  'document.serviceRecord.body':
    '{name}的下列文书已于 {servedOn} 按申请人确认的方式送达。送达方式：{channel}。受送达人：{sponsors}。{tracking}',
  'notice.grant.title': '关于准予设立{name}的公告',
  'notice.preparation.title': '关于同意筹设{name}的公告',
  'notice.renewal.title': '关于延续{name}办学许可的公告',
  'notice.lapse.title': '关于{name}办学许可自然废止的公告',
  'notice.expirePreparation.title': '关于{name}筹设批准失效的公告',
  'document.siteCheckRecord.title': '联合踏勘记录表',
  'document.siteCheckRecord.body':
    '联合踏勘已完成（{name}），逐项结果见下表。\n检查人员：{inspectors}。检查结论由各部门两名检查人员签名确认。',
  'document.answer.pass': '合格',
  'document.answer.fail': '不合格',
  'document.answer.notApplicable': '不适用',
  'document.registration.non_profit': '请持许可证办理法人登记。',
  'document.registration.for_profit': '请持许可证办理法人登记。',
  'document.tracking': '邮寄单号：{number}。',
} as const;
