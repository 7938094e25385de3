import { Body, Controller, Get, HttpCode, Post, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  adoptCalendar,
  calendarYearAt,
  listCalendarVersions,
  reportCalendarChange,
} from '../../../../libs/cases/src/index.js';
import { plainDateOf, yearOf } from '../../../../libs/law/src/index.js';
import { Answers } from '../dto/answers.js';
import { CalendarAdoptionDto, CalendarChangeDto } from '../dto/calendar.js';
import { CalendarQueryDto, PageQueryDto } from '../dto/queries.js';
import { actorOf, ForAudience, type Visitor } from '../http/audience.js';
import { Tools } from '../tools.js';

/** The working-day calendar: the system administrator changes it, the audit administrator reads it. */
@ApiTags('admin')
@Controller('api/admin/calendar')
export class CalendarController {
  constructor(private readonly tools: Tools) {}

  @Get()
  @ForAudience(['systemAdmin', 'auditAdmin'])
  @Answers(200, 'CalendarYear')
  year(@Query() { year, version }: CalendarQueryDto) {
    const { workshop, sql, clock } = this.tools;
    return calendarYearAt(workshop.calendars, sql, { year: year ?? yearOf(plainDateOf(clock.now())), version });
  }

  @Get('versions')
  @ForAudience(['systemAdmin', 'auditAdmin'])
  @Answers(200, 'CalendarVersionList')
  versions(@Query() { cursor, limit }: PageQueryDto) {
    return listCalendarVersions(this.tools.sql, { cursor, limit: limit ?? 20 });
  }

  /** What a change would move, without making it. */
  @Post('report')
  @HttpCode(200)
  @ForAudience(['systemAdmin'])
  @Answers(200, 'CalendarReport')
  report(@Body() change: CalendarChangeDto, @Req() request: Visitor) {
    return reportCalendarChange(this.tools.workshop, this.tools.sql, change, actorOf(request).accountId);
  }

  /** Puts in force what the report has shown, and nothing else. */
  @Post('versions')
  @ForAudience(['systemAdmin'])
  @Answers(201, 'CalendarAdopted')
  adopt(@Body() { change, ...body }: CalendarAdoptionDto, @Req() request: Visitor) {
    return adoptCalendar(this.tools.workshop, { ...body, entry: change, accountId: actorOf(request).accountId ?? '' });
  }
}
