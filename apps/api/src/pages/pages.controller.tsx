import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { ReactNode } from 'react';
import { say, type Language } from '../../../../libs/platform/src/index.js';
import { findDocument, listNotices, searchRegister } from '../../../../libs/publicity/src/index.js';
import { AnswersWith } from '../dto/answers.js';
import { LanguageQueryDto, NumberQueryDto } from '../dto/queries.js';
import { guideOf } from '../guide.js';
import { ForAudience } from '../http/audience.js';
import { Tools } from '../tools.js';
import { renderPage } from './layout.js';
import { CheckPage, GuidePage, Guides, Home, NoticesPage } from './pages.js';

const HTML = 'text/html; charset=utf-8';
const languageOf = (lang?: string): Language => (lang === 'en' ? 'en' : 'zh');

/** The plain public pages: rendered here, readable without JavaScript. */
@ApiTags('pages')
@Controller()
export class PagesController {
  constructor(private readonly tools: Tools) {}

  @Get()
  @ForAudience('public')
  @Header('content-type', HTML)
  @AnswersWith(200, 'text/html')
  home(@Query() { lang }: LanguageQueryDto) {
    const language = languageOf(lang);
    return this.page('/', language, say(language, 'page.title'), <Home language={language} />);
  }

  @Get('guides')
  @ForAudience('public')
  @Header('content-type', HTML)
  @AnswersWith(200, 'text/html')
  guides(@Query() { lang }: LanguageQueryDto) {
    const language = languageOf(lang);
    const matters = [...this.tools.workshop.shelf.published.values()].map(({ pack }) => pack);
    return this.page(
      '/guides',
      language,
      say(language, 'page.guides.title'),
      <Guides language={language} matters={matters} />,
    );
  }

  @Get('guides/:code')
  @ForAudience('public')
  @Header('content-type', HTML)
  @AnswersWith(200, 'text/html')
  guide(@Param('code') code: string, @Query() { lang }: LanguageQueryDto) {
    const language = languageOf(lang);
    const guide = guideOf(this.tools, code);
    return this.page(
      `/guides/${guide.code}`,
      language,
      language === 'zh' ? guide.nameZh : guide.nameEn,
      <GuidePage language={language} guide={guide} />,
    );
  }

  /** By part of the name, by number, and where the QR code of a licence leads. */
  @Get('check')
  @ForAudience('public')
  @Header('content-type', HTML)
  @AnswersWith(200, 'text/html')
  async check(@Query() { q, number, lang }: NumberQueryDto) {
    const language = languageOf(lang);
    const asked = (number ?? q ?? '').trim();
    const document = asked.includes('〔') ? await findDocument(this.tools.sql, asked) : null;
    const found =
      asked === '' || document ? null : (await searchRegister(this.tools.sql, { q: asked, limit: 20 })).items;
    const path = asked === '' ? '/check' : `/check?q=${encodeURIComponent(asked)}`;
    return this.page(
      path,
      language,
      say(language, 'page.check.title'),
      <CheckPage language={language} q={asked} items={found} document={document} />,
    );
  }

  @Get('notices')
  @ForAudience('public')
  @Header('content-type', HTML)
  @AnswersWith(200, 'text/html')
  async notices(@Query() { lang }: LanguageQueryDto) {
    const language = languageOf(lang);
    const { items } = await listNotices(this.tools.sql, { limit: 20 });
    return this.page(
      '/notices',
      language,
      say(language, 'page.notices.title'),
      <NoticesPage language={language} notices={items} />,
    );
  }

  private page(path: string, language: Language, title: string, children: ReactNode): string {
    return renderPage({ path, language, title, demo: this.tools.settings.mode === 'demo', children });
  }
}
