import type { filings as zh } from '../zh-CN/filings.js';

/** Filing of advertisements, re-issue, recognition and confirmation: steps, form and what has to be mended. */
export const filings: Record<keyof typeof zh, string> = {
  'cause.fileAdvertisement': 'Prospectus or advertisement filed',
  'field.NO_ADVERTISEMENT': 'Name at least one prospectus or advertisement.',
  'field.ADVERTISEMENT_PROMISES': 'It may not promise success or results. Change the text first.',
  'field.ADVERTISEMENT_ENDORSED': 'It may not use endorsements. Change the text first.',
  'apply.section.advertising': 'Prospectus and advertisements',
  'apply.question.advertisements': 'Which prospectus and advertisements will appear?',
  'apply.q.advertisements': 'Prospectus or advertisement',
  'apply.q.title': 'Title',
  'apply.q.medium': 'Where it appears',
  'apply.q.publishedFrom': 'Appears from',
  'apply.q.publishedUntil': 'Appears until',
  'apply.q.promisesResults': 'Promises success or results',
  'apply.q.usesEndorsements': 'Uses endorsements',
  'apply.hint.advertisements': 'One group for each; the full text is uploaded with the papers.',
  'apply.option.medium.prospectus': 'Prospectus',
  'apply.option.medium.print': 'Newspaper or leaflet',
  'apply.option.medium.broadcast': 'Radio or television',
  'apply.option.medium.internet': 'Website, account or video',
  'apply.option.medium.outdoor': 'Outdoor advertisement',
  'cause.reissueLicence': 'Licence re-issued',
  'apply.question.licenceLoss': 'What happened to the licence?',
  'apply.q.licenceLoss': 'Loss or damage',
  'apply.q.lossKind': 'What happened',
  'apply.q.happenedOn': 'On which day, or found on',
  'apply.hint.licenceLoss':
    'No newspaper notice is needed: the bureau announces on its site that the old print is void.',
  'apply.option.lossKind.lost': 'Lost',
  'apply.option.lossKind.damaged': 'Damaged',
};
