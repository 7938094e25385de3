import {
  ESTABLISHMENT_FIELDS,
  fault,
  type Check,
  type EstablishmentForm,
  type FieldFault,
} from './establishment-form.js';
import { CLOSURE_FIELDS, type ClosureForm } from './closure-form.js';
import { ANNUAL_FIELDS, type AnnualForm } from './annual.js';
import { FORMAL_FIELDS, type FormalForm } from './formal.js';
import { SUCCESSION_FIELDS, type SuccessionForm } from './succession-form.js';
import { LICENSED_FIELDS, type LicensedForm } from './licensed-form.js';
import { CENTRE_FIELDS, type CentreForm } from './centre-form.js';
import { TUTORING_FIELDS, type TutoringForm } from './tutoring-form.js';
import { isTutoring } from './institution-types.js';
import type { PlainDate } from './plain-date.js';

/** Every field that some form has. */
export type CaseForm = EstablishmentForm &
  FormalForm &
  LicensedForm &
  ClosureForm &
  AnnualForm &
  TutoringForm &
  CentreForm &
  SuccessionForm;
export type FormField = keyof CaseForm;
export type DraftForm = Partial<CaseForm>;

/** The forms that can be filled in online. */
export const ONLINE_FORMS = [
  'establishment',
  'preparation',
  'formal_establishment',
  'name_change',
  'address_change',
  'sponsor_change',
  'legal_representative',
  'principal',
  'governance',
  'advertisement',
  'reissue',
  'inclusive',
  'quality',
  'closure',
  'annual',
  'renewal',
  'tutoring',
  'subject_tutoring',
  'tutoring_change',
  'level_change',
  'centre_conversion',
  'merger',
  'division',
] as const;
export type OnlineForm = (typeof ONLINE_FORMS)[number];

/** Forms of new institutions; every other one is about a licence that is there already. */
const OF_NEW_INSTITUTIONS: readonly OnlineForm[] = [
  'establishment',
  'preparation',
  'formal_establishment',
  'tutoring',
  'subject_tutoring',
];
/** About an entry that never had a licence. */
const OF_CENTRES: readonly OnlineForm[] = ['centre_conversion'];
export const isAboutLicence = (form: OnlineForm | null): boolean =>
  form !== null && ![...OF_NEW_INSTITUTIONS, ...OF_CENTRES].includes(form);

/** Forms that give a school a name of its own (PER 20). */
const OF_NEW_NAMES: readonly OnlineForm[] = ['establishment', 'preparation', 'name_change'];
export const isNewName = (form: OnlineForm): boolean => OF_NEW_NAMES.includes(form);

const FIELDS: { readonly [F in FormField]: Check } = {
  ...ESTABLISHMENT_FIELDS,
  ...FORMAL_FIELDS,
  ...LICENSED_FIELDS,
  ...CLOSURE_FIELDS,
  ...TUTORING_FIELDS,
  ...CENTRE_FIELDS,
  ...SUCCESSION_FIELDS,
  ...ANNUAL_FIELDS,
};

const CONTACT = ['contactPhone', 'deliveryChannel', 'serviceConsent'] as const satisfies readonly FormField[];

