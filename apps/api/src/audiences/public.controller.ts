import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiQuery, ApiTags } from '@nestjs/swagger';
import { findLicence, listLogRoots, listNotices, searchRegister } from '../../../../libs/publicity/src/index.js';
import { Refusal } from '../../../../libs/platform/src/index.js';
import { answersTo } from '../answers.js';
import { answerDeadline, readPeriod, UNITS } from '../deadline.js';
import { Answers } from '../dto/answers.js';
import { PageQueryDto, QuestionDto } from '../dto/queries.js';
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

  /** The last day of a period: the day after `from` is day 1; a negative `length` counts backwards from it. */
  @Get('deadline')
  @ForAudience('public')
  @ApiQuery({ name: 'from', schema: { type: 'string', format: 'date' } })
  @ApiQuery({ name: 'length', schema: { type: 'integer', minimum: -3660, maximum: 3660 } })
  @ApiQuery({ name: 'unit', enum: UNITS })
  @ApiQuery({
    name: 'exclude',
    required: false,
    description: 'A span that does not count, both ends inclusive: 2026-03-10..2026-03-19. May stand several times.',
    schema: { type: 'array', items: { type: 'string' }, maxItems: 20 },
  })
  @ApiQuery({ name: 'roll', required: false, enum: ['none', 'next'] })
  @ApiQuery({ name: 'lang', required: false, enum: ['zh', 'en'] })
  @Answers(200, 'Reckoned')
  deadline(@Query() query: Record<string, unknown>) {
    const asked = readPeriod(query);
    if (!asked.ok) throw new Refusal('FIELDS_INVALID', { fields: asked.faults });
    return answerDeadline(this.tools, asked.period);
  }

  /** Passages of guides, rules and glossary that answer a question; nothing is made up, and none may fit. */
  @Get('answers')
  @ForAudience('public')
  @Answers(200, 'FoundAnswers')
  answers(@Query() { q = '' }: QuestionDto) {
    return answersTo(this.tools, q);
  }
}
