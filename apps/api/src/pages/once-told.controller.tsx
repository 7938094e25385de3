import { Controller, Get, Header, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { AnswersWith } from '../dto/answers.js';
import { head, text, type Block } from '../guide/blocks.js';
import { ForAudience } from '../http/audience.js';
import { REFUSED_PHRASES, toldCells, toldHead, toldRows, type ToldRow } from '../lists/once-told.js';
import { Tools } from '../tools.js';
import { Blocks } from './blocks.js';
import { renderPage } from './layout.js';
import { Zh } from './parts.js';
import { visitOf } from './site.js';
import type { Words } from './words.js';

/** 一次性告知公开: how often the bureau told and reminded, and the phrases that it does not send. */
@ApiTags('pages')
@Controller('told')
export class OnceToldPageController {
  constructor(private readonly tools: Tools) {}

  @Get()
  @ForAudience('public')
  @Header('content-type', 'text/html; charset=utf-8')
  @AnswersWith(200, 'text/html')
  async told(@Req() request: FastifyRequest) {
    const visit = visitOf(this.tools, request);
    const rows = await toldRows(this.tools);
    return renderPage(visit, { title: visit.t('told.title'), children: <OnceToldPage t={visit.t} rows={rows} /> });
  }
}

function OnceToldPage({ t, rows }: { t: Words; rows: readonly ToldRow[] }) {
  return (
    <>
      <p className="lead">{t('told.lead')}</p>
      {rows.length === 0 ? <p className="empty">{t('told.none')}</p> : <Blocks t={t} blocks={[tableOf(t, rows)]} />}
      <ul className="ways no-print">
        <li>
          <a href={`/api/public/once-told/csv?lang=${t.language}`}>{t('told.csv')}</a>
        </li>
        <li>
          <a href="/api/public/once-told">{t('told.json')}</a>
        </li>
      </ul>
      <section aria-labelledby="words">
        <h2 id="words">{t('told.words')}</h2>
        <Blocks t={t} blocks={[text(t('told.wordsLead'))]} />
        <Phrases t={t} phrases={REFUSED_PHRASES.vague} />
        <Blocks t={t} blocks={[text(t('told.askLead'))]} />
        <Phrases t={t} phrases={REFUSED_PHRASES.asking} />
        <Blocks t={t} blocks={[head(t('told.askPairs'))]} />
        <Phrases t={t} phrases={REFUSED_PHRASES.askingHeads} />
        <Phrases t={t} phrases={REFUSED_PHRASES.askingVerbs} />
      </section>
    </>
  );
}

const tableOf = (t: Words, rows: readonly ToldRow[]): Block => ({
  kind: 'table',
  label: t('told.caption'),
  head: toldHead(t),
  rows: rows.map((row) => toldCells(t, row)),
});

/** Phrases are Chinese whatever the language of the page. */
function Phrases({ t, phrases }: { t: Words; phrases: readonly string[] }) {
  return (
    <p>
      <Zh t={t}>{phrases.join(t.listMark)}</Zh>
    </p>
  );
}
