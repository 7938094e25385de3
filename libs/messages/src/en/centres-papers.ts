import type { centresPapers as zh } from '../zh-CN/centres-papers.js';

/** Papers, notices and conditions of centres. */
export const centresPapers: Record<keyof typeof zh, string> = {
  'problem.CENTRE_HAS_ENDED': 'This centre has been converted or has ended.',
  'page.condition.CENTRE_HAS_ENDED': 'The centre has not been converted or ended.',
  'page.condition.CHILDREN_NOT_PLACED': 'The children of the centre are placed.',
  'page.condition.KINDERGARTEN_NOT_LICENSED': 'Where it becomes a kindergarten: one with a licence in force.',
  'page.guide.machine.centre': 'Conversion or end of a centre',
  'document.confirmation.title.ECC-RECOG': 'Confirmation of the conversion or end of a centre',
  'document.became.exit': ' as ended',
  'document.became.nursery': ' as converted to a nursery (filing {nurseryFiling})',
  'document.became.kindergarten': ' as converted to a kindergarten (licence {kindergartenLicence})',
  'document.confirmation.body.ECC-RECOG':
    'On review {name} is confirmed{became}. Under articles 30 and 78 of the Preschool Education Law the recognition is no longer valid; the list of before says what became of it.\nA recognition never takes the place of a licence.',
  'notice.centre.title': '{name}: conversion or end',
};
