import { Controller, Get, Header, Query, Req } from '@nestjs/common';
import { ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { listExplanations } from '../../../../libs/publicity/src/index.js';
import { Answers, AnswersWith } from '../dto/answers.js';
import { PageQueryDto } from '../dto/queries.js';
import { ForAudience } from '../http/audience.js';
import { Tools } from '../tools.js';
import { ExplanationsPage } from './explanations-page.js';
import { renderPage } from './layout.js';
import { visitOf } from './site.js';

const A_PAGE = 20;

/** 承诺未兑现的公开说明: every promise that was missed, how late, and why; for programs and as a page. */
@ApiTags('public')
@Controller()
export class ExplanationsController {
  constructor(private readonly tools: Tools) {}

  @Get('api/public/explanations')
  @ForAudience('public')
  @Answers(200, 'ExplanationList')
  list(@Query() { cursor, limit }: PageQueryDto) {
    return this.found(cursor, limit ?? A_PAGE);
  }

  @Get('explanations')
  @ForAudience('public')
  @Header('content-type', 'text/html; charset=utf-8')
  @ApiQuery({ name: 'cursor', required: false, type: String })
  @AnswersWith(200, 'text/html')
  async page(@Query() query: Record<string, unknown>, @Req() request: FastifyRequest) {
    const visit = visitOf(this.tools, request);
    const cursor = typeof query['cursor'] === 'string' && query['cursor'] !== '' ? query['cursor'] : undefined;
    const { items, next } = await this.found(cursor, A_PAGE);
    const { published } = this.tools.workshop.shelf;
    const nameOf = (matter: string): string => {
      const pack = published.get(matter)?.pack;
      return pack ? visit.t.called(pack) : matter;
    };
    return renderPage(visit, {
      title: visit.t('page.explanations.title'),
      children: <ExplanationsPage t={visit.t} items={items} nameOf={nameOf} next={next} cursor={cursor} />,
    });
  }

  private async found(cursor: string | undefined, limit: number) {
    const { sql, clock, workshop } = this.tools;
    const { readings } = workshop.shelf;
    const time = { now: clock.now(), calendar: await workshop.calendars.inForce(sql), readings };
    return listExplanations(sql, { cursor, limit }, time);
  }
}
