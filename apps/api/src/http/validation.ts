import { ValidationPipe, type Type } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import { Refusal } from '../../../../libs/platform/src/index.js';

const OPTIONS = {
  whitelist: true,
  forbidNonWhitelisted: true,
  forbidUnknownValues: true,
  stopAtFirstError: true,
} as const;

/** Shapes are checked once, at the edge; an unknown field is refused by name. */
export const validationPipe = (): ValidationPipe =>
  new ValidationPipe({ ...OPTIONS, transform: true, exceptionFactory: (errors) => refused(errors, '') });

/** Checks a nested body of its own class, such as the payload of a command. */
export function checked<T extends object>(shape: Type<T>, value: unknown, prefix: string): T {
  const instance = plainToInstance(shape, value ?? {});
  const errors = validateSync(instance, OPTIONS);
  if (errors.length > 0) throw refused(errors, prefix);
  return instance;
}

function refused(errors: readonly ValidationError[], prefix: string): Refusal {
  return new Refusal('FIELDS_INVALID', { fields: errors.flatMap((error) => faults(error, prefix)) });
}

/** A body that must bring nothing. */
export function checkedEmpty(value: unknown, prefix: string): Record<string, never> {
  const extra = Object.keys(value ?? {});
  if (extra.length > 0)
    throw new Refusal('FIELDS_INVALID', {
      fields: extra.map((key) => ({ field: `${prefix}.${key}`, code: 'FIELD_UNKNOWN' })),
    });
  return {};
}

/** Constraint names of class-validator in the codes that have a sentence. */
const CODES: Readonly<Record<string, string>> = {
  whitelistValidation: 'FIELD_UNKNOWN',
  isDefined: 'FIELD_MISSING',
  isIn: 'NOT_AN_OPTION',
  isEnum: 'NOT_AN_OPTION',
  length: 'TEXT_LENGTH',
  minLength: 'TEXT_LENGTH',
  maxLength: 'TEXT_LENGTH',
  isString: 'TEXT_LENGTH',
  isInt: 'NUMBER_RANGE',
  min: 'NUMBER_RANGE',
  max: 'NUMBER_RANGE',
  isBoolean: 'BOOLEAN_EXPECTED',
  isObject: 'OBJECT_EXPECTED',
  arrayMaxSize: 'LIST_LENGTH',
  arrayMinSize: 'LIST_LENGTH',
  isArray: 'LIST_LENGTH',
  arrayUnique: 'LIST_LENGTH',
  matches: 'INVALID',
};

function faults(error: ValidationError, prefix: string): { field: string; code: string }[] {
  const field = /^\d+$/.test(error.property)
    ? `${prefix}[${error.property}]`
    : prefix
      ? `${prefix}.${error.property}`
      : error.property;
  const [constraint] = Object.keys(error.constraints ?? {});
  const own = constraint ? [{ field, code: CODES[constraint] ?? 'INVALID' }] : [];
  return [...own, ...(error.children ?? []).flatMap((child) => faults(child, field))];
}
