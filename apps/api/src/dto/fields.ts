import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsDefined,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';

/** One decorator a field: what is checked and what is documented cannot differ. */
const presence = (optional: boolean) => (optional ? IsOptional() : IsDefined());

export const Text = (min: number, max: number, { optional = false, description = '' } = {}) =>
  applyDecorators(
    presence(optional),
    IsString(),
    Length(min, max),
    Matches(/^[^\u0000-\u0008\u000b\u000c\u000e-\u001f]*$/),
    ApiProperty({ type: String, minLength: min, maxLength: max, required: !optional, description }),
  );

export const Id = ({ optional = false } = {}) =>
  applyDecorators(presence(optional), IsUUID(), ApiProperty({ type: String, format: 'uuid', required: !optional }));

export const Day = ({ optional = false } = {}) =>
  applyDecorators(
    presence(optional),
    IsString(),
    Matches(/^\d{4}-\d{2}-\d{2}$/),
    ApiProperty({ type: String, format: 'date', required: !optional }),
  );

export const Choice = (options: readonly string[], { optional = false } = {}) =>
  applyDecorators(presence(optional), IsIn(options), ApiProperty({ enum: [...options], required: !optional }));

export const Whole = (min: number, max: number, { optional = false } = {}) =>
  applyDecorators(
    presence(optional),
    IsInt(),
    Min(min),
    Max(max),
    ApiProperty({ type: 'integer', minimum: min, maximum: max, required: !optional }),
  );

export const Truth = ({ optional = false } = {}) =>
  applyDecorators(presence(optional), IsBoolean(), ApiProperty({ type: Boolean, required: !optional }));

/** A non-empty choice of several, each once. */
export const Several = (options: readonly string[], { optional = false } = {}) =>
  applyDecorators(
    presence(optional),
    IsArray(),
    ArrayMinSize(1),
    ArrayUnique(),
    IsIn(options, { each: true }),
    ApiProperty({ enum: [...options], isArray: true, required: !optional }),
  );

export const Ids = (min: number, max: number) =>
  applyDecorators(
    IsDefined(),
    IsArray(),
    ArrayMinSize(min),
    ArrayMaxSize(max),
    IsUUID(undefined, { each: true }),
    ApiProperty({ type: [String], format: 'uuid' }),
  );

export const ListOf = (shape: () => new () => object, min: number, max: number) =>
  applyDecorators(
    IsDefined(),
    IsArray(),
    ArrayMinSize(min),
    ArrayMaxSize(max),
    IsObject({ each: true }), // a list inside the list would pass the nested check unseen
    ValidateNested({ each: true }),
    Type(shape),
    ApiProperty({ type: () => shape(), isArray: true }),
  );

export const AnyObject = ({ optional = false, description = '' } = {}) =>
  applyDecorators(
    presence(optional),
    IsObject(),
    optional
      ? ApiPropertyOptional({ type: 'object', additionalProperties: true, description })
      : ApiProperty({ type: 'object', additionalProperties: true, description }),
  );
