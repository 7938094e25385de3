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
  principal: ['licenceNumber', 'principal', 'resolution', ...CONTACT],
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
  tutoring_change: ['licenceNumber', 'tutoringChange', 'resolution', ...CONTACT],
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

/** What is asked of kindergartens and of no other kind (ALL 29: only what concerns the matter). */
const OF_KINDERGARTENS: readonly FormField[] = ['childrenRoomsSquareMetres'];

/** The fields that a form asks, as far as it is known whom it is about. */
export const fieldsOf = (form: OnlineForm, { institutionType = 'KG' }: DraftForm): readonly FormField[] =>
  institutionType === 'KG' ? FORMS[form] : FORMS[form].filter((field) => !OF_KINDERGARTENS.includes(field));

/** Faults of one draft field; one that the form does not have is a fault of its own. Nobody may be born after `today`. */
export function checkField(form: OnlineForm, field: string, value: unknown, today?: PlainDate): FieldFault[] {
  const known = FORMS[form].find((one) => one === field);
  return known ? FIELDS[known](value, field, today) : fault(field, 'FIELD_UNKNOWN');
}

/** Faults of the whole form: every field that it asks of this kind must be there. */
export function checkForm(form: OnlineForm, written: DraftForm, today?: PlainDate): FieldFault[] {
  return fieldsOf(form, written).flatMap((field) =>
    field in written ? checkField(form, field, written[field], today) : fault(field, 'FIELD_MISSING'),
  );
}
