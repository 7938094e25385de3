import type { filingsPapers as zh } from '../zh-CN/filings-papers.js';

/** Papers of filings, re-issue, recognition and confirmation, notices, and the conditions on their guides. */
export const filingsPapers: Record<keyof typeof zh, string> = {
  'document.filingNotice.title.FILE-AD': 'Receipt of a filed prospectus or advertisement',
  'document.filingNotice.body.FILE-AD':
    '{matter} of {name} was filed on {today}. A filing is not an approval. What appears must be what was filed; the school answers for its truth.',
  'page.condition.NO_ADVERTISEMENT': 'There is a prospectus or an advertisement.',
  'page.condition.ADVERTISEMENT_PROMISES': 'It promises no results.',
  'page.condition.ADVERTISEMENT_ENDORSED': 'It uses no endorsements.',
};
