import { cite, type Article } from './article.js';
import { STANDARD_READINGS, type Readings } from './readings.js';
import type { CaseForm, DraftForm, OnlineForm } from './forms.js';
import {
  CONDITIONS,
  OF_MERGED_SCHOOL,
  OF_PREPARATION,
  type Condition,
  type Known,
} from './establishment-conditions.js';
import { CENTRE_CONVERSION } from './centre.js';
import { ANNUAL } from './annual-conditions.js';
import { CLOSURE } from './closure.js';
import { DIVISION, MERGER } from './succession-conditions.js';
import {
  FROZEN,
  LEVEL_CHANGE,
  OF_FROZEN,
  OF_LEVEL,
  OF_TUTORING,
  ofKind,
  TUTORING,
  TUTORING_CHANGE,
} from './tutoring.js';
import { isUsedPreparation } from './formal.js';
import {
  ADDRESS_CHANGE,
  ADVERTISEMENT,
  GOING_ON,
  GOVERNANCE,
  INCLUSIVE,
  LEGAL_REPRESENTATIVE,
  NAME_CHANGE,
  NOT_CLOSING,
  PRINCIPAL,
  QUALITY,
  REISSUE,
  SPONSOR_CHANGE,
  type LicensedCondition,
} from './licensed-conditions.js';

/** A condition of the law that is not met: stable code, article, and the field that shows it. */
export interface Unmet {
  code: string;
  article: Article;
  field: string;
}

/** What is asked of a new school is asked of the kind that a school becomes. */
const ofNewKind = (condition: Condition): Condition => ({
  ...condition,
  field: condition.field === 'institutionType' ? 'newKind' : condition.field,
  met: (form, known) => condition.met(ofKind(form) as CaseForm, known),
});

/** What is asked of a closure is asked of a tutoring institution that closes, and not of one that changes. */
const ofClosing = (condition: Condition): Condition => ({
  ...condition,
  field: 'tutoringChange.closingOn',
  met: (form, known) => form.tutoringChange.what !== 'closing' || condition.met(form, known),
});
/** Formal establishment rests on a preparation that is good and has not become a school yet (PEL 14(3), 15). */
const PREPARED: readonly Condition[] = [
  {
    code: 'PREPARATION_USED',
    article: 'PEL 15',
    field: 'preparationNumber',
    met: (_, { institution }) => !institution || !isUsedPreparation(institution),
  },
  {
    code: 'PREPARATION_EXPIRED',
    article: 'PEL 14(3)',
    field: 'preparationNumber',
    met: (_, { institution, preparedInTime }) =>
      !institution || isUsedPreparation(institution) || preparedInTime === true,
  },
];

const IN_FORCE: Condition = {
  code: 'LICENCE_NOT_IN_FORCE',
  article: 'ALL 50(1)',
  field: 'licenceNumber',
  met: (_, { licenceInForce }) => licenceInForce === true,
};

const ofInstitution = ({ met, ...named }: LicensedCondition): Condition => ({
  ...named,
  // who has no licence of that number has been told so already
  met: (form, { institution }) => !institution || met(form, institution),
});

/** Children of three to six are kept by a kindergarten with a licence and by nobody else (PSL 30, 78). */
const KINDERGARTEN_LICENSED: Condition = {
  code: 'KINDERGARTEN_NOT_LICENSED',
  article: 'PSL 30',
  field: 'conversion.kindergartenLicence',
  met: ({ conversion: { into } }, { kindergartenLicensed }) => into !== 'kindergarten' || kindergartenLicensed === true,
};

/** A renewal extends a licence that is still in force (ALL 50(1)). */
const RENEWAL_CONDITIONS: readonly Condition[] = [
  IN_FORCE,
  ofInstitution(NOT_CLOSING),
  {
    code: 'RENEWAL_TOO_LATE',
    article: 'ALL 50(1)',
    field: 'licenceNumber',
    met: (_, { renewalInTime }) => renewalInTime === true,
    applies: ({ lateRenewal }) => lateRenewal === 'refused',
  },
  ...CONDITIONS.filter(({ code }) => code === 'SERVICE_NOT_CONFIRMED'),
];

/** A year is reported on when it is over (NGO 23). */
const YEAR_OVER: readonly Condition[] = [
  { code: 'YEAR_NOT_OVER', article: 'NGO 23', field: 'annualYear', met: (_, { yearOver }) => yearOver === true },
];

