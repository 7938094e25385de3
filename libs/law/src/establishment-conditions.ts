import { BOARD } from './board.js';
import type { CaseForm, DraftForm } from './forms.js';
import { isCompulsory, isOfTheCounty, isSchool, nameFits, stageFits, type Kind } from './institution-types.js';
import type { KnownInstitution } from './licensed-conditions.js';
import { leadsKindergarten, leadsSchool } from './principals.js';
import type { Readings } from './readings.js';

/** What is known beside the form: from the pack, and from the register. */
export interface Known {
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

export interface Condition {
  code: string;
  article: string;
  field: string;
  met(form: CaseForm, known: Known): boolean;
  /** Only where the county reads the law so. */
  applies?(readings: Readings): boolean;
}

/** The kind that a form asks for; who merges keeps the kind that the register has. */
const kindIn = ({ institutionType, stage }: DraftForm, { institution }: Pick<Known, 'institution'>): Kind =>
  institutionType === undefined ? (institution ?? { institutionType: '' }) : { institutionType, stage };

/** Establishment of a kindergarten or a school: each row one rule of catalogue 1.3-1.5. */
export const CONDITIONS: readonly Condition[] = [
  {
    code: 'NOT_OF_THE_COUNTY',
    article: 'PEL 12',
    field: 'institutionType',
    met: (form, { readings }) => isOfTheCounty(form, readings),
  },
  {
    code: 'COMPULSORY_EDUCATION_FOR_PROFIT',
    article: 'PEL 19(1)',
    field: 'nature',
    met: (form) => !(form.nature === 'for_profit' && isCompulsory(form)),
  },
  { code: 'STAGE_DOES_NOT_FIT_TYPE', article: 'PEL 12', field: 'stage', met: stageFits },
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
    code: 'NAME_DOES_NOT_FIT_TYPE',
    article: 'PER 20',
    field: 'schoolName',
    met: (form) => form.institutionType === 'KG' || nameFits(form.schoolName, form),
  },
  {
    code: 'CAPITAL_NOT_PAID_IN',
    article: 'PER 21',
    field: 'paidInYuan',
    met: ({ openingFundsYuan, paidInYuan }, { requiredCapitalYuan }) =>
      paidInYuan >= openingFundsYuan && paidInYuan >= (requiredCapitalYuan ?? 0),
  },
  { code: 'NO_SPONSOR', article: 'PEL 10', field: 'sponsors', met: ({ sponsors }) => sponsors.length > 0 },
  ...BOARD,
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
    met: (form, known) => kindIn(form, known).institutionType !== 'KG' || leadsKindergarten(form.principal),
  },
  {
    code: 'SCHOOL_HEAD_QUALIFICATION',
    article: 'PEL 24',
    field: 'principal',
    met: (form, known) => !isSchool(kindIn(form, known)) || leadsSchool(form.principal),
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
export const OF_PREPARATION: readonly string[] = [
  'NOT_OF_THE_COUNTY',
  'COMPULSORY_EDUCATION_FOR_PROFIT',
  'STAGE_DOES_NOT_FIT_TYPE',
  'PUBLIC_ASSETS_FOR_PROFIT',
  'KINDERGARTEN_NAME',
  'NAME_DOES_NOT_FIT_TYPE',
  'NO_SPONSOR',
  'SERVICE_NOT_CONFIRMED',
];

/** What is asked of the people of a school that a merger leaves, as of those of a new one (PEL 21, 23, 24; PER 26; PSL 38). */
export const OF_MERGED_SCHOOL: readonly string[] = [
  'BOARD_TOO_SMALL',
  'BOARD_WITHOUT_EXPERIENCE',
  'LEGAL_REPRESENTATIVE',
  'PRINCIPAL_QUALIFICATION',
  'SCHOOL_HEAD_QUALIFICATION',
];
