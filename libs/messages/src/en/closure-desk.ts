import type { closureDesk as zh } from '../zh-CN/closure-desk.js';

/** Forms and steps of a closure as officers see them. */
export const closureDesk: Record<keyof typeof zh, string> = {
  'desk.form.intendedClosure': 'Announcement of the closure',
  'desk.form.placement': 'Placement of pupils',
  'desk.form.refundsSecured': 'Prepaid fees can be paid back',
  'desk.form.announcedOn': 'Announced on',
  'desk.form.announcedIn': 'Announced in',
  'desk.form.closingOn': 'Planned day of closing',
  'desk.form.pupils': 'Pupils',
  'desk.form.placed': 'Placed',
  'desk.field.liquidatedOn': 'Completed on',
  'desk.field.liquidatedBy': 'Made by',
  'desk.field.liquidation': 'Result of the liquidation',
  'desk.field.refundsPaidOn': 'Refunds paid on',
  'desk.field.wagesPaidOn': 'Wages and insurance paid on',
  'desk.field.debtsPaidOn': 'Other debts paid on',
  'desk.field.claimsHint': 'Where there is none of a kind, the day of the one before.',
  'desk.field.returnedOn': 'Returned on',
  'desk.field.destroyedOn': 'Destroyed on',
  'desk.field.seals': 'Seals',
  'desk.field.sealsHint': 'Name each of them: official seal, finance seal.',
  'desk.field.deregisteredOn': 'Deregistered on',
  'desk.document.closureDecision': 'Decision to allow the closure',
  'desk.document.licenceReceipt': 'Receipt for the licence',
  'desk.document.sealRecord': 'Record of the destroyed seals',
  'desk.document.deregistrationLetter': 'Letter on deregistration',
};
