import { Controller, Get, Header, Query, Req } from '@nestjs/common';
import { ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { listDraws } from '../../../../libs/publicity/src/index.js';
import { Refusal } from '../../../../libs/platform/src/index.js';
import { Answers, AnswersWith } from '../dto/answers.js';
import { PageQueryDto } from '../dto/queries.js';
import { ForAudience } from '../http/audience.js';
import { DrawsPage } from '../pages/draws-page.js';
import { renderPage } from '../pages/layout.js';
import { visitOf } from '../pages/site.js';
import { Tools } from '../tools.js';

const A_PAGE = 20;

/** Random assignment, for everybody to recompute. */
@ApiTags('public')
@Controller()
export class DrawsController {
  constructor(private readonly tools: Tools) {}

  @Get('api/public/draws')
  @ForAudience('public')
  @Answers(200, 'PublicDraws')
  draws(@Query() { cursor, limit }: PageQueryDto) {
    return listDraws(this.tools.sql, { before: ordinalIn(cursor), limit: limit ?? A_PAGE });
  }

  @Get('draws')
  @ForAudience('public')
  @Header('content-type', 'text/html; charset=utf-8')
  @ApiQuery({ name: 'cursor', required: false, type: String })
  @AnswersWith(200, 'text/html')
  async page(@Query() query: Record<string, unknown>, @Req() request: FastifyRequest) {
    const visit = visitOf(this.tools, request);
    const cursor = typeof query['cursor'] === 'string' && query['cursor'] !== '' ? query['cursor'] : undefined;
    const { items, next } = await listDraws(this.tools.sql, { before: ordinalIn(cursor), limit: A_PAGE });
    return renderPage(visit, {
      title: visit.t('page.draws.title'),
      children: <DrawsPage t={visit.t} draws={items} next={next} cursor={cursor} />,
    });
  }
}

function ordinalIn(cursor: string | undefined): number | undefined {
  if (cursor === undefined) return undefined;
  if (!/^\d{1,9}$/.test(cursor)) throw new Refusal('CURSOR_INVALID');
  return Number(cursor);
}
