import type { IdentifierCheck } from './identifiers/check.js';
import { checkCitizenNumber } from './identifiers/citizen-number.js';
import { checkCreditCode } from './identifiers/credit-code.js';
import { ESTABLISHED_TYPES, STAGES, type EstablishedType, type Stage } from './institution-types.js';
import type { PlainDate } from './plain-date.js';

/** What the applicant says about a new institution; one top-level key is saved at a time. */
export interface EstablishmentForm {
  institutionType: EstablishedType;
  stage: Stage;
  nature: 'non_profit' | 'for_profit';
  schoolName: string;
  siteAddress: string;
  siteAreaSquareMetres: number;
  /** 幼儿用房: of kindergartens alone. */
  childrenRoomsSquareMetres: number;
  plannedClasses: number;
  plannedChildren: number;
  /** 联合办学协议, 捐赠协议: whether these lines apply follows from the two facts below. */
  usesFiscalOrDonatedAssets: boolean;
  openingFundsYuan: number;
  paidInYuan: number;
  sponsors: SponsorEntry[];
  boardMembers: BoardMember[];
  principal: PrincipalEntry;
  legalRepresentative: string;
  supervisors: { name: string }[];
  contactPhone: string;
  deliveryChannel: 'electronic' | 'courier' | 'counter';
  /** 送达地址与方式确认: without it electronic service is no service (catalogue P-25). */
  serviceConsent: boolean;
}

export interface SponsorEntry {
  kind: 'person' | 'organisation';
  name: string;
  citizenNumber?: string;
  creditCode?: string;
  address: string;
}
export interface BoardMember {
  name: string;
  citizenNumber: string;
  role: 'chair' | 'sponsor_representative' | 'principal' | 'party' | 'staff';
  yearsInEducation: number;
}
export interface PrincipalEntry {
  name: string;
  citizenNumber: string;
  teacherQualification: boolean;
  degree: 'none' | 'college' | 'bachelor' | 'master';
  /** Asked of who leads a kindergarten (PSL 38). */
  yearsInKindergarten?: number;
  /** Asked of who leads a school (PEL 24). */
  yearsInEducation?: number;
}

/** A wrong field: where, and a stable code for the sentence. */
export interface FieldFault {
  field: string;
  code: string;
}

export type Check = (value: unknown, field: string, today?: PlainDate) => FieldFault[];

export const fault = (field: string, code: string): FieldFault[] => [{ field, code }];

export const text =
  (min: number, max: number): Check =>
  (value, field) =>
    typeof value === 'string' && value.trim().length >= min && value.length <= max && !/[\p{Cc}]/u.test(value)
      ? []
      : fault(field, 'TEXT_LENGTH');

export const whole =
  (min: number, max: number): Check =>
  (value, field) =>
    typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max
      ? []
      : fault(field, 'NUMBER_RANGE');

export const truth: Check = (value, field) => (typeof value === 'boolean' ? [] : fault(field, 'BOOLEAN_EXPECTED'));

export const oneOf =
  (...options: string[]): Check =>
  (value, field) =>
    typeof value === 'string' && options.includes(value) ? [] : fault(field, 'NOT_AN_OPTION');

export const identifier =
  (check: (value: string, today?: PlainDate) => IdentifierCheck): Check =>
  (value, field, today) => {
    if (typeof value !== 'string') return fault(field, 'TEXT_LENGTH');
    const result = check(value, today);
    return result.ok ? [] : fault(field, result.code);
  };

/** An object with exactly these keys: an unknown one is refused, a missing one is named. */
export const record =
  (shape: Readonly<Record<string, Check>>, optional: readonly string[] = []): Check =>
  (value, field, today) => {
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return fault(field, 'OBJECT_EXPECTED');
    const entries = value as Record<string, unknown>;
    const unknown = Object.keys(entries).filter((key) => !(key in shape));
    const missing = Object.keys(shape).filter((key) => !(key in entries) && !optional.includes(key));
    return [
      ...unknown.flatMap((key) => fault(`${field}.${key}`, 'FIELD_UNKNOWN')),
      ...missing.flatMap((key) => fault(`${field}.${key}`, 'FIELD_MISSING')),
      ...Object.entries(entries).flatMap(([key, inner]) => shape[key]?.(inner, `${field}.${key}`, today) ?? []),
    ];
  };

export const list =
  (check: Check, max: number): Check =>
  (value, field, today) =>
    Array.isArray(value) && value.length <= max
      ? value.flatMap((inner, i) => check(inner, `${field}[${i}]`, today))
      : fault(field, 'LIST_LENGTH');

const sponsor: Check = (value, field, today) => {
  const faults = record(
    {
      kind: oneOf('person', 'organisation'),
      name: text(2, 80),
      citizenNumber: identifier(checkCitizenNumber),
      creditCode: identifier(checkCreditCode),
      address: text(4, 200),
    },
    ['citizenNumber', 'creditCode'],
  )(value, field, today);
  if (faults.length > 0) return faults;
  const { kind, citizenNumber, creditCode } = value as SponsorEntry;
  if (kind === 'person' && !citizenNumber) return fault(`${field}.citizenNumber`, 'FIELD_MISSING');
  return kind === 'organisation' && !creditCode ? fault(`${field}.creditCode`, 'FIELD_MISSING') : [];
};

/** The fields and what each may hold. Shape and range only; whether the whole may be licensed is eligibility.ts. */
export const ESTABLISHMENT_FIELDS: { readonly [F in keyof EstablishmentForm]: Check } = {
  institutionType: oneOf(...ESTABLISHED_TYPES),
  stage: oneOf(...STAGES),
  nature: oneOf('non_profit', 'for_profit'),
  schoolName: text(4, 60),
  siteAddress: text(6, 200),
  siteAreaSquareMetres: whole(1, 200_000),
  childrenRoomsSquareMetres: whole(1, 200_000),
  plannedClasses: whole(1, 60),
  plannedChildren: whole(1, 2_000),
  usesFiscalOrDonatedAssets: truth,
  openingFundsYuan: whole(0, 10_000_000_000),
  paidInYuan: whole(0, 10_000_000_000),
  sponsors: list(sponsor, 10),
  boardMembers: list(
    record({
      name: text(2, 40),
      citizenNumber: identifier(checkCitizenNumber),
      role: oneOf('chair', 'sponsor_representative', 'principal', 'party', 'staff'),
      yearsInEducation: whole(0, 70),
    }),
    30,
  ),
  principal: record(
    {
      name: text(2, 40),
      citizenNumber: identifier(checkCitizenNumber),
      teacherQualification: truth,
      degree: oneOf('none', 'college', 'bachelor', 'master'),
      yearsInKindergarten: whole(0, 70),
      yearsInEducation: whole(0, 70),
    },
    ['yearsInKindergarten', 'yearsInEducation'],
  ),
  legalRepresentative: text(2, 40),
  supervisors: list(record({ name: text(2, 40) }), 10),
  contactPhone: (value, field) =>
    typeof value === 'string' && /^(1\d{10}|0\d{2,3}-?\d{7,8})$/.test(value) ? [] : fault(field, 'PHONE_FORM'),
  deliveryChannel: oneOf('electronic', 'courier', 'counter'),
  serviceConsent: truth,
};
