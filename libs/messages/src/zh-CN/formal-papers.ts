/** 经筹设的正式设立：指南里的条件、拒绝的原因和窗口看到的名称 */
export const formalPapers = {
  'page.guide.machine.formal': '正式设立流程',
  'problem.PREPARATION_USED': '这份筹设批准书已经用来设立了学校。',
  'page.condition.PREPARATION_USED': '筹设批准书还没有用过。',
  'page.condition.PREPARATION_EXPIRED': '筹设批准书在三年有效期内。',
} as const;
