import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Answers, AnswersWith } from '../dto/answers.js';
import { LanguageQueryDto } from '../dto/queries.js';
import { plain } from '../guide/blocks.js';
import { ForAudience } from '../http/audience.js';
import { csvOf } from '../lists/csv.js';
import { listAsData, listAsTable, listId } from '../lists/lists.js';
import { mattersOf, openMatters } from '../lists/sources.js';
import { wordsIn } from '../pages/words.js';
import { Tools } from '../tools.js';
import type { Language } from '../../../../libs/messages/src/index.js';

const CACHE = 'public, max-age=3600';

/** Open data (开放数据): all guides in one document, and the three lists. Made from the packs that the workflow runs on. */
@ApiTags('public')
@Controller('api/public')
export class OpenDataController {
  constructor(private readonly tools: Tools) {}

  @Get('matters')
  @ForAudience('public')
  @Header('cache-control', CACHE)
  @Answers(200, 'OpenMatters')
  matters() {
    return openMatters(this.tools);
  }

  @Get('lists/powers')
  @ForAudience('public')
  @Header('cache-control', CACHE)
  @Answers(200, 'PowerList')
  powers() {
    return listAsData('powers', mattersOf(this.tools));
  }

  @Get('lists/responsibilities')
  @ForAudience('public')
  @Header('cache-control', CACHE)
  @Answers(200, 'DutyList')
  responsibilities() {
    return listAsData('responsibilities', mattersOf(this.tools));
  }

  @Get('lists/services')
  @ForAudience('public')
  @Header('cache-control', CACHE)
  @Answers(200, 'ServiceList')
  services() {
    return listAsData('services', mattersOf(this.tools));
  }

  /** The table of the page as a file for spreadsheets: UTF-8 with BOM, nothing in it is a formula. */
  @Get('lists/:list/csv')
  @ForAudience('public')
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="list.csv"')
  @Header('cache-control', CACHE)
  @AnswersWith(200, 'text/csv')
  csv(@Param('list') list: string, @Query() { lang }: LanguageQueryDto) {
    const { head, rows } = listAsTable(wordsIn((lang ?? 'zh') as Language, false), listId(list), mattersOf(this.tools));
    return csvOf(
      head,
      rows.map((row) => row.map(plain)),
    );
  }
}
