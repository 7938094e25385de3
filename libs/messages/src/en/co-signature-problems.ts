import type { coSignatureProblems as zh } from '../zh-CN/co-signature-problems.js';

/** Co-signature: why something is refused. */
export const coSignatureProblems: Record<keyof typeof zh, string> = {
  'problem.NOT_CONFIRMED_BY_ALL': 'Not all have confirmed yet ({count} missing); it cannot be submitted.',
  'problem.CO_SIGNER_UNKNOWN': 'The application names no such party.',
  'problem.CO_SIGNER_SEATED': 'Somebody speaks for this party already.',
  'problem.CO_SIGNER_CODE_UNKNOWN': 'There is no such code; check it with the applicant.',
  'problem.CO_SIGNER_IS_APPLICANT': 'You are the applicant and cannot confirm for somebody else.',
  'problem.CO_SIGNER_OTHER_SCHOOL': 'This school is not yours; you cannot confirm for it.',
  'problem.CO_SIGNER_TWICE': 'You speak for another party already.',
  'problem.CONFIRMED_CONTENT_CHANGED': 'The application has just been changed. Read it again, then confirm.',
  'field.CONFIRMATION_MISSING': '{name} has not confirmed yet.',
  'field.CONFIRMATION_OVERTAKEN': 'What {name} confirmed has been changed; it is confirmed anew.',
};
