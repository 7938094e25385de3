import type { successionDesk as zh } from '../zh-CN/succession-desk.js';

/** Mergers and divisions as the desk sees them. */
export const successionDesk: Record<keyof typeof zh, string> = {
  'desk.form.mergerKind': 'Kind of merger',
  'desk.form.mergingSchools': 'Other merging schools',
  'desk.form.sites': 'Sites',
  'desk.form.resultingSchools': 'Schools after the division',
  'desk.form.continuation': 'Old or new',
  'desk.form.siteStanding': 'Standing of the site',
  'desk.form.principalName': 'Principal',
  'desk.form.representativeName': 'Legal representative',
  'desk.form.boardNames': 'Members of the decision body',
  'desk.value.absorption': 'Absorption',
  'desk.value.new_school': 'New school',
  'desk.value.as_it_is': 'As it is',
  'desk.value.new_or_grown': 'New or grown',
  'desk.value.continues': 'Goes on',
  'desk.value.new': 'New',
  'desk.document.absorbedCancellation': 'Decision to cancel the licence',
  'desk.field.registeredSchool': 'Licence number of the school',
  'desk.field.registeredSchoolHint': 'Only where the case has opened several schools.',
};
