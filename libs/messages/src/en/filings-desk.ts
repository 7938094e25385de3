import type { filingsDesk as zh } from '../zh-CN/filings-desk.js';

/** The forms of filings, re-issue, recognition and confirmation as officers see them. */
export const filingsDesk: Record<keyof typeof zh, string> = {
  'desk.form.advertisements': 'Prospectus, advertisements',
  'desk.form.title': 'Title',
  'desk.form.medium': 'Medium',
  'desk.form.publishedFrom': 'From',
  'desk.form.publishedUntil': 'Until',
  'desk.form.promisesResults': 'Promises results',
  'desk.form.usesEndorsements': 'Uses endorsements',
  'desk.value.prospectus': 'Prospectus',
  'desk.value.print': 'Print',
  'desk.value.broadcast': 'Broadcast',
  'desk.value.internet': 'Internet',
  'desk.value.outdoor': 'Outdoor',
  'desk.form.licenceLoss': 'Loss or damage',
  'desk.form.lossKind': 'What happened',
  'desk.form.happenedOn': 'Day',
  'desk.value.lost': 'Lost',
  'desk.value.damaged': 'Damaged',
  'desk.form.qualityLevel': 'Level',
  'desk.value.excellent': 'Excellent',
  'desk.value.good': 'Good',
  'desk.value.qualified': 'Qualified',
  'desk.document.confirmation': 'Recognition or confirmation',
};
