import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiQuery, ApiTags } from '@nestjs/swagger';
import { plainDateOf } from '../../../../libs/law/src/index.js';
import { Refusal } from '../../../../libs/platform/src/index.js';
import { publicOnDay } from '../../../../libs/publicity/src/index.js';
import { registerOnDay, type AsOf } from '../../../../libs/register/src/index.js';
import { askedDays } from '../as-of.js';
import { Answers } from '../dto/answers.js';
import { ForAudience, OFFICERS } from '../http/audience.js';
import { Tools } from '../tools.js';

const institutionId = () => new ParseUUIDPipe({ exceptionFactory: () => new Refusal('INSTITUTION_NOT_FOUND') });
const day = (name: string) => ApiQuery({ name, required: false, type: String, format: 'date' });

/** What the register said of an institution on a day, as it had been written by the end of another. */
@ApiTags('register')
@Controller('api')
export class OnDayController {
  constructor(private readonly tools: Tools) {}

  @Get('public/register/:id')
  @ForAudience('public')
  @day('validOn')
  @day('recordedOn')
  @Answers(200, 'PublicOnDay')
  forEverybody(@Param('id', institutionId()) id: string, @Query() query: Record<string, unknown>) {
    return publicOnDay(this.tools.sql, id, this.asked(query));
  }

  @Get('register/:id/on-day')
  @ForAudience([...OFFICERS, 'educationInspector'])
  @day('validOn')
  @day('recordedOn')
  @Answers(200, 'RegisterOnDay')
  forTheBureau(@Param('id', institutionId()) id: string, @Query() query: Record<string, unknown>) {
    return registerOnDay(this.tools.sql, id, this.asked(query));
  }

  private asked(query: Record<string, unknown>): AsOf {
    const { asOf, faults } = askedDays(query, plainDateOf(this.tools.clock.now()));
    const unknown = Object.keys(query)
      .filter((key) => !['validOn', 'recordedOn', 'lang'].includes(key))
      .map((key) => ({ field: key.slice(0, 40), code: 'FIELD_UNKNOWN' }));
    if (faults.length + unknown.length > 0) throw new Refusal('FIELDS_INVALID', { fields: [...unknown, ...faults] });
    return asOf;
  }
}
