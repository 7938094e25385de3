/** 窗口和审查人员看到的幼儿中心 */
export const centresDesk = {
  'desk.centres.title': '幼儿中心（历史台账）',
  'desk.centres.lead': '不再新认定。每个中心转成幼儿园、托育机构，或者退出。',
  'desk.centres.line': '认定书 {number}，到 {day}',
  'desk.centres.import': '导入历史台账',
  'desk.centres.lines': '一行一个幼儿中心',
  'desk.centres.linesHint': '依次写：认定书编号，名称，地址，举办者账号，负责人，认定日期，有效期止，中间用逗号。',
  'desk.centres.do': '导入',
  'desk.form.centreNumber': '认定书编号',
  'desk.form.conversion': '转办、退出',
  'desk.form.into': '转办方向',
  'desk.form.kindergartenLicence': '幼儿园许可证编号',
  'desk.form.nurseryFiling': '托育备案编号',
  'desk.form.children': '在中心的孩子',
  'desk.value.kindergarten': '转成幼儿园',
  'desk.value.nursery': '转成托育机构',
  'desk.value.exit': '不再办',
} as const;
