import { Controller, Get, Header, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Language } from '../../../../libs/messages/src/index.js';
import { Answers, AnswersWith } from '../dto/answers.js';
import { LanguageQueryDto } from '../dto/queries.js';
import { ForAudience } from '../http/audience.js';
import { csvOf } from '../lists/csv.js';
import { boardAsData, boardRows, boardTable } from '../lists/service-record.js';
import { renderPage } from '../pages/layout.js';
import { ServiceRecordPage } from '../pages/service-record-page.js';
import { visitOf } from '../pages/site.js';
import { wordsIn } from '../pages/words.js';
import { Tools } from '../tools.js';

/** 跑动公开: what was promised and what was measured, as a page, as data and as a table. */
@ApiTags('public')
@Controller()
export class ServiceRecordController {
  constructor(private readonly tools: Tools) {}

  @Get('service-record')
  @ForAudience('public')
  @Header('content-type', 'text/html; charset=utf-8')
  @AnswersWith(200, 'text/html')
  async page(@Req() request: FastifyRequest) {
    const visit = visitOf(this.tools, request);
    return renderPage(visit, {
      title: visit.t('page.record.title'),
      children: <ServiceRecordPage t={visit.t} rows={await boardRows(this.tools)} />,
    });
  }

  @Get('api/public/service-record')
  @ForAudience('public')
  @Answers(200, 'ServiceRecordBoard')
  data() {
    return boardAsData(this.tools);
  }

  /** The table of the page as a file for spreadsheets: UTF-8 with BOM, nothing in it is a formula. */
  @Get('api/public/service-record/csv')
  @ForAudience('public')
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="service-record.csv"')
  @AnswersWith(200, 'text/csv')
  async csv(@Query() { lang }: LanguageQueryDto) {
    const { head, rows } = boardTable(wordsIn((lang ?? 'zh') as Language, false), await boardRows(this.tools));
    return csvOf(head, rows);
  }
}
