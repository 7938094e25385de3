/** 窗口和审查人员看到的广告备案、补证、认定和评估表单 */
export const filingsDesk = {
  'desk.form.advertisements': '简章、广告',
  'desk.form.title': '标题',
  'desk.form.medium': '发布渠道',
  'desk.form.publishedFrom': '开始日期',
  'desk.form.publishedUntil': '结束日期',
  'desk.form.promisesResults': '有保证性承诺',
  'desk.form.usesEndorsements': '有推荐证明',
  'desk.value.prospectus': '招生简章',
  'desk.value.print': '报纸、传单',
  'desk.value.broadcast': '广播、电视',
  'desk.value.internet': '网络',
  'desk.value.outdoor': '户外',
} as const;
