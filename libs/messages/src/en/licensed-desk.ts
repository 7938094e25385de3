import type { licensedDesk as zh } from '../zh-CN/licensed-desk.js';

/** The forms of changes and filings as officers see them. */
export const licensedDesk: Record<keyof typeof zh, string> = {
  'desk.form.resolution': 'Resolution of the decision body',
  'desk.form.settlement': 'Financial settlement',
  'desk.form.siteChange': 'Kind of change',
  'desk.form.representative': 'New legal representative',
  'desk.form.charterChanges': 'Charter changes',
  'desk.form.decidedOn': 'Day of the resolution',
  'desk.form.members': 'All members',
  'desk.form.inFavour': 'In favour',
  'desk.form.completedOn': 'Completed on',
  'desk.form.madeBy': 'Made by',
  'desk.form.office': 'Office',
  'desk.value.move': 'Moves',
  'desk.value.added_campus': 'Adds a campus',
  'desk.document.changeDecision': 'Decision to allow the change',
  'desk.document.filingNotice': 'Notice of filing',
  'desk.document.notFiledNotice': 'Notice that it was not filed',
};
