import {
  ESTABLISHMENT_FIELDS,
  fault,
  identifier,
  type Check,
  type EstablishmentForm,
  type FieldFault,
} from './establishment-form.js';
import { checkLicenceNumber } from './identifiers/licence-number.js';
import type { PlainDate } from './plain-date.js';

/** What a school says that asks for the renewal of its licence; the rest stands in the register. */
export interface RenewalForm extends Pick<EstablishmentForm, 'contactPhone' | 'deliveryChannel' | 'serviceConsent'> {
  /** The licence to be renewed; it must be one of the applicant's own. */
  licenceNumber: string;
}

/** Every field that some form has. */
export type CaseForm = EstablishmentForm & RenewalForm;
export type FormField = keyof CaseForm;
export type DraftForm = Partial<CaseForm>;

/** The forms that can be filled in online. */
export type OnlineForm = 'establishment' | 'preparation' | 'renewal';

const FIELDS: { readonly [F in FormField]: Check } = {
  ...ESTABLISHMENT_FIELDS,
  licenceNumber: identifier(checkLicenceNumber),
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
  renewal: ['licenceNumber', ...CONTACT],
};

/** Faults of one draft field; one that the form does not have is a fault of its own. Nobody may be born after `today`. */
export function checkField(form: OnlineForm, field: string, value: unknown, today?: PlainDate): FieldFault[] {
  const known = FORMS[form].find((one) => one === field);
  return known ? FIELDS[known](value, field, today) : fault(field, 'FIELD_UNKNOWN');
}

/** Faults of the whole form: every field must be there. */
export function checkForm(form: OnlineForm, written: DraftForm, today?: PlainDate): FieldFault[] {
  return FORMS[form].flatMap((field) =>
    field in written ? checkField(form, field, written[field], today) : fault(field, 'FIELD_MISSING'),
  );
}