/** The fields of each form, in the order in which they are asked (ALL 29: only what concerns the matter). */
export const FORMS: Readonly<Record<OnlineForm, readonly FormField[]>> = {
  establishment: Object.keys(ESTABLISHMENT_FIELDS) as FormField[],
  preparation: [
    'institutionType',
    'stage',
    'nature',
    'usesFiscalOrDonatedAssets',
    'schoolName',
    'siteAddress',
    'plannedClasses',
    'plannedChildren',
    'openingFundsYuan',
    'sponsors',
    ...CONTACT,
  ],
  formal_establishment: [
    'preparationNumber',
    'siteAreaSquareMetres',
    'childrenRoomsSquareMetres',
    'paidInYuan',
    'boardMembers',
    'principal',
    'legalRepresentative',
    'supervisors',
    ...CONTACT,
  ],
  name_change: ['licenceNumber', 'schoolName', 'resolution', ...CONTACT],
  address_change: [
    'licenceNumber',
    'siteChange',
    'siteAddress',
    'siteAreaSquareMetres',
    'childrenRoomsSquareMetres',
    'resolution',
    ...CONTACT,
  ],
  sponsor_change: ['licenceNumber', 'sponsors', 'boardMembers', 'settlement', 'resolution', ...CONTACT],
  legal_representative: ['licenceNumber', 'representative', 'resolution', ...CONTACT],
  principal: ['licenceNumber', 'principal', 'tutoringHead', 'resolution', ...CONTACT],
  governance: ['licenceNumber', 'boardMembers', 'supervisors', 'charterChanges', 'resolution', ...CONTACT],
  advertisement: ['licenceNumber', 'advertisements', ...CONTACT],
  reissue: ['licenceNumber', 'licenceLoss', ...CONTACT],
  inclusive: ['licenceNumber', ...CONTACT],
  quality: ['licenceNumber', 'qualityLevel', ...CONTACT],
  closure: ['licenceNumber', 'intendedClosure', 'placement', 'refundsSecured', 'resolution', ...CONTACT],
  annual: ['licenceNumber', 'annualYear', ...CONTACT],
  renewal: ['licenceNumber', ...CONTACT],
  tutoring: [
    'trainingField',
    'nature',
    'usesFiscalOrDonatedAssets',
    'schoolName',
    'siteAddress',
    'siteAreaSquareMetres',
    'traineesAtOnce',
    'preschoolProgramme',
    'openingFundsYuan',
    'paidInYuan',
    'prepaid',
    'sponsors',
    'boardMembers',
    'tutoringHead',
    'legalRepresentative',
    'supervisors',
    ...CONTACT,
  ],
  subject_tutoring: ['freezeRead', 'tutoringAudience', 'schoolName', 'siteAddress', 'sponsors', ...CONTACT],
  centre_conversion: ['centreNumber', 'conversion', ...CONTACT],
  tutoring_change: [
    'licenceNumber',
    'tutoringChange',
    'sponsors',
    'boardMembers',
    'settlement',
    'resolution',
    ...CONTACT,
  ],
  level_change: [
    'licenceNumber',
    'newKind',
    'schoolName',
    'siteAreaSquareMetres',
    'plannedClasses',
    'openingFundsYuan',
    'paidInYuan',
    'sponsors',
    'boardMembers',
    'principal',
    'legalRepresentative',
    'supervisors',
    'resolution',
    ...CONTACT,
  ],
  merger: [
    'licenceNumber',
    'mergerKind',
    'mergingSchools',
    'schoolName',
    'sites',
    'plannedClasses',
    'boardMembers',
    'principal',
    'legalRepresentative',
    'settlement',
    'resolution',
    ...CONTACT,
  ],
  division: ['licenceNumber', 'resultingSchools', 'placement', 'settlement', 'resolution', ...CONTACT],
};

/** Who leads from now on: the principal of a school, the head of a tutoring institution. */
export const headOf = ({ principal, tutoringHead }: DraftForm): { name: string } =>
  principal ?? tutoringHead ?? { name: '' };

/** The kind of institution that a form is about, as the register has it. */
type About = { institutionType: string } | null | undefined;
type Asks = (written: DraftForm, about: About) => boolean;

const ofNewSponsor: Asks = ({ tutoringChange }) => tutoringChange?.what === 'sponsor';
// who has named a principal already is not asked for the head once more
const ofHead: Asks = ({ principal }, about) => !principal && isTutoring(about?.institutionType ?? '');

/** Fields that a form asks only of some. */
const ASKED_OF_SOME: Partial<Record<OnlineForm, Partial<Record<FormField, Asks>>>> = {
  tutoring_change: { sponsors: ofNewSponsor, boardMembers: ofNewSponsor, settlement: ofNewSponsor },
  principal: { principal: (...of) => !ofHead(...of), tutoringHead: ofHead },
};

/** What is asked of kindergartens and of no other kind (ALL 29: only what concerns the matter). */
const OF_KINDERGARTENS: readonly FormField[] = ['childrenRoomsSquareMetres'];
const ofItsKind = (field: FormField, { institutionType = 'KG' }: DraftForm): boolean =>
  institutionType === 'KG' || !OF_KINDERGARTENS.includes(field);

/** The fields that somebody is asked, in order: by what is written, and by the institution that it is about. */
export const fieldsAsked = (form: OnlineForm, written: DraftForm, about?: About): FormField[] =>
  FORMS[form].filter((field) => ofItsKind(field, written) && (ASKED_OF_SOME[form]?.[field]?.(written, about) ?? true));

/** Faults of one draft field; one that the form does not have is a fault of its own. Nobody may be born after `today`. */
export function checkField(form: OnlineForm, field: string, value: unknown, today?: PlainDate): FieldFault[] {
  const known = FORMS[form].find((one) => one === field);
  return known ? FIELDS[known](value, field, today) : fault(field, 'FIELD_UNKNOWN');
}

/** Faults of the whole form: every field that is asked must be there. */
export function checkForm(form: OnlineForm, written: DraftForm, today?: PlainDate, about?: About): FieldFault[] {
  return fieldsAsked(form, written, about).flatMap((field) =>
    field in written ? checkField(form, field, written[field], today) : fault(field, 'FIELD_MISSING'),
  );
}
