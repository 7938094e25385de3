import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Answers } from '../dto/answers.js';
import { FactsQueryDto, factsIn } from '../dto/queries.js';
import { estimateOf } from '../guide/estimate.js';
import { flowOf, guideOf } from '../guide/guide.js';
import { ForAudience } from '../http/audience.js';
import { Tools } from '../tools.js';

/** The guides (办事指南), made from the packs that the workflow runs on. */
@ApiTags('matters')
@Controller('api/matters')
export class MattersController {
  constructor(private readonly tools: Tools) {}

  @Get()
  @ForAudience('public')
  @Answers(200, 'MatterList')
  list() {
    const matters = [...this.tools.workshop.shelf.published.values()];
    return {
      items: matters.map(({ pack: { code, nameZh, nameEn, family, switchedOff, onlineForm }, procedure }) => ({
        code,
        nameZh,
        nameEn,
        family,
        open: procedure !== null && onlineForm !== null && switchedOff === null,
      })),
    };
  }

  /** Where the procedure leads, drawn from the machine that runs it. */
  @Get(':code/flow')
  @ForAudience('public')
  @Answers(200, 'Flow')
  flow(@Param('code') code: string) {
    return flowOf(this.tools, code);
  }

  /**
   * What it would take if it were submitted today, with these declared facts: the situation, exactly which materials, how
   * many trips, and both dates, the promised and the statutory one. Also of matters that are filed at the counter.
   */
  @Get(':code/estimate')
  @ForAudience('public')
  @Answers(200, 'Estimate')
  estimate(@Param('code') code: string, @Query() query: FactsQueryDto) {
    return estimateOf(this.tools, code, factsIn(query));
  }

  @Get(':code')
  @ForAudience('public')
  @Answers(200, 'Guide')
  guide(@Param('code') code: string) {
    return guideOf(this.tools, code);
  }
}
