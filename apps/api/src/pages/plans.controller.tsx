import { Controller, Get, Header, Param, Query, Req, Res } from '@nestjs/common';
import { ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { likely, plainDate, walk, type PlainDate } from '../../../../libs/law/src/index.js';
import { BRANCHES, branchesOf, rehearse, type Branches } from '../../../../libs/publicity/src/index.js';
import { AnswersWith } from '../dto/answers.js';
import { RehearsalQueryDto } from '../dto/queries.js';
import { estimateOf } from '../guide/estimate.js';
import { guidedOf } from '../guide/guide.js';
import { ForAudience } from '../http/audience.js';
import { listId } from '../lists/lists.js';
import { mattersOf } from '../lists/sources.js';
import { Tools } from '../tools.js';
import { renderPage } from './layout.js';
import { ListPage, ListsPage } from './lists-page.js';
import { readStart } from './rehearsal-start.js';
import { RehearsalPage } from './rehearsal-page.js';
import { visitOf } from './site.js';
import { TriagePage } from './triage-page.js';

const HTML = 'text/html; charset=utf-8';
type Parameters = Record<string, unknown>;

/** Pages for planning: which matter it is, how it will go, and what the authority does at all. */
@ApiTags('pages')
@Controller()
export class PlansController {
  constructor(private readonly tools: Tools) {}

  /** The questions of the triage; the answers stand in the address, what others hang on it is passed over. */
  @Get('triage')
  @ForAudience('public')
  @Header('content-type', HTML)
  @ApiQuery({ name: 'want', required: false, type: String })
  @AnswersWith(200, 'text/html')
  async triage(@Query() query: Parameters, @Req() request: FastifyRequest) {
    const visit = visitOf(this.tools, request);
    const answers = Object.fromEntries(
      Object.entries(query).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
    );
    const way = walk(answers);
    const known = way.end?.end === 'matter' ? way.end : likely(answers);
    const spoken = way.end && 'matter' in way.end ? way.end.matter : null;
    const missed = way.question !== null && answers['asked'] === way.question;
    return renderPage(visit, {
      title: visit.t('triage.title'),
      faulty: missed,
      children: (
        <TriagePage
          t={visit.t}
          way={way}
          missed={missed}
          estimate={known && this.offers(known.matter) ? await estimateOf(this.tools, known.matter, known.facts) : null}
          guided={spoken && this.offers(spoken) ? guidedOf(this.tools, spoken) : null}
        />
      ),
    });
  }

  /** A county need not offer every matter. */
  private offers(code: string): boolean {
    return this.tools.workshop.shelf.published.has(code);
  }

  @Get('guides/:code/rehearsal')
  @ForAudience('public')
  @Header('content-type', HTML)
  @AnswersWith(200, 'text/html')
  async rehearsal(
    @Param('code') code: string,
    @Query() query: RehearsalQueryDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const visit = visitOf(this.tools, request);
    const guided = guidedOf(this.tools, code);
    const { pack, procedure } = this.tools.workshop.shelf.current(code);
    const { from, fault } = readStart(visit.t, query.from ?? visit.today);
    if (fault) void reply.status(422);
    const calendar = await this.tools.workshop.calendars.inForce(this.tools.sql);
    const branches: Branches = Object.fromEntries(BRANCHES.map((branch) => [branch, query[branch] === 'yes']));
    const played = (start: PlainDate, turns: Branches) =>
      rehearse({ pack, procedure, calendar, from: start, branches: turns });
    return renderPage(visit, {
      title: visit.t('rehearsal.title', { name: visit.t.called(pack) }),
      faulty: fault !== null,
      children: (
        <RehearsalPage
          t={visit.t}
          guided={guided}
          typed={query.from ?? plainDate(visit.today)}
          fault={fault}
          from={from}
          branches={branches}
          possible={branchesOf({ pack, procedure })}
          steps={from ? played(from, branches) : []}
          straight={from ? played(from, {}) : []}
        />
      ),
    });
  }

  @Get('lists')
  @ForAudience('public')
  @Header('content-type', HTML)
  @AnswersWith(200, 'text/html')
  lists(@Req() request: FastifyRequest) {
    const visit = visitOf(this.tools, request);
    return renderPage(visit, { title: visit.t('list.title'), children: <ListsPage t={visit.t} /> });
  }

  @Get('lists/:list')
  @ForAudience('public')
  @Header('content-type', HTML)
  @AnswersWith(200, 'text/html')
  list(@Param('list') name: string, @Req() request: FastifyRequest) {
    const visit = visitOf(this.tools, request);
    const list = listId(name);
    return renderPage(visit, {
      title: visit.t(`list.${list}`),
      children: <ListPage t={visit.t} list={list} matters={mattersOf(this.tools)} />,
    });
  }
}
