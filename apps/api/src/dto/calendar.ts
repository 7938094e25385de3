import { Type } from 'class-transformer';
import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  IsArray,
  IsDefined,
  IsObject,
  IsString,
  Matches,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { FIRST_YEAR, LAST_YEAR } from '../../../../libs/law/src/index.js';
import { Choice, Day, Id, ListOf, Text, Whole } from './fields.js';

class DayRangeDto {
  @Day() from: string;
  @Day() to: string;
}
class LocalDayDto {
  @Text(6, 6, { description: 'administrative division, six digits' }) region: string;
  @Day() day: string;
  @Choice(['dayOff', 'workingDay']) kind: 'dayOff' | 'workingDay';
  @Text(2, 200) reason: string;
  @Text(2, 100) documentNumber: string;
}

/** A list of days, each of them a text; what is wrong with a day is said at the day by the law. */
const Days = () =>
  applyDecorators(
    IsDefined(),
    IsArray(),
    ArrayMaxSize(60),
    IsString({ each: true }),
    ApiProperty({ type: [String], format: 'date', maxItems: 60 }),
  );

/** The number of the notice, or null while there is none. */
const Notice = () =>
  applyDecorators(
    ValidateIf((_, value) => value !== null),
    IsString(),
    Matches(/^[^\u0000-\u001f]{0,60}$/),
    ApiProperty({ type: String, nullable: true, maxLength: 60, description: 'null: not announced yet' }),
  );

/** One year, whole: what is left out is taken away. */
export class CalendarChangeDto {
  @Whole(FIRST_YEAR, LAST_YEAR) year: number;
  @Notice() notice: string | null;
  @ListOf(() => DayRangeDto, 0, 60) daysOff: DayRangeDto[];
  @Days() makeUpDays: string[];
  @ListOf(() => LocalDayDto, 0, 100) localDays: LocalDayDto[];
}

export class CalendarAdoptionDto {
  @Id() commandId: string;
  @IsDefined()
  @IsObject()
  @ValidateNested()
  @Type(() => CalendarChangeDto)
  @ApiProperty({ type: () => CalendarChangeDto })
  change: CalendarChangeDto;
  @Text(2, 500) reason: string;
  @Text(1, 20) baseVersion: string;
  @Text(64, 64) reportHash: string;
}
