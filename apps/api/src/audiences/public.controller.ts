import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { findLicence, listLogRoots, listNotices, searchRegister } from '../../../../libs/publicity/src/index.js';
import { Answers } from '../dto/answers.js';
import { PageQueryDto } from '../dto/queries.js';
import { ForAudience } from '../http/audience.js';
import { Tools } from '../tools.js';

/** What everybody may see without a login. */
@ApiTags('public')
@Controller('api/public')
export class PublicController {
  constructor(private readonly tools: Tools) {}

  @Get('register')
  @ForAudience('public')
  @Answers(200, 'PublicRegister')
  register(@Query() query: PageQueryDto) {
    return searchRegister(this.tools.sql, { ...query, limit: query.limit ?? 20 });
  }

  @Get('licences/:number')
  @ForAudience('public')
  @Answers(200, 'PublicEntry')
  licence(@Param('number') number: string) {
    return findLicence(this.tools.sql, number);
  }

  @Get('notices')
  @ForAudience('public')
  @Answers(200, 'NoticeList')
  notices(@Query() query: PageQueryDto) {
    return listNotices(this.tools.sql, { ...query, limit: query.limit ?? 20 });
  }

  @Get('log/roots')
  @ForAudience('public')
  @Answers(200, 'LogRoots')
  async roots() {
    return { items: await listLogRoots(this.tools.sql) };
  }
}
