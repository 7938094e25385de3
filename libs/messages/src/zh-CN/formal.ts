/** 经筹设的正式设立：表单、登记和要改的地方 */
export const formal = {
  'apply.q.preparationNumber': '筹设批准书文号',
  'apply.question.preparationNumber': '哪一份筹设批准书？',
  'apply.hint.preparationNumber': '印在批准书标题下面。筹设时填过的，不再问。',
  'field.PREPARATION_NUMBER_FORM': '文号是“昆教许决〔2026〕1号”这样的。',
  'field.PREPARATION_NOT_YOURS': '您名下没有这份筹设批准书。请核对文号。',
  'field.NAME_TAKEN': '这个名称已有学校使用，或者正在申请。',
  'field.PREPARATION_USED': '这份批准书已经用来设立了学校。',
  'field.PREPARATION_EXPIRED': '批准书过了三年，已经失效。请重新申请筹设。',
  'cause.establishPrepared': '正式设立',
  'apply.own.prepared': '正在筹设',
  'apply.own.preparedUntil': '筹设到 {day}为止',
  'apply.own.preparationNumber': '批准书：{number}',
  'apply.own.establish': '申请正式设立',
} as const;
