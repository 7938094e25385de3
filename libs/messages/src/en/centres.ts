import type { centres as zh } from '../zh-CN/centres.js';

/** Conversion or end of centres: forms and what to mend. */
export const centres: Record<keyof typeof zh, string> = {
  'cause.importCentre': 'Imported from the list of before',
  'cause.convertCentre': 'Centre converted or ended',
  'field.CENTRE_NOT_YOURS': 'The list of before has no such centre of yours. No centre is recognised anew.',
  'field.CENTRE_HAS_ENDED': 'This centre has been converted or has ended.',
  'field.CHILDREN_NOT_PLACED': 'Some children have no place yet. Place them first.',
  'field.KINDERGARTEN_NOT_LICENSED': 'Give a licence in force of a kindergarten of your own.',
  'field.OPERATOR_UNKNOWN': 'The operator has no account.',
  'field.CENTRE_KNOWN': 'This number is in the list already.',
  'apply.own.centre': 'Recognised under {number} until {day}. Children of three to six need a licensed kindergarten.',
  'apply.own.convert': 'Convert it or end it',
  'apply.question.centreNumber': 'Which centre?',
  'apply.question.conversion': 'What becomes of the centre?',
  'apply.q.centreNumber': 'Number of the recognition',
  'apply.q.conversion': 'Conversion or end',
  'apply.q.into': 'What it becomes',
  'apply.q.kindergartenLicence': 'Licence of the kindergarten',
  'apply.q.nurseryFiling': 'Number of the nursery filing',
  'apply.q.children': 'Children at the centre',
  'apply.hint.conversion': 'Children of three to six go to a licensed kindergarten.',
  'apply.hint.kindergartenLicence': 'First have the kindergarten established and licensed.',
  'apply.hint.nurseryFiling': 'A nursery is filed with the health department.',
  'apply.option.into.kindergarten': 'A kindergarten',
  'apply.option.into.nursery': 'A nursery (under three)',
  'apply.option.into.exit': 'It ends',
};
