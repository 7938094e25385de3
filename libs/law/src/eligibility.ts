import { cite, type Article } from './article.js';
import { STANDARD_READINGS, type Readings } from './readings.js';
import type { CaseForm, DraftForm, OnlineForm } from './forms.js';
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
  type KnownInstitution,
  type LicensedCondition,
} from './licensed-conditions.js';

/** A condition of the law that is not met: stable code, article, and the field that shows it. */
export interface Unmet {
  code: string;
  article: Article;
  field: string;
}

/** What is known beside the form: from the pack, and from the register. */
interface Known {
  requiredCapitalYuan: number;
  licenceInForce?: boolean;
  /** What the register says of the institution that the matter is about; null where there is none. */
  institution?: KnownInstitution | null;
  /** Whether a renewal is asked for thirty days before expiry. */
  renewalInTime?: boolean;
  /** Whether an intended closure was announced in time (PER 50(2)). */
  announcedInTime?: boolean;
  /** Whether the kindergarten that a centre becomes is licensed, and its operator's own. */
  kindergartenLicensed?: boolean;
  /** Whether the day of an intended closure is still ahead. */
  closingAhead?: boolean;
  /** Whether a formal application comes while its preparation is good (PEL 14(3)). */
  preparedInTime?: boolean;
  /** Whether the year that is reported on is over. */
  yearOver?: boolean;
  readings: Readings;
}

interface Condition {
  code: string;
  article: string;
  field: string;
  met(form: CaseForm, known: Known): boolean;
  /** Only where the county reads the law so. */
  applies?(readings: Readings): boolean;
}

/** Establishment of a kindergarten: each row one rule of catalogue 1.3-1.5. */
const CONDITIONS: readonly Condition[] = [
  {
    code: 'COMPULSORY_EDUCATION_FOR_PROFIT',
    article: 'PEL 19(1)',
    field: 'nature',
    met: ({ stage, nature }) => !(nature === 'for_profit' && stage !== 'KINDERGARTEN'),
  },
  {
    code: 'STAGE_DOES_NOT_FIT_TYPE',
    article: 'PEL 12',
    field: 'stage',
    met: ({ institutionType, stage }) => institutionType !== 'KG' || stage === 'KINDERGARTEN',
  },
  {
    code: 'PUBLIC_ASSETS_FOR_PROFIT',
    article: 'PSL 34',
    field: 'usesFiscalOrDonatedAssets',
    met: ({ nature, usesFiscalOrDonatedAssets }) => !(nature === 'for_profit' && usesFiscalOrDonatedAssets),
  },
  {
    code: 'KINDERGARTEN_NAME',
    article: 'PER 20',
    field: 'schoolName',
    met: ({ institutionType, schoolName }) => institutionType !== 'KG' || schoolName.includes('幼儿园'),
  },
  {
    code: 'CAPITAL_NOT_PAID_IN',
    article: 'PER 21',
    field: 'paidInYuan',
    met: ({ openingFundsYuan, paidInYuan }, { requiredCapitalYuan }) =>
      paidInYuan >= openingFundsYuan && paidInYuan >= (requiredCapitalYuan ?? 0),
  },
  { code: 'NO_SPONSOR', article: 'PEL 10', field: 'sponsors', met: ({ sponsors }) => sponsors.length > 0 },
  {
    code: 'BOARD_TOO_SMALL',
    article: 'PEL 21',
    field: 'boardMembers',
    met: ({ boardMembers }) => boardMembers.length >= 5,
  },
  {
    code: 'BOARD_WITHOUT_EXPERIENCE',
    article: 'PEL 21',
    field: 'boardMembers',
    met: ({ boardMembers }) =>
      boardMembers.filter(({ yearsInEducation }) => yearsInEducation >= 5).length >= Math.ceil(boardMembers.length / 3),
  },
  {
    code: 'BOARD_ROLES',
    article: 'PER 26(1)',
    field: 'boardMembers',
    met: ({ boardMembers }) =>
      (['chair', 'principal', 'party', 'staff'] as const).every((role) =>
        boardMembers.some((member) => member.role === role),
      ),
  },
  {
    code: 'LEGAL_REPRESENTATIVE',
    article: 'PEL 23',
    field: 'legalRepresentative',
    met: ({ legalRepresentative, boardMembers, principal }) =>
      legalRepresentative === principal.name ||
      boardMembers.some(({ name, role }) => role === 'chair' && name === legalRepresentative),
  },
  {
    code: 'PRINCIPAL_QUALIFICATION',
    article: 'PSL 38',
    field: 'principal',
    met: ({ principal }) =>
      principal.teacherQualification && principal.degree !== 'none' && principal.yearsInKindergarten >= 5,
  },
  {
    code: 'SUPERVISOR_ON_BOARD',
    article: 'PER 27',
    field: 'supervisors',
    met: ({ supervisors, boardMembers }) =>
      supervisors.length > 0 && !supervisors.some(({ name }) => boardMembers.some((member) => member.name === name)),
  },
  {
    code: 'SERVICE_NOT_CONFIRMED',
    article: 'ALL 44',
    field: 'serviceConsent',
    met: ({ serviceConsent }) => serviceConsent,
  },
];

/** What the form of a preparation can show already; the rest is judged at formal establishment (PEL 13, 15). */
const OF_PREPARATION: readonly string[] = [
  'COMPULSORY_EDUCATION_FOR_PROFIT',
  'STAGE_DOES_NOT_FIT_TYPE',
  'PUBLIC_ASSETS_FOR_PROFIT',
  'KINDERGARTEN_NAME',
  'NO_SPONSOR',
  'SERVICE_NOT_CONFIRMED',
];

/** What is asked of a new school is asked of the kind that a school becomes. */
const ofNewKind = (condition: Condition): Condition => ({
  ...condition,
  met: (form, known) => condition.met(ofKind(form), known),
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

/** What is asked of the people of a school that a merger leaves, as of those of a new one (PEL 21, 23; PER 26). */
const OF_MERGED_SCHOOL: readonly string[] = [
  'BOARD_TOO_SMALL',
  'BOARD_WITHOUT_EXPERIENCE',
  'LEGAL_REPRESENTATIVE',
  'PRINCIPAL_QUALIFICATION',
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
