import type { WebKey } from '../../../../../libs/messages/src/web.js';

export type FieldKind =
  | 'text'
  | 'area'
  | 'day'
  | 'number'
  | 'article'
  | 'result'
  | 'lane'
  | 'team'
  | 'channel'
  | 'ground'
  | 'chair'
  | 'parties'
  | 'colleague'
  | 'year'
  | 'verdicts'
  | 'lineDepartment';

export interface StepField {
  name: string;
  kind: FieldKind;
  label: WebKey;
  hint?: WebKey;
  optional?: boolean;
  /** Asked only where another answer makes sense of it. */
  when?: { field: string; is: string };
}

const field = (name: string, kind: FieldKind, label: WebKey, more: Partial<StepField> = {}): StepField => ({
  name,
  kind,
  label,
  ...more,
});

const REASONED = [
  field('reasons', 'area', 'desk.field.reasons', { hint: 'desk.field.reasonsHint' }),
  field('article', 'article', 'desk.field.article'),
];
const OPINION = [field('opinion', 'area', 'desk.field.opinion')];
const DEPARTURE = field('departureReason', 'area', 'desk.field.departureReason', {
  hint: 'desk.field.departureReasonHint',
  optional: true,
});
const REASONS = [field('reasons', 'area', 'desk.field.reasons')];
const TEAM = [
  field('plannedOn', 'day', 'desk.field.plannedOn', { hint: 'desk.field.plannedOnHint' }),
  field('members', 'team', 'desk.field.members', { hint: 'desk.field.membersHint' }),
];

