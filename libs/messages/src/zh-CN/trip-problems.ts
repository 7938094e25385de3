/** 跑动、预约、送达：为什么不行 */
export const tripProblems = {
  'problem.CHECK_IN_CODE_UNKNOWN': '没有这个签到码，或者已经过期。请申请人刷新后再试。',
  'problem.TRIP_NOT_TO_CONFIRM': '没有要您确认的这次到场。',
  'problem.TRIP_ANSWERED_ALREADY': '这次到场您已经答复过了。',
  'problem.TRIP_REPORTED_TODAY': '今天已经记下您反映的到场。',
  'problem.APPOINTMENTS_NOT_OFFERED': '本局还没有开放预约。办事不需要预约。',
  'problem.APPOINTMENT_RUNNING': '这件办件已有预约。请改期，或者先取消。',
  'problem.APPOINTMENT_NONE': '没有还有效的预约。',
  'problem.APPOINTMENT_CASE_CLOSED': '这件办件已经结束，不用再预约。',
  'problem.APPOINTMENT_CAUSE_NOT_NOW': '证照做好、且您选了窗口领取，才能预约领证。',
  'problem.APPOINTMENT_NOT_TODAY': '这个预约不在今天。',
  'problem.SLOT_NOT_OFFERED': '这个时段不能预约，请另选一个。',
  'problem.SLOT_FULL': '这个时段刚约满，请另选一个。',
} as const;
