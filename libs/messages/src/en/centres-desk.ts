import type { centresDesk as zh } from '../zh-CN/centres-desk.js';

/** Centres as officers see them. */
export const centresDesk: Record<keyof typeof zh, string> = {
  'desk.centres.title': 'Early-childhood centres (list of before)',
  'desk.centres.lead': 'None is recognised anew. Each becomes a kindergarten or a nursery, or it ends.',
  'desk.centres.line': 'Recognised under {number} until {day}',
  'desk.centres.import': 'Import the list of before',
  'desk.centres.lines': 'One centre a line',
  'desk.centres.linesHint':
    'In this order, with commas: number, name, address, login of the operator, head, recognised on, valid until.',
  'desk.centres.do': 'Import',
  'desk.form.centreNumber': 'Number of the recognition',
  'desk.form.conversion': 'Conversion or end',
  'desk.form.into': 'What it becomes',
  'desk.form.kindergartenLicence': 'Licence of the kindergarten',
  'desk.form.nurseryFiling': 'Number of the nursery filing',
  'desk.form.children': 'Children at the centre',
  'desk.value.kindergarten': 'A kindergarten',
  'desk.value.nursery': 'A nursery',
  'desk.value.exit': 'It ends',
};
