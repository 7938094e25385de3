import type { formal as zh } from '../zh-CN/formal.js';

/** Formal establishment after preparation: form, register and what has to be mended. */
export const formal: Record<keyof typeof zh, string> = {
  'apply.q.preparationNumber': 'Number of the preparation approval',
  'apply.question.preparationNumber': 'Which preparation approval?',
  'apply.hint.preparationNumber': 'It stands below the title. What you said then is not asked again.',
  'field.PREPARATION_NUMBER_FORM': 'Such as 昆教许决〔2026〕1号.',
  'field.PREPARATION_NOT_YOURS': 'You have no preparation approval of this number. Check it.',
  'field.NAME_TAKEN': 'Another school has this name, or is asking for it.',
  'field.PREPARATION_USED': 'A school was established on this approval already.',
  'field.PREPARATION_EXPIRED': 'It ran out after three years. Apply for preparation anew.',
  'cause.establishPrepared': 'Formally established',
  'apply.own.prepared': 'In preparation',
  'apply.own.preparedUntil': 'Preparation ends on {day}',
  'apply.own.preparationNumber': 'Approval: {number}',
  'apply.own.establish': 'Apply for formal establishment',
};