/** What each step asks for; a step that is not here asks for nothing. */
export const STEP_FIELDS: Readonly<Record<string, readonly StepField[]>> = {
  declineAsNotRequired: REASONED,
  returnFiling: REASONED,
  declineAsNotCompetent: [...REASONED, field('competentAuthority', 'text', 'desk.field.competentAuthority')],
  arrangeSiteCheck: TEAM,
  arrangeReCheck: TEAM,
  rearrangeSiteCheck: [...TEAM, field('reason', 'area', 'desk.field.reason')],
  recordAttestation: [
    field('lane', 'lane', 'desk.field.lane'),
    field('result', 'result', 'desk.field.result'),
    field('source', 'text', 'desk.field.source', { hint: 'desk.field.sourceHint' }),
    field('checkedOn', 'day', 'desk.field.checkedOn'),
    field('validUntil', 'day', 'desk.field.validUntil', { optional: true }),
    field('experts', 'number', 'desk.field.experts', { when: { field: 'lane', is: 'classification_opinion' } }),
    field('lineDepartment', 'lineDepartment', 'desk.field.lineDepartment', {
      when: { field: 'lane', is: 'line_department_opinion' },
    }),
  ],
  judgeTolerated: [field('verdicts', 'verdicts', 'desk.tolerance.judge', { hint: 'desk.tolerance.judgeHint' })],
  tellHearingRight: [
    field('reason', 'area', 'desk.field.hearingReason'),
    field('parties', 'parties', 'desk.field.parties', { hint: 'desk.field.partiesHint', optional: true }),
  ],
  requestHearing: [field('party', 'text', 'desk.field.party', { hint: 'desk.field.partyHint' })],
  serveHearingNotice: [
    field('heldOn', 'day', 'desk.field.heldOn', { hint: 'desk.field.heldOnHint' }),
    field('place', 'text', 'desk.field.place'),
    field('chair', 'chair', 'desk.field.chair', { hint: 'desk.field.chairHint' }),
  ],
  recordHearing: [
    field('attended', 'area', 'desk.field.attended', { hint: 'desk.field.attendedHint' }),
    field('record', 'area', 'desk.field.record'),
  ],
  closeHearingRecord: [field('reasons', 'area', 'desk.field.unsigned')],
  extendDecision: REASONS,
  serveSpecialProcedureNotice: [
    field('ground', 'ground', 'desk.field.ground'),
    field('institution', 'text', 'desk.field.institution'),
    field('reason', 'area', 'desk.field.reason'),
    field('announcedDays', 'number', 'desk.field.announcedDays', { hint: 'desk.field.announcedDaysHint' }),
  ],
  endSpecialProcedure: [field('result', 'result', 'desk.field.result'), field('report', 'area', 'desk.field.report')],
  proposeGrant: OPINION,
  proposeRefusal: REASONED,
  passLegality: OPINION,
  objectToProposal: REASONS,
  sendBackProposal: REASONS,
  grant: [...OPINION, DEPARTURE],
  refuse: [...REASONED, DEPARTURE],
  serve: [
    field('channel', 'channel', 'desk.field.channel'),
    field('trackingNumber', 'text', 'desk.field.trackingNumber', { when: { field: 'channel', is: 'courier' } }),
  ],
  recordDelivery: [field('receivedOn', 'day', 'desk.field.receivedOn', { hint: 'desk.field.receivedOnHint' })],
  recordReturn: [field('reason', 'area', 'desk.field.returnReason')],
  recordRegistration: [
    field('creditCode', 'text', 'desk.field.creditCode'),
    field('registeredOn', 'day', 'desk.field.registeredOn'),
    field('licenceNumber', 'text', 'desk.field.registeredSchool', {
      hint: 'desk.field.registeredSchoolHint',
      optional: true,
    }),
  ],
  reportLiquidation: [
    field('completedOn', 'day', 'desk.field.liquidatedOn'),
    field('madeBy', 'text', 'desk.field.liquidatedBy'),
    field('report', 'area', 'desk.field.liquidation'),
  ],
  recordClaimsPaid: [
    field('refundsPaidOn', 'day', 'desk.field.refundsPaidOn'),
    field('wagesPaidOn', 'day', 'desk.field.wagesPaidOn', { hint: 'desk.field.claimsHint' }),
    field('debtsPaidOn', 'day', 'desk.field.debtsPaidOn', { hint: 'desk.field.claimsHint' }),
  ],
  takeBackLicence: [field('returnedOn', 'day', 'desk.field.returnedOn')],
  destroySeals: [
    field('destroyedOn', 'day', 'desk.field.destroyedOn'),
    field('seals', 'area', 'desk.field.seals', { hint: 'desk.field.sealsHint' }),
  ],
  recordDeregistration: [field('deregisteredOn', 'day', 'desk.field.deregisteredOn')],
  recordPlacement: [
    field('pupils', 'number', 'desk.form.pupils'),
    field('placed', 'number', 'desk.form.placed'),
    field('placedOn', 'day', 'desk.field.placedOn'),
  ],
  recordLiquidation: [
    field('completedOn', 'day', 'desk.field.liquidatedOn'),
    field('madeBy', 'text', 'desk.field.liquidatedBy'),
    field('report', 'area', 'desk.field.liquidation'),
  ],
  recordInvestigation: [
    field('colleague', 'colleague', 'desk.field.colleague', { hint: 'desk.field.colleagueHint' }),
    field('facts', 'area', 'desk.field.facts'),
  ],
  proposePenalty: REASONED,
  imposeRevocation: REASONED,
  dropPenalty: REASONED,
  orderRectification: [
    field('findings', 'area', 'desk.field.toRectify'),
    field('rectifyBy', 'day', 'desk.field.rectifyBy'),
  ],
  concludeInspection: [
    field('result', 'year', 'desk.field.annualResult'),
    field('reasons', 'area', 'desk.field.reasons', { hint: 'desk.field.annualReasonsHint', optional: true }),
  ],
  withdraw: [field('reason', 'area', 'desk.field.reason')],
};

/** What a step brings without being asked: the desk enters the requests of others, the applicant asks for himself. */
const GIVEN: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  requestHearing: { by: 'interestedParty' },
};

export type Typed = Readonly<Record<string, string>>;

export const asked = (fields: readonly StepField[], typed: Typed): StepField[] =>
  fields.filter(({ when }) => !when || typed[when.field] === when.is);

/** One party a line, the name before the colon and the interest behind it. */
const partiesIn = (text: string): { name: string; interest: string }[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [name = '', ...rest] = line.split(/[：:]/);
      return { name: name.trim(), interest: rest.join('：').trim() };
    });

/** What was typed as the payload of the step; what is empty is left out, so that the server names it. */
export function payloadOf(event: string, typed: Typed): Record<string, unknown> {
  const entries = asked(STEP_FIELDS[event] ?? [], typed).flatMap(({ name, kind }): [string, unknown][] => {
    const text = (typed[name] ?? '').trim();
    if (kind === 'parties') return [[name, partiesIn(text)]];
    if (kind === 'verdicts') return [[name, text === '' ? [] : (JSON.parse(text) as unknown)]];
    if (text === '') return [];
    if (kind === 'team') return [[name, text.split(' ')]];
    if (kind === 'number' && /^\d+$/.test(text)) return [[name, Number(text)]];
    return [[name, text]];
  });
  return { ...GIVEN[event], ...Object.fromEntries(entries) };
}
