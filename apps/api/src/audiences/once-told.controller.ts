import { Controller, Get, Header, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Language } from '../../../../libs/messages/src/index.js';
import { Answers, AnswersWith } from '../dto/answers.js';
import { LanguageQueryDto } from '../dto/queries.js';
import { ForAudience } from '../http/audience.js';
import { csvOf } from '../lists/csv.js';
import { REFUSED_PHRASES, toldCells, toldHead, toldRows } from '../lists/once-told.js';
import { wordsIn } from '../pages/words.js';
import { Tools } from '../tools.js';

/** Open data: how often the bureau told, reminded and pre-reviewed, by month and matter. */
@ApiTags('public')
@Controller('api/public/once-told')
export class OnceToldController {
  constructor(private readonly tools: Tools) {}

  @Get()
  @ForAudience('public')
  @Answers(200, 'OnceTold')
  async numbers() {
    return { items: await toldRows(this.tools), refusedPhrases: REFUSED_PHRASES };
  }

  @Get('csv')
  @ForAudience('public')
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="once-told.csv"')
  @AnswersWith(200, 'text/csv')
  async csv(@Query() { lang }: LanguageQueryDto) {
    const t = wordsIn((lang ?? 'zh') as Language, false);
    return csvOf(
      toldHead(t),
      (await toldRows(this.tools)).map((row) => toldCells(t, row)),
    );
  }
}