/** 拟终止公告 (PER 50(2)); nobody closes before it is allowed (PEL 56(1)). */
const ANNOUNCED: readonly Condition[] = [
  {
    code: 'ANNOUNCED_TOO_LATE',
    article: 'PER 50(2)',
    field: 'intendedClosure',
    met: (_, known) => known.announcedInTime === true,
  },
  {
    code: 'CLOSING_DAY_PAST',
    article: 'PEL 56(1)',
    field: 'intendedClosure',
    met: (_, { closingAhead }) => closingAhead === true,
  },
];

/**
 * What is changed is a licence in force (ALL 49, 70(1)); then what the matter asks beside it.
 * @param inForce the article by which the matter rests on a licence in force
 */
const ofLicence = (
  own: readonly LicensedCondition[],
  { inForce = 'ALL 49', more = [] }: { inForce?: string; more?: readonly Condition[] } = {},
): Condition[] => [
  { ...IN_FORCE, article: inForce },
  ...[NOT_CLOSING, ...own].map(ofInstitution),
  ...more,
  ...CONDITIONS.filter(({ code }) => code === 'SERVICE_NOT_CONFIRMED'),
];

const CONDITIONS_OF: Readonly<Record<OnlineForm, readonly Condition[]>> = {
  establishment: CONDITIONS,
  preparation: CONDITIONS.filter(({ code }) => OF_PREPARATION.includes(code)),
  formal_establishment: [...PREPARED, ...CONDITIONS],
  name_change: ofLicence(NAME_CHANGE),
  address_change: ofLicence(ADDRESS_CHANGE),
  sponsor_change: ofLicence(SPONSOR_CHANGE),
  legal_representative: ofLicence(LEGAL_REPRESENTATIVE),
  principal: ofLicence(PRINCIPAL),
  governance: ofLicence(GOVERNANCE),
  advertisement: ofLicence(ADVERTISEMENT, { inForce: 'PEL 42' }),
  inclusive: ofLicence(INCLUSIVE, { inForce: 'PSL 24(3)' }),
  quality: ofLicence(QUALITY, { inForce: 'PEL 41' }),
  reissue: ofLicence(REISSUE, { inForce: 'PER 22(3)' }),
  closure: ofLicence([GOING_ON, ...CLOSURE], { more: ANNOUNCED }),
  annual: ofLicence([GOING_ON, ...ANNUAL], { inForce: 'PER 47(1)', more: YEAR_OVER }),
  renewal: RENEWAL_CONDITIONS,
  tutoring: [...CONDITIONS.filter(({ code }) => OF_TUTORING.includes(code)), ...TUTORING],
  subject_tutoring: [...FROZEN, ...CONDITIONS.filter(({ code }) => OF_FROZEN.includes(code))],
  tutoring_change: ofLicence(TUTORING_CHANGE, { more: ANNOUNCED.map(ofClosing) }),
  centre_conversion: [
    ...CENTRE_CONVERSION.map(ofInstitution),
    KINDERGARTEN_LICENSED,
    ...CONDITIONS.filter(({ code }) => code === 'SERVICE_NOT_CONFIRMED'),
  ],
  level_change: ofLicence(LEVEL_CHANGE, {
    more: CONDITIONS.filter(({ code }) => OF_LEVEL.includes(code)).map(ofNewKind),
  }),
  merger: ofLicence(MERGER, { more: CONDITIONS.filter(({ code }) => OF_MERGED_SCHOOL.includes(code)) }),
  division: ofLicence(DIVISION),
};

const applying = (form: OnlineForm, readings: Readings): Condition[] =>
  CONDITIONS_OF[form].filter(({ applies }) => !applies || applies(readings));

/** The conditions as the guide lists them, in the order in which they are checked. */
export const conditionsOf = (
  form: OnlineForm,
  readings: Readings = STANDARD_READINGS,
): { code: string; article: Article }[] =>
  applying(form, readings).map(({ code, article }) => ({ code, article: cite(article) }));

/** What stands in the way of filing, all at once. Expects a form that `checkForm` finds whole. */
export function unmetConditions(form: OnlineForm, written: DraftForm, known: Known): Unmet[] {
  return applying(form, known.readings)
    .filter((condition) => !condition.met(written as CaseForm, known))
    .map(({ code, article, field }) => ({ code, article: cite(article), field }));
}
