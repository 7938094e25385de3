/** 待办送达的重试和跳过被拒绝 */
export const outboxProblems = {
  'problem.OUTBOX_ROW_NOT_FOUND': '没有找到这一项待送任务。',
  'problem.OUTBOX_ROW_DONE': '这一项已经完成或已经跳过。',
  'problem.OUTBOX_ROW_BUSY': '这一项正在办理，请稍后再试。',
  'problem.OUTBOX_ROW_BEHIND': '同一办件还有更早的一项没有完成，请先处理那一项。',
} as const;
