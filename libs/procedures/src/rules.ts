/**
 * Why a step is refused: each guard of the vocabulary that a person can run into, with its stable code and the article
 * behind it. The wording stands in the message files under the code.
 */
export interface Rule {
  code: string;
  article?: string;
}

export const GUARD_RULES: Readonly<Record<string, Rule>> = {
  conditionsMet: { code: 'CONDITIONS_NOT_MET', article: 'PEL 11' },
  reasoned: { code: 'REASONS_REQUIRED', article: 'ALL 38(2)' },
  sheetOk: { code: 'SHEET_NOT_OK', article: 'ALL 32(1)(5)' },
  sheetDeficient: { code: 'NOTHING_DEFICIENT', article: 'ALL 32(1)(5)' },
  mayCommit: { code: 'COMMITMENT_NOT_DUE', article: 'ALL 32(1)(5)' },
  tolerantAcceptanceDue: { code: 'TOLERANCE_NOT_DUE', article: 'ALL 32(1)(5)' },
  correctionNoticeDue: { code: 'CORRECTION_NOTICE_NOT_DUE', article: 'ALL 32(1)(4)' },
  allSupplied: { code: 'LINES_STILL_MISSING', article: 'ALL 32(1)(4)' },
  unmetLinesToTell: { code: 'UNMET_LINES_NOT_DUE', article: 'ALL 32(1)(4)' },
  toldLinesSupplied: { code: 'LINES_STILL_MISSING', article: 'ALL 32(1)(4)' },
  linesStillUnmet: { code: 'REFUSAL_NOT_DUE', article: 'ALL 38(2)' },
  siteCheckDue: { code: 'TEAM_INCOMPLETE', article: 'ALL 34(3)' },
  teamComplete: { code: 'TEAM_INCOMPLETE', article: 'ALL 34(3)' },
  otherOfficers: { code: 'OTHER_OFFICERS_REQUIRED', article: 'ALL 34(3)' },
  siteResultSigned: { code: 'TWO_SIGNATURES_REQUIRED', article: 'ALL 34(3)' },
  paperAttested: { code: 'LANE_UNKNOWN', article: 'ALL 31(1)' },
  laneFailed: { code: 'EVIDENCE_SEALED', article: 'ALL 38(1)' },
  paperRenewed: { code: 'EVIDENCE_SEALED', article: 'ALL 38(1)' },
  hearingRightUntold: { code: 'HEARING_RIGHT_TOLD', article: 'ALL 47(1)' },
  chairIndependent: { code: 'CHAIR_REVIEWED', article: 'ALL 48(1)(3)' },
  byTheChair: { code: 'CHAIR_ONLY', article: 'ALL 48(1)(3)' },
  recordClosedByChair: { code: 'CHAIR_ONLY', article: 'ALL 48(1)(5)' },
  extensionDue: { code: 'EXTENSION_NOT_DUE', article: 'ALL 42(1)' },
  noSpecialProcedureOpen: { code: 'SPECIAL_PROCEDURE_OPEN', article: 'ALL 45' },
  reviewMayEnd: { code: 'REVIEW_NOT_SETTLED', article: 'ALL 38(1)' },
  evidenceComplete: { code: 'EVIDENCE_LACKING', article: 'ALL 38(1)' },
  notTheProposer: { code: 'PROPOSER_REVIEWS', article: 'ALL 34(3)' },
  mayObject: { code: 'OBJECTIONS_USED', article: 'ALL 42(1)' },
  objectsToUnmetLines: { code: 'OBJECTIONS_USED', article: 'ALL 42(1)' },
  maySendBack: { code: 'OBJECTIONS_USED', article: 'ALL 42(1)' },
  sendsBackUnmetLines: { code: 'OBJECTIONS_USED', article: 'ALL 42(1)' },
  brokenPaperCured: { code: 'EVIDENCE_SEALED', article: 'ALL 38(1)' },
  grantOnCuredLines: { code: 'GRANT_NOT_IN_ORDER', article: 'ALL 38(1)' },
  grantInOrder: { code: 'GRANT_NOT_IN_ORDER', article: 'ALL 38(1)' },
  refusalInOrder: { code: 'REFUSAL_NOT_IN_ORDER', article: 'ALL 38(2)' },
  servedElectronically: { code: 'SERVICE_NOT_CONFIRMED', article: 'ALL 44' },
  postedByCourier: { code: 'SERVICE_NOT_CONFIRMED', article: 'ALL 44' },
  claimsPaidInOrder: { code: 'CLAIMS_OUT_OF_ORDER', article: 'PEL 59(1)' },
  courtAccepted: { code: 'COURT_RULING_MISSING', article: 'PEL 58(2)' },
  penaltyFiled: { code: 'PENALTY_CASE_UNFOUNDED', article: 'PNL 54' },
  hasLapsed: { code: 'NOT_LAPSED', article: 'PER 50(3)' },
  pupilsPlaced: { code: 'PUPILS_NOT_PLACED', article: 'PEL 57' },
  twoInvestigators: { code: 'TWO_INVESTIGATORS_REQUIRED', article: 'PNL 42' },
  revocationInOrder: { code: 'PENALTY_NOT_IN_ORDER', article: 'PNL 57' },
  dropInOrder: { code: 'PENALTY_NOT_IN_ORDER', article: 'PNL 57' },
  rectificationDue: { code: 'RECTIFICATION_NOT_DUE', article: 'BER 39' },
  yearPassed: { code: 'CONCLUSION_NOT_IN_ORDER', article: 'BER 39' },
  collectedAtCounter: { code: 'TRIPS_USED', article: 'BER 36' },
};

/** Refusals that are not a guard's: the role, the state, the person. */
export const ROLE_RULE: Rule = { code: 'EVENT_NOT_FOR_ROLE' };
export const STATE_RULE: Rule = { code: 'EVENT_NOT_POSSIBLE_NOW' };
export const FOUR_EYES_RULE: Rule = { code: 'DECIDER_REVIEWED', article: 'ALL 48(1)' };
export const TOLERATED_LINES_RULE: Rule = { code: 'TOLERATED_LINES_OWED', article: 'ALL 38(1)' };
/** The limits of the Private Education Law know no extension: another law provides otherwise (ALL 42(1)). */
export const NO_EXTENSION_RULE: Rule = { code: 'LIMIT_NOT_EXTENDABLE', article: 'ALL 42(1)' };
export const SPECIAL_PROCEDURE_USED_RULE: Rule = { code: 'SPECIAL_PROCEDURE_USED', article: 'ALL 45' };
export const SPECIAL_PROCEDURE_NOT_NOW_RULE: Rule = { code: 'SPECIAL_PROCEDURE_NOT_NOW', article: 'ALL 45' };
export const DELIBERATION_RULE: Rule = { code: 'DELIBERATION_OWED', article: 'MDR 30' };
export const SPECIAL_PROCEDURE_RULE: Rule = { code: 'SPECIAL_PROCEDURE_OPEN', article: 'ALL 45' };
