import { fault, identifier, oneOf, record, text, whole, type Check } from './establishment-form.js';
import { checkLicenceNumber } from './identifiers/licence-number.js';

/** 转办、退出: what becomes of a centre, and what shows it. */
export interface CentreConversion {
  into: 'kindergarten' | 'nursery' | 'exit';
  /** 办学许可证 of the kindergarten that goes on in its place. */
  kindergartenLicence?: string;
  /** 托育备案 with the health department: its number (PSL 84). */
  nurseryFiling?: string;
  children: number;
  /** Children who have a place elsewhere, or go on in the kindergarten or nursery. */
  placed: number;
}

export interface CentreForm {
  /** 认定书 of the centre, as the register of before has it. */
  centreNumber: string;
  conversion: CentreConversion;
}

const OF: Readonly<Record<string, readonly string[]>> = {
  kindergarten: ['kindergartenLicence'],
  nursery: ['nurseryFiling'],
};

const conversion: Check = (value, field, today) => {
  const into = value !== null && typeof value === 'object' ? String((value as { into?: unknown }).into ?? '') : '';
  const shape: Record<string, Check> = {
    into: oneOf('kindergarten', 'nursery', 'exit'),
    children: whole(0, 2_000),
    placed: whole(0, 2_000),
    kindergartenLicence: identifier(checkLicenceNumber),
    nurseryFiling: text(2, 60),
  };
  const asked = ['into', 'children', 'placed', ...(OF[into] ?? [])];
  const faults = record(Object.fromEntries(asked.map((key) => [key, shape[key] as Check])))(value, field, today);
  if (faults.length > 0) return faults;
  const { children, placed } = value as CentreConversion;
  return placed <= children ? [] : fault(`${field}.placed`, 'MORE_THAN_PUPILS');
};

export const CENTRE_FIELDS: { readonly [F in keyof CentreForm]: Check } = {
  centreNumber: text(2, 60),
  conversion,
};

/** The licence that a centre names, if it becomes a kindergarten. */
export const kindergartenNamed = ({ conversion }: Partial<CentreForm>): string | null =>
  conversion?.into === 'kindergarten' ? (conversion.kindergartenLicence ?? null) : null;
