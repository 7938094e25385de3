import { Controller, Get, Header, Param, Query, Req } from '@nestjs/common';
import { ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { licenceNumberIn, noticeNumberIn } from '../../../../libs/law/src/index.js';
import { Refusal } from '../../../../libs/platform/src/index.js';
import { findDocument, findNotice, listNotices, searchRegister } from '../../../../libs/publicity/src/index.js';
import { AnswersWith } from '../dto/answers.js';
import { flowOf, guidedOf } from '../guide/guide.js';
import { ForAudience } from '../http/audience.js';
import { Tools } from '../tools.js';
import { GuidePage } from './guide-pages.js';
import { GuidesPage } from './guides-page.js';
import { HomePage } from './home-page.js';
import { renderPage } from './layout.js';
import { NoticePage, NoticesPage, noticeTitle } from './notice-pages.js';
import { CheckPage, RegisterPage, type Found } from './register-pages.js';
import { askedFor } from './search-box.js';
import { visitOf } from './site.js';

const HTML = 'text/html; charset=utf-8';
const A_PAGE = 20;
const NEWEST = 3;

/**
 * Parameters of an address as they come: what others hang on (messengers, search engines) is passed over and not refused.
 */
type Parameters = Record<string, unknown>;
const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
const given = (value: unknown): string | undefined => text(value) || undefined;

/** The public pages: rendered here, readable and usable without JavaScript. */
@ApiTags('pages')
@Controller()
export class PagesController {
  constructor(private readonly tools: Tools) {}

  @Get()
  @ForAudience('public')
  @Header('content-type', HTML)
  @AnswersWith(200, 'text/html')
  async home(@Req() request: FastifyRequest) {
    const visit = visitOf(this.tools, request);
    const [first] = this.tools.workshop.shelf.running();
    const { items } = await listNotices(this.tools.sql, { limit: NEWEST });
    return renderPage(visit, {
      title: visit.t('page.home.title'),
      children: <HomePage t={visit.t} pack={first?.pack} notices={items} />,
    });
  }

  @Get('guides')
  @ForAudience('public')
  @Header('content-type', HTML)
  @AnswersWith(200, 'text/html')
  guides(@Req() request: FastifyRequest) {
    const visit = visitOf(this.tools, request);
    return renderPage(visit, {
      title: visit.t('page.guides.title'),
      children: <GuidesPage t={visit.t} packs={this.packs()} />,
    });
  }

  @Get('guides/:code')
  @ForAudience('public')
  @Header('content-type', HTML)
  @AnswersWith(200, 'text/html')
  guide(@Param('code') code: string, @Req() request: FastifyRequest) {
    const visit = visitOf(this.tools, request);
    const guided = guidedOf(this.tools, code);
    const flow = guided.certificate && flowOf(this.tools, code);
    return renderPage(visit, {
      title: visit.t.called(guided.pack),
      children: <GuidePage visit={visit} {...guided} flow={flow} />,
    });
  }

  /** By part of the name, by number of a licence or a letter, and where the QR codes of our papers lead. */
  @Get('check')
  @ForAudience('public')
  @Header('content-type', HTML)
  @ApiQuery({ name: 'q', required: false, type: String })
  @ApiQuery({ name: 'number', required: false, type: String })
  @AnswersWith(200, 'text/html')
  async check(@Query() query: Parameters, @Req() request: FastifyRequest) {
    const visit = visitOf(this.tools, request);
    const asked = askedFor(text(query['number']) ?? text(query['q']), true);
    const found = asked.q === '' || asked.fault ? NOTHING_ASKED : await this.find(asked.q);
    return renderPage(visit, {
      title: visit.t('page.check.title'),
      faulty: asked.fault !== null,
      children: <CheckPage visit={visit} asked={asked} found={found} />,
    });
  }

  @Get('register')
  @ForAudience('public')
  @Header('content-type', HTML)
  @ApiQuery({ name: 'q', required: false, type: String })
  @ApiQuery({ name: 'cursor', required: false, type: String })
  @AnswersWith(200, 'text/html')
  async register(@Query() query: Parameters, @Req() request: FastifyRequest) {
    const visit = visitOf(this.tools, request);
    const asked = askedFor(text(query['q']), false);
    const cursor = given(query['cursor']);
    const { items, next } = asked.fault
      ? { items: [], next: null }
      : await searchRegister(this.tools.sql, { q: asked.q || undefined, cursor, limit: A_PAGE });
    return renderPage(visit, {
      title: visit.t('page.register.title'),
      faulty: asked.fault !== null,
      children: <RegisterPage visit={visit} asked={asked} items={items} next={next} cursor={cursor} />,
    });
  }

  @Get('notices')
  @ForAudience('public')
  @Header('content-type', HTML)
  @ApiQuery({ name: 'cursor', required: false, type: String })
  @AnswersWith(200, 'text/html')
  async notices(@Query() query: Parameters, @Req() request: FastifyRequest) {
    const visit = visitOf(this.tools, request);
    const cursor = given(query['cursor']);
    const { items, next } = await listNotices(this.tools.sql, { cursor, limit: A_PAGE });
    return renderPage(visit, {
      title: visit.t('page.notices.title'),
      children: <NoticesPage t={visit.t} notices={items} next={next} cursor={cursor} />,
    });
  }

  @Get('notices/:id')
  @ForAudience('public')
  @Header('content-type', HTML)
  @AnswersWith(200, 'text/html')
  async notice(@Param('id') id: string, @Req() request: FastifyRequest) {
    const visit = visitOf(this.tools, request);
    const notice = await findNotice(this.tools.sql, id);
    if (!notice) throw new Refusal('NOT_FOUND');
    return renderPage(visit, {
      title: noticeTitle(visit.t, notice),
      children: <NoticePage visit={visit} notice={notice} />,
    });
  }

  private packs() {
    return [...this.tools.workshop.shelf.published.values()].map(({ pack }) => pack);
  }

  private async find(q: string): Promise<Found> {
    const number = noticeNumberIn(q);
    const document = number ? await findDocument(this.tools.sql, number) : null;
    if (document) return { document, items: null, byNumber: false, more: false };
    const { items, next } = await searchRegister(this.tools.sql, { q, limit: A_PAGE });
    return { document: null, items, byNumber: licenceNumberIn(q) !== null, more: next !== null };
  }
}

const NOTHING_ASKED: Found = { document: null, items: null, byNumber: false, more: false };
