import type { onceTold as zh } from '../zh-CN/once-told.js';

/** The public page on telling once, and why demands and wordings are refused. */
export const onceTold: Record<keyof typeof zh, string> = {
  'problem.MESSAGE_DEMANDS': 'A message asks for nothing. Name what is missing in the verdict sheet, line by line.',
  'problem.MESSAGES_NOT_OPEN': 'Messages open with the submission or with a pre-review.',
  'field.PHRASE_DEMANDS': '“{phrase}” asks for something. Choose a material and say it in the verdict sheet.',
  'field.REASON_ADDED': 'This was told and has not changed. Nothing can be added.',
  'told.title': 'Told once: the numbers',
  'told.lead':
    'What is missing is told once. A reminder only repeats what is still missing, and every one is counted here.',
  'told.month': 'Month',
  'told.matter': 'Matter',
  'told.received': 'Received',
  'told.notices': 'Correction notices',
  'told.reminders': 'Reminders',
  'told.preReviews': 'Pre-reviews',
  'told.preReviewsLate': 'Answered late',
  'told.caption': 'By month and matter',
  'told.none': 'No application has come in yet.',
  'told.csv': 'Table (CSV)',
  'told.json': 'Machine readable (JSON)',
  'told.words': 'What we do not say',
  'told.wordsLead': 'A notice or a reason with one of these phrases cannot be sent.',
  'told.askLead': 'Nor can a message to an applicant with one of these.',
  'told.askPairs': 'Nor with one of the first words followed by one of the second:',
  'told.says': 'Notices, reminders and pre-reviews, month by month',
};
