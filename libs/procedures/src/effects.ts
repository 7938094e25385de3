/** What a step demands of the outside: data, applied by libs/cases in the same transaction as the step itself. */
export const DOCUMENT_KINDS = [
  'receipt',
  'acceptanceNotice',
  'deemedAcceptanceNotice',
  'tolerantAcceptanceNotice',
  'commitment',
  'cureReminder',
  'notRequiredNotice',
  'notCompetentDecision',
  'correctionNotice',
  'reminder',
  'unmetLinesNotice',
  'siteCheckNotice',
  'reCheckNotice',
  'siteCheckRecord',
  'rectificationNotice',
  'specialProcedureNotice',
  'specialProcedureEndNotice',
  'hearingRightNotice',
  'hearingNotice',
  'hearingRecord',
  'extensionNotice',
  'withdrawalConfirmation',
  'discontinuationNotice',
  'grantDecision',
  'preparationApproval',
  'renewalDecision',
  'deemedRenewalCertificate',
  'changeDecision',
  'confirmation',
  'filingNotice',
  'notFiledNotice',
  'refusalDecision',
  'licenceOriginal',
  'licenceDuplicate',
  'serviceRecord',
  'closureDecision',
  'licenceReceipt',
  'sealRecord',
  'deregistrationLetter',
  'absorbedCancellation',
  'openingNotice',
  'penaltyDecision',
  'noPenaltyNotice',
  'cancellationNotice',
  'annualConclusion',
] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** Changes of what the register says of an institution that goes on: by a decision, or by a filing. */
export const ENTRY_CHANGES = [
  'changeName',
  'changeAddress',
  'changeSponsor',
  'changeLegalRepresentative',
  'changePrincipal',
  'changeGovernance',
  'fileAdvertisement',
  'reissueLicence',
  'confirmInclusive',
  'confirmQuality',
  'changeTutoring',
] as const;
export type EntryChange = (typeof ENTRY_CHANGES)[number];

/** The only ways in which a case changes the register. */
export type RegisterChange =
  | 'openInstitution'
  | 'openPreparation'
  | 'changeLevel'
  | 'establishPrepared'
  | 'convertCentre'
  | 'renewLicence'
  | 'recordRegistration'
  | 'closeInstitution'
  | 'cancelInstitution'
  | 'mergeInstitutions'
  | 'divideInstitution'
  | 'closeInsolvent'
  | 'revokeLicence'
  | 'recordAnnual'
  | EntryChange;

export type Effect =
  /** Decide the content and number of a document now; a job prints it. */
  | { type: 'issue'; document: DocumentKind }
  /** Write the register (名册): the only ways in which a case changes it. */
  | { type: 'register'; change: RegisterChange }
  | { type: 'announce'; subject: 'grant' | 'reissue' | 'revocation' | 'annual' }
  | { type: 'inviteRating' }
  | {
      type: 'supervise';
      matter:
        | 'promiseMissed'
        | 'limitMissed'
        | 'serviceLate'
        | 'publicationLate'
        | 'registrationLate'
        | 'closingLate'
        | 'annualFailed'
        | 'deemedAcceptance'
        | 'hearingLate'
        | 'deemedRenewal';
    }
  | { type: 'countTrip'; cause: 'collectLicence' }
  | { type: 'recordService'; of: 'licence' | 'decision' }
  | { type: 'archive' };

const EFFECT_TYPES = new Set([
  'issue',
  'register',
  'announce',
  'inviteRating',
  'supervise',
  'countTrip',
  'recordService',
  'archive',
]);

/** XState hands actions back untyped; this is the one place where they become our effects. */
export function effectsOf(actions: readonly { type: string; params?: unknown }[]): Effect[] {
  return actions
    .filter((action) => EFFECT_TYPES.has(action.type))
    .map((action) => ({ type: action.type, ...(action.params as object | undefined) }) as Effect);
}
