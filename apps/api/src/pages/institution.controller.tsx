import { Controller, Get, Header, Param, ParseUUIDPipe, Query, Req } from '@nestjs/common';
import { ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { plainDateOf } from '../../../../libs/law/src/index.js';
import { Refusal } from '../../../../libs/platform/src/index.js';
import { publicOnDay } from '../../../../libs/publicity/src/index.js';
import { askedDays } from '../as-of.js';
import { AnswersWith } from '../dto/answers.js';
import { ForAudience } from '../http/audience.js';
import { Tools } from '../tools.js';
import { InstitutionPage } from './institution-page.js';
import { renderPage } from './layout.js';
import { visitOf } from './site.js';

const institutionId = () => new ParseUUIDPipe({ exceptionFactory: () => new Refusal('INSTITUTION_NOT_FOUND') });

/** The page of an institution, on any day. */
@ApiTags('pages')
@Controller()
export class InstitutionController {
  constructor(private readonly tools: Tools) {}

  @Get('register/:id')
  @ForAudience('public')
  @Header('content-type', 'text/html; charset=utf-8')
  @ApiQuery({ name: 'validOn', required: false, type: String })
  @ApiQuery({ name: 'recordedOn', required: false, type: String })
  @AnswersWith(200, 'text/html')
  async institution(
    @Param('id', institutionId()) id: string,
    @Query() query: Record<string, unknown>,
    @Req() request: FastifyRequest,
  ) {
    const visit = visitOf(this.tools, request);
    const asked = askedDays(query, plainDateOf(this.tools.clock.now()));
    const entry = await publicOnDay(this.tools.sql, id, asked.asOf);
    return renderPage(visit, {
      title: entry.said?.name ?? visit.t('onDay.title'),
      faulty: asked.faults.length > 0,
      children: <InstitutionPage visit={visit} entry={entry} asked={asked} />,
    });
  }
}
