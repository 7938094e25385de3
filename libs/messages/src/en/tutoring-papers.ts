import type { tutoringPapers as zh } from '../zh-CN/tutoring-papers.js';

/** Papers, notices and conditions of tutoring institutions and changes of level. */
export const tutoringPapers: Record<keyof typeof zh, string> = {
  'document.changeDecision.body.TRN-CHG':
    'On review your application “{matter}” meets the conditions of the law. Under articles 55 and 65 of the Private Education Law the change is allowed. Name now: {name}; address: {places}.\nThe licence keeps its number {licenceNumber} and runs from {validFrom} to {validTo}. Original and duplicate printed before are void.',
  'document.changeDecision.body.TRN-CHG.sponsor':
    'On examination your application “{matter}” meets the conditions of the law. By articles 54 and 65 of the Private Education Promotion Law we allow the change of sponsor of {name}. The sponsor from now on: {sponsors}.\nThe number of the licence stays: {licenceNumber}, valid from {validFrom} to {validTo}. The original and the duplicate of before are void.',
  'document.changeDecision.body.CHG-LEVEL':
    'On review your application “{matter}” meets the conditions of the law. Under article 55 of the Private Education Law and article 49 of the Licensing Law the change of level or category of {oldName} is allowed. It is now {name} ({kind}).\nA new licence is issued: {licenceNumber}, from {validFrom} to {validTo}. The old licence is void.',
  'page.guide.machine.tutoring': 'Establishment of non-subject tutoring',
  'page.guide.machine.subject-tutoring': 'Applications for subject tutoring',
  'page.guide.machine.tutoring-change': 'Change and closure of tutoring institutions',
  'page.guide.machine.level-change': 'Change of level or category',
  'problem.TOO_FEW_EXPERTS': 'A classification needs at least {least} experts.',
  'problem.OTHER_LINE_DEPARTMENT': 'Give the opinion of the department of the field that is taught.',
  'page.condition.NAME_DOES_NOT_FIT_TYPE': 'The name fits the type and misleads nobody.',
  'page.condition.SCHOOL_HEAD_QUALIFICATION':
    'Who leads a school has a teaching certificate, a college degree and five years in education.',
  'page.condition.COMPANY_FORM_MISSING': 'The name of a for-profit institution ends with 公司.',
  'page.condition.TOO_LITTLE_SPACE': 'At least 3 m² for each trainee at a time.',
  'page.condition.PRESCHOOL_DAYS': 'No half-day or full-day programmes for preschool children.',
  'page.condition.PREPAID_TOO_LONG': 'Fees for three months or sixty lessons at most.',
  'page.condition.HEAD_NOT_REPRESENTATIVE': 'The legal representative is the chair or the head of the institution.',
  'page.condition.HEAD_UNCHANGED': 'The new head is another person (tutoring institutions).',
  'page.condition.FREEZE_NOT_READ': 'The explanation of the freeze was read.',
  'page.condition.TUTORING_HAS_ITS_MATTER': 'It is no tutoring institution (these have their own matter).',
  'page.condition.NOT_A_TUTORING_INSTITUTION': 'It is a tutoring institution.',
  'page.condition.PREPAID_NOT_REFUNDED': 'Before a closure all prepaid fees are paid back.',
  'page.condition.KIND_UNCHANGED': 'The new level or category differs.',
  'page.condition.NOT_OF_THE_COUNTY': 'The type is for the district bureau to allow.',
  'page.condition.NON_SUBJECT_TO_SUBJECT': 'Non-subject tutoring does not become subject tutoring.',
  'page.condition.SUBJECT_TUTORING_FROZEN': 'It does not become a subject tutoring institution.',
  'page.when.tutoring': 'where it becomes a tutoring institution',
  'page.when.closing': 'for a closure',
  'page.when.sponsor_change': 'for a change of sponsor',
  'triage.fact.tutoring': 'Becomes a tutoring institution',
  'triage.fact.closing': 'Closure',
  'triage.fact.sponsor_change': 'Another sponsor',
  'licence.content.PS-PRI': 'Compulsory education (primary)',
  'licence.content.PS-JUN': 'Compulsory education (junior secondary)',
  'licence.content.PS-NINE': 'Compulsory education (primary and junior secondary)',
  'licence.content.PS-SEN': 'Senior secondary education',
  'licence.content.TRN-NON': 'Non-subject tutoring ({field})',
  'licence.content.TRN-SUB': 'Subject tutoring',
};
