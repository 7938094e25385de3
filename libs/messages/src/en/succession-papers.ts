import type { successionPapers as zh } from '../zh-CN/succession-papers.js';

/** Mergers and divisions: papers, announcements, conditions of the guide. */
export const successionPapers: Record<keyof typeof zh, string> = {
  'document.changeDecision.body.MERGER':
    'The application “{matter}” of the schools meets the conditions of the law. Under PEL 53 and ALL 38 we allow {before} to merge. School after the merger: {results}.\nThe licences of the absorbed schools are cancelled on the same day: {endedSchools}. Have the legal person registered within thirty days of receiving this decision.',
  'document.changeDecision.body.DIVISION':
    'Your application “{matter}” meets the conditions of the law. Under PEL 53 and ALL 38 we allow {before} to divide. Schools after the division: {results}.\nThe new schools have themselves registered with their licences.',
  'document.absorbedCancellation.title': 'Decision to cancel a licence',
  'document.absorbedCancellation.body':
    '{name} ends by {way}. Under ALL 70(3) we cancel its licence (no. {licenceNumber}). Original and duplicate are void from the day of this decision.',
  'document.succession.school': '{name} (licence no. {number})',
  'document.succession.merger': 'a merger',
  'document.succession.division': 'a division',
  'notice.merger.title': 'Announcement: {name} may merge',
  'notice.division.title': 'Announcement: {name} may divide',
  'page.guide.machine.merger': 'Procedure of a merger',
  'page.guide.machine.division': 'Procedure of a division',
  'page.condition.SCHOOL_NOT_RUNNING': 'The school runs and is not being closed.',
  'page.condition.MERGER_OF_ONE': 'Two schools at least merge.',
  'page.condition.MERGER_WITH_ITSELF': 'Each school is named once.',
  'page.condition.MERGER_OTHER_COUNTY': 'All licences are of this county.',
  'page.condition.MERGER_SCHOOL_UNKNOWN': 'All schools are in the register.',
  'page.condition.MERGER_SCHOOL_NOT_RUNNING': 'All schools run; none is being closed.',
  'page.condition.MERGER_LICENCE_NOT_IN_FORCE': 'The licences of all schools are in force.',
  'page.condition.MERGER_NATURES_DIFFER': 'All schools are non-profit, or all are for profit.',
  'page.condition.MERGER_TYPES_DIFFER': 'All schools are of one type.',
  'page.condition.MERGER_NOT_TWO_THIRDS': 'In each school two thirds of all members agree.',
  'page.condition.NO_SITE': 'The sites of the merged school are named.',
  'page.condition.SITE_NOT_REGISTERED': 'Sites that stay as they are stand on the old licences.',
  'page.condition.DIVIDED_INTO_ONE': 'The division leaves two schools or more.',
  'page.condition.TWO_CONTINUE': 'One school at most goes on under the old licence.',
  'page.condition.ONE_NAME_TWICE': 'The schools have different names.',
};
