import { Controller, Get, Param, ParseUUIDPipe, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { likenessOf } from '../../../../libs/cases/src/index.js';
import { Refusal } from '../../../../libs/platform/src/index.js';
import { Answers } from '../dto/answers.js';
import { actorOf, ForAudience, OFFICERS, type Visitor } from '../http/audience.js';
import { Tools } from '../tools.js';

/** 疑似重复: what a submitted application is like in the register and among the cases that run. A warning to the officer, and nothing more. */
@ApiTags('cases')
@Controller('api/cases/:id/likeness')
export class LikenessController {
  constructor(private readonly tools: Tools) {}

  @Get()
  @ForAudience(OFFICERS)
  @Answers(200, 'LikeEntries')
  async likeness(
    @Param('id', new ParseUUIDPipe({ exceptionFactory: () => new Refusal('CASE_NOT_FOUND') })) id: string,
    @Req() request: Visitor,
  ) {
    return likenessOf(this.tools.sql, id, actorOf(request));
  }
}
