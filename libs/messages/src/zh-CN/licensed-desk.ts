/** 窗口和审查人员看到的变更、备案表单 */
export const licensedDesk = {
  'desk.form.resolution': '决策机构决议',
  'desk.form.settlement': '财务清算',
  'desk.form.siteChange': '变更方式',
  'desk.form.representative': '新法定代表人',
  'desk.form.charterChanges': '修改章程',
  'desk.form.decidedOn': '决议日期',
  'desk.form.members': '全体成员',
  'desk.form.inFavour': '同意',
  'desk.form.completedOn': '完成日期',
  'desk.form.madeBy': '清算人',
  'desk.form.office': '职务',
  'desk.value.move': '搬迁',
  'desk.value.added_campus': '增设校区',
  'desk.document.changeDecision': '准予变更决定书',
  'desk.document.filingNotice': '备案通知书',
  'desk.document.notFiledNotice': '不予备案通知书',
} as const;
