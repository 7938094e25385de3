import type { filingsPapers as zh } from '../zh-CN/filings-papers.js';

/** Papers of filings, re-issue, recognition and confirmation, notices, and the conditions on their guides. */
export const filingsPapers: Record<keyof typeof zh, string> = {
  'document.filingNotice.title.FILE-AD': 'Receipt of a filed prospectus or advertisement',
  'document.filingNotice.body.FILE-AD':
    '{matter} of {name} was filed on {today}. A filing is not an approval. What appears must be what was filed; the school answers for its truth.',
  'page.condition.NO_ADVERTISEMENT': 'There is a prospectus or an advertisement.',
  'page.condition.ADVERTISEMENT_PROMISES': 'It promises no results.',
  'page.condition.ADVERTISEMENT_ENDORSED': 'It uses no endorsements.',
  'licence.mark.REISSUE': 're-issued',
  'document.filingNotice.title.REISSUE': 'Notice of the re-issued licence',
  'document.filingNotice.body.REISSUE':
    '{matter} of {name}: the licence was re-issued on {today}, without a fee. It keeps its number {licenceNumber}, {validFrom} to {validTo}. The old print is void; this is announced on our site.',
  'document.notFiledNotice.title.REISSUE': 'Notice that no licence is re-issued',
  'document.notFiledNotice.body.REISSUE':
    '{matter} of {name}: no licence is re-issued: {reasons} ({article}). It can be handed in again.',
  'notice.reissue.title': 'Licence of {name} re-issued, old print void',
  'quality.excellent': 'excellent',
  'quality.good': 'good',
  'quality.qualified': 'qualified',
  'document.confirmation.title': 'Confirmation',
  'document.confirmation.title.KG-INCL': 'Notice of recognition as an inclusive kindergarten',
  'document.confirmation.title.QUALITY': 'Confirmation of the result of an evaluation',
  'document.confirmation.body': '{matter} of {name} is confirmed from {confirmedFrom} to {confirmedUntil}.',
  'document.confirmation.body.KG-INCL':
    '{matter}: {name} is recognised as an inclusive private kindergarten from {confirmedFrom} to {confirmedUntil}. Its fee follows the government guidance price. The list is public.',
  'document.confirmation.body.QUALITY':
    '{matter}: the result of {name} is {level}, from {confirmedFrom} to {confirmedUntil}. The result is public. An evaluation is no licence.',
  'notice.inclusive.title': '{name} recognised as an inclusive kindergarten',
  'notice.quality.title': 'Evaluation result of {name}',
  'page.condition.INCLUSIVE_NOT_KINDERGARTEN': 'It is a kindergarten.',
  'page.condition.INCLUSIVE_FOR_PROFIT': 'It is non-profit.',
};
