import { Controller, Get, Header, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { renderToStaticMarkup } from 'react-dom/server';
import { say } from '../../../../libs/messages/src/index.js';
import { AnswersWith } from '../dto/answers.js';
import { LookQueryDto } from '../dto/queries.js';
import { ForAudience } from '../http/audience.js';
import { COOKIE } from '../http/session-hook.js';
import { attributesOf, cookieOf, LOOK_COOKIE, lookOf } from '../http/look.js';
import { Tools } from '../tools.js';
import { Footer } from './layout.js';
import { visitOf } from './site.js';

const YEAR_SECONDS = 365 * 24 * 3600;

/** The shell of the application for those who log in, and the switch for how every page looks. */
@ApiTags('pages')
@Controller()
export class WebController {
  constructor(private readonly tools: Tools) {}

  @Get('app')
  @ForAudience('public')
  @Header('content-type', 'text/html; charset=utf-8')
  @AnswersWith(200, 'text/html')
  app(@Req() request: FastifyRequest) {
    return this.shell(request);
  }

  @Get('app/*')
  @ForAudience('public')
  @Header('content-type', 'text/html; charset=utf-8')
  @AnswersWith(200, 'text/html')
  below(@Req() request: FastifyRequest) {
    return this.shell(request);
  }

  /** 关怀版 · 高对比 · English: sets the cookie and goes back to where the person was. A plain link, no script needed. */
  @Get('look')
  @ForAudience('public')
  @AnswersWith(303, 'text/plain')
  look(
    @Query() { scale, contrast, lang, back }: LookQueryDto,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const now = lookOf(request);
    const next = {
      scale: (scale ?? now.scale) as typeof now.scale,
      contrast: (contrast ?? now.contrast) as typeof now.contrast,
      language: (lang ?? now.language) as typeof now.language,
    };
    void reply
      .setCookie(LOOK_COOKIE, cookieOf(next), { path: '/', maxAge: YEAR_SECONDS, sameSite: 'lax' })
      .status(303)
      .header('location', localPath(back))
      .type('text/plain')
      .send('');
  }

  private shell(request: FastifyRequest): string {
    const look = lookOf(request);
    const { script, styles } = this.tools.web.app;
    const attributes = Object.entries(
      attributesOf(look, this.tools.settings.mode === 'demo', COOKIE in (request.cookies ?? {})),
    )
      .map(([name, value]) => `${name}="${value}"`)
      .join(' ');
    const title = say(look.language, 'page.title');
    return [
      `<!doctype html><html ${attributes}><head><meta charset="utf-8">`,
      '<meta name="viewport" content="width=device-width, initial-scale=1">',
      `<title>${title}</title><link rel="icon" href="data:,">`,
      `<meta name="description" content="${say(look.language, 'page.description')}">`,
      ...styles.map((href) => `<link rel="stylesheet" href="${href}">`),
      `<script type="module" src="${script}"></script></head>`,
      `<body><div id="root"></div>${renderToStaticMarkup(<Footer visit={visitOf(this.tools, request)} />)}<noscript><p>${say(look.language, 'page.noscript')} <a href="/">${title}</a></p></noscript></body></html>`,
    ].join('');
  }
}

/** Only a page of ours is a place to go back to. */
const localPath = (back: string | undefined): string => (back && /^\/(?![/\\])[^\r\n]*$/.test(back) ? back : '/');
