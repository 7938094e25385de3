import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { plainDateOf } from '../../../../libs/law/src/index.js';
import type { SheetContent } from '../../../../libs/documents/src/index.js';
import type { Language } from '../../../../libs/messages/src/index.js';
import { sha256 } from '../../../../libs/platform/src/index.js';
import { AnswersWith } from '../dto/answers.js';
import { FactsQueryDto, factsIn, LanguageQueryDto } from '../dto/queries.js';
import { guidedOf } from '../guide/guide.js';
import { checklistPaper, formPaper, guidePaper, type Printing } from '../guide/papers.js';
import { ForAudience } from '../http/audience.js';
import { Tools } from '../tools.js';
import { wordsIn } from './words.js';

/** A sheet is the same for everybody until the pack or the day changes. */
const CACHE = 'public, max-age=3600';
/** Sheets kept ready, newest last; one weighs some 100 kB. */
const KEPT = 60;

/** The guide, the checklist and the model form of a matter, to print and take along. The address alone decides what is in it. */
@ApiTags('pages')
@Controller('guides/:code')
export class PapersController {
  private readonly kept = new Map<string, Buffer>();

  constructor(private readonly tools: Tools) {}

  @Get('guide.pdf')
  @ForAudience('public')
  @AnswersWith(200, 'application/pdf')
  guide(
    @Param('code') code: string,
    @Query() { lang }: LanguageQueryDto,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.send(guidePaper(guidedOf(this.tools, code), this.printing(lang)), `${code}-guide`, request, reply);
  }

  @Get('checklist.pdf')
  @ForAudience('public')
  @AnswersWith(200, 'application/pdf')
  checklist(
    @Param('code') code: string,
    @Query() query: FactsQueryDto,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const paper = checklistPaper(guidedOf(this.tools, code), factsIn(query), this.printing(query.lang));
    return this.send(paper, `${code}-checklist`, request, reply);
  }

  @Get('form.pdf')
  @ForAudience('public')
  @AnswersWith(200, 'application/pdf')
  form(
    @Param('code') code: string,
    @Query() { lang }: LanguageQueryDto,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.send(formPaper(guidedOf(this.tools, code), this.printing(lang)), `${code}-form`, request, reply);
  }

  private printing(lang: string | undefined): Printing {
    const { settings, clock } = this.tools;
    return {
      t: wordsIn((lang ?? 'zh') as Language, false),
      publicUrl: settings.publicUrl,
      demo: settings.mode === 'demo',
      today: plainDateOf(clock.now()),
    };
  }

  /** Printed once for each content: who asks again gets the kept sheet, or nothing at all when he has it already. */
  private async send(content: SheetContent, name: string, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const hash = sha256(Buffer.from(JSON.stringify(content)));
    const tag = `"${hash}"`;
    void reply
      .header('etag', tag)
      .header('cache-control', CACHE)
      .header('content-type', 'application/pdf')
      .header('content-disposition', `inline; filename="${name}.pdf"`);
    if (request.headers['if-none-match'] === tag) return void (await reply.status(304).send());
    await reply.send(this.printed(hash, content));
  }

  private printed(hash: string, content: SheetContent): Buffer {
    const ready = this.kept.get(hash);
    if (ready) return ready;
    const midnight = new Date(`${plainDateOf(this.tools.clock.now())}T00:00:00+08:00`);
    const pdf = this.tools.press.print(content, midnight);
    this.kept.set(hash, pdf);
    const [oldest] = this.kept.keys();
    if (this.kept.size > KEPT && oldest) this.kept.delete(oldest);
    return pdf;
  }
}
