/** 共同确认：拒绝的原因 */
export const coSignatureProblems = {
  'problem.NOT_CONFIRMED_BY_ALL': '还有 {count} 方没有确认，不能提交。',
  'problem.CO_SIGNER_UNKNOWN': '申请里没有这一方。',
  'problem.CO_SIGNER_SEATED': '这一方已有人确认身份。',
  'problem.CO_SIGNER_CODE_UNKNOWN': '没有这个确认码，请向申请人核对。',
  'problem.CO_SIGNER_IS_APPLICANT': '您是申请人，不能替别人确认。',
  'problem.CO_SIGNER_OTHER_SCHOOL': '这所学校不在您的名下，不能由您确认。',
  'problem.CO_SIGNER_TWICE': '您已代表另一方，不能再代表这一方。',
  'problem.CONFIRMED_CONTENT_CHANGED': '申请内容刚刚改过。请再看一遍后确认。',
  'field.CONFIRMATION_MISSING': '{name}还没有确认。',
  'field.CONFIRMATION_OVERTAKEN': '{name}确认以后内容改过，要重新确认。',
} as const;
