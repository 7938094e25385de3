import { Controller, Get, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { deskQueue, lit, officeDays } from '../../../../libs/cases/src/index.js';
import { Answers } from '../dto/answers.js';
import { QueueQueryDto, SpanQueryDto } from '../dto/queries.js';
import { spanOf } from '../span.js';
import { actorOf, ForAudience, OFFICERS, type Visitor } from '../http/audience.js';
import { Tools } from '../tools.js';

/** The officers' day: what waits, by legal risk. */
@ApiTags('desk')
@Controller('api/desk')
export class DeskController {
  constructor(private readonly tools: Tools) {}

  @Get('queue')
  @ForAudience(OFFICERS)
  @Answers(200, 'Queue')
  async queue(@Query() query: QueueQueryDto, @Req() request: Visitor) {
    const { clock, workshop, sql } = this.tools;
    const page = await deskQueue(
      sql,
      actorOf(request),
      { scope: query.scope ?? 'mine', q: query.q, cursor: query.cursor, limit: query.limit ?? 50 },
      { now: clock.now(), calendar: await workshop.calendars.inForce(sql) },
    );
    return lit(workshop, sql, page);
  }

  /** Where the time went: the working days of each office, over the cases received in a span of at most a year. */
  @Get('time')
  @ForAudience(OFFICERS)
  @Answers(200, 'OfficeTime')
  async time(@Query() query: SpanQueryDto) {
    const { clock, workshop, sql } = this.tools;
    const span = spanOf(query, clock.now());
    return {
      ...span,
      ...(await officeDays(sql, span, { now: clock.now(), calendar: await workshop.calendars.inForce(sql) })),
    };
  }
}
