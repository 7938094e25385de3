import type { endingsPapers as zh } from '../zh-CN/endings-papers.js';

/** Endings ex officio and the annual inspection: documents, notices, refusals and the guide. */
export const endingsPapers: Record<keyof typeof zh, string> = {
  'problem.MATTER_IS_APPLIED_FOR': 'This matter is applied for.',
  'problem.MATTER_EX_OFFICIO': 'The bureau begins this matter by itself.',
  'problem.NOT_LAPSED': 'This school has not lapsed.',
  'problem.SCHOOL_DOES_NOT_GO_ON': 'This school does not go on any more.',
  'problem.COURT_RULING_MISSING': 'The ruling of the court is missing.',
  'problem.PENALTY_CASE_UNFOUNDED': 'A penalty case needs facts and an article.',
  'problem.TWO_INVESTIGATORS_REQUIRED': 'Two officers have to investigate.',
  'problem.PENALTY_NOT_IN_ORDER': 'Not everything that a penalty needs is there.',
  'problem.RECTIFICATION_NOT_DUE': 'No further rectification, or nothing said.',
  'problem.CONCLUSION_NOT_IN_ORDER': 'Not in order: nobody fails before rectification.',
  'problem.PUPILS_NOT_PLACED': 'Some pupils have no place yet.',
  'list.step.check': 'Check, enter or return',
  'list.step.inspect': 'Inspect and conclude',
  'rehearsal.step.concludedByBureau': 'Concluded as promised',
  'rehearsal.why.concludedByBureau': 'What the bureau promises. An inspection is no licence.',
  'page.condition.YEAR_INSPECTED': 'The year was not inspected before.',
  'page.condition.YEAR_NOT_OVER': 'The year is over.',
  'page.guide.machine.insolvency': 'Closure for insolvency',
  'page.guide.machine.revocation': 'Closure after revocation',
  'page.guide.machine.lapse': 'After a lapse',
  'page.guide.machine.annual': 'Annual inspection',
  'page.flow.markLimitMissed': 'Undecided at the end: asked why.',
  'page.flow.expireRectification': 'Not reported by the day: the review goes on.',
  'page.flow.dropPenalty': '{who} may decide that there is no penalty.',
  'page.flow.orderRectification': 'What is wrong is to be put right.',
  'page.flow.sendBackProposal.PROPOSING': '{who} may send the proposal back once.',
  'page.flow.objectToProposal.PROPOSING': '{who} may object to the proposal once.',
  'page.flow.lapseHearingRequest.PROPOSING': 'No request within five days: it goes on.',
  'page.flow.serve.PLACING': 'Once published, placing begins with the service.',
  'page.flow.recordDelivery.PLACING': 'Once published, placing begins with the receipt.',
  'page.flow.publish.PLACING': 'Published by the system; then placing begins.',
  'page.flow.reportRectified': 'Once reported, the review goes on.',
  'notice.revocation.title': 'Licence of {name} revoked',
  'notice.annual.title': 'Annual inspection of {name}',
  'document.openingNotice.title': 'Notice that a case was begun',
  'document.openingNotice.title.TERM-INSOLV': 'Notice of closure for insolvency',
  'document.openingNotice.title.LAPSE': 'Notice of what follows a lapse',
  'document.openingNotice.body':
    'The bureau has opened a case about {name}.\n{reasons}\nBasis: {article}. You may state your case.',
  'document.openingNotice.body.TERM-INSOLV':
    '{court} accepted the liquidation of {name} on {ruledOn} ({rulingNumber}). The school ends; the court liquidates it.\nThe bureau places the pupils, takes back the licence {licenceNumber} and the seals, and cancels.',
  'document.openingNotice.body.LAPSE':
    'The licence {licenceNumber} of {name} has lapsed, as announced. The school liquidates itself.\nThen hand back licence and seals and deregister.',
  'document.hearingRightNotice.title.TERM-REVOKE': 'Prior notice of the penalty and of the right to a hearing',
  'document.hearingRightNotice.body.TERM-REVOKE':
    'The bureau intends to revoke the licence of {name}.\n{reason}\nYou may answer, and ask for a hearing within five days (PNL 44, 63, 64). It costs nothing.',
  'document.penaltyDecision.title': 'Penalty decision',
  'document.serviceRecord.body.TERM-REVOKE': '{name}: served on {servedOn} by {channel} on {sponsors}. {tracking}',
  'document.penaltyDecision.body':
    'The bureau revokes the licence {licenceNumber} of {name}.\n{reasons}\nBasis: {article}. Pupils are placed, the school is liquidated, and the licence cancelled.',
  'document.noPenaltyNotice.title': 'Decision of no penalty',
  'document.noPenaltyNotice.body': 'The bureau imposes no penalty on {name}.\n{reasons}\nBasis: {article}.',
  'document.cancellationNotice.title': 'Decision of cancellation',
  'document.cancellationNotice.body':
    'Everything that follows the end of {name} is done. The licence {licenceNumber} is cancelled (ALL 70, PEL 60) and this is announced.',
  'document.annualConclusion.title': 'Conclusion of the annual inspection',
  'document.annualConclusion.body':
    'Annual inspection of {name} for {year}: {resultZh}.\n{because}\nIt is no licence and does not touch the licence.',
  'document.rectificationNotice.body.ANNUAL':
    'The annual inspection of {name} found: {findings}\nPut it right by {rectifyBy} and report online.',
};
