import { Controller, Get, Header, Query, Req } from '@nestjs/common';
import { ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { answersTo } from '../answers.js';
import { answerDeadline } from '../deadline.js';
import { AnswersWith } from '../dto/answers.js';
import { ForAudience } from '../http/audience.js';
import { Tools } from '../tools.js';
import { AskPage } from './ask-page.js';
import { DeadlinePage } from './deadline-page.js';
import { readQuestion } from './deadline-question.js';
import { renderPage } from './layout.js';
import { askedFor } from './search-box.js';
import { visitOf } from './site.js';

const HTML = 'text/html; charset=utf-8';
export const LONGEST_QUESTION = 200;
type Parameters = Record<string, unknown>;

/** Pages that answer: the calculator of deadlines, and questions in plain words. */
@ApiTags('pages')
@Controller()
export class QuestionsController {
  constructor(private readonly tools: Tools) {}

  @Get('deadline')
  @ForAudience('public')
  @Header('content-type', HTML)
  @ApiQuery({ name: 'from', required: false, type: String })
  @AnswersWith(200, 'text/html')
  async deadline(@Query() query: Parameters, @Req() request: FastifyRequest) {
    const visit = visitOf(this.tools, request);
    const question = readQuestion(query);
    const reckoned = question.asked?.ok ? await answerDeadline(this.tools, question.asked.period) : null;
    return renderPage(visit, {
      title: visit.t('page.deadline.title'),
      faulty: question.faults.length > 0,
      children: <DeadlinePage visit={visit} question={question} reckoned={reckoned} />,
    });
  }

  @Get('ask')
  @ForAudience('public')
  @Header('content-type', HTML)
  @ApiQuery({ name: 'q', required: false, type: String })
  @AnswersWith(200, 'text/html')
  ask(@Query() query: Parameters, @Req() request: FastifyRequest) {
    const visit = visitOf(this.tools, request);
    const q = query['q'];
    const asked = askedFor(typeof q === 'string' ? q : undefined, true, LONGEST_QUESTION);
    const found = asked.q === '' || asked.fault ? null : answersTo(this.tools, asked.q).items;
    return renderPage(visit, {
      title: visit.t('page.ask.title'),
      faulty: asked.fault !== null,
      children: <AskPage visit={visit} asked={asked} found={found} />,
    });
  }
}
