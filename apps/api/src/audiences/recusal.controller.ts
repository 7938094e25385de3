import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { isPlainDate, OFFICER_ROLES, plainDateOf, STAFF_ROLES } from '../../../../libs/law/src/index.js';
import {
  askRecusal,
  awaitedOpinions,
  declareInterests,
  openRequests,
  recusalsOf,
  redraw,
  ruleRecusal,
} from '../../../../libs/cases/src/index.js';
import { declarationsOf, leaveFrom, recordLeave, withoutDeclaration } from '../../../../libs/people/src/index.js';
import { Refusal } from '../../../../libs/platform/src/index.js';
import { Answers } from '../dto/answers.js';
import { InterestsDto, LeaveDto, RecusalRequestDto, RecusalRulingDto, RedrawDto } from '../dto/deciding.js';
import { actorOf, ForAudience, type Visitor } from '../http/audience.js';
import { Tools } from '../tools.js';

const caseId = () => new ParseUUIDPipe({ exceptionFactory: () => new Refusal('CASE_NOT_FOUND') });
const requestId = () => new ParseUUIDPipe({ exceptionFactory: () => new Refusal('RECUSAL_REQUEST_UNKNOWN') });

/** 利益申报, 回避, 随机分配. */
@ApiTags('recusal')
@Controller('api')
export class RecusalController {
  constructor(private readonly tools: Tools) {}

  @Get('cases/:id/recusals')
  @ForAudience('anybody')
  @Answers(200, 'Recusals')
  recusals(@Param('id', caseId()) id: string, @Req() request: Visitor) {
    return recusalsOf(this.tools.sql, id, actorOf(request));
  }

  /** By the applicant about somebody who has to do with the case; by an officer about themselves. */
  @Post('cases/:id/recusals')
  @ForAudience('anybody')
  @Answers(201, 'RecordKept')
  ask(@Param('id', caseId()) id: string, @Body() body: RecusalRequestDto, @Req() request: Visitor) {
    return askRecusal(this.tools.workshop, { caseId: id, actor: actorOf(request) }, body);
  }

  @Post('cases/:id/recusals/:requestId/ruling')
  @HttpCode(200)
  @ForAudience(['decisionMaker'])
  @Answers(200, 'Done')
  async rule(
    @Param('id', caseId()) id: string,
    @Param('requestId', requestId()) request: string,
    @Body() body: RecusalRulingDto,
    @Req() visitor: Visitor,
  ) {
    await ruleRecusal(this.tools.workshop, { caseId: id, requestId: request, actor: actorOf(visitor) }, body);
    return { ok: true };
  }

  /** Another draw for an office whose drawn person is away. */
  @Post('cases/:id/draws')
  @HttpCode(200)
  @ForAudience(['decisionMaker'])
  @Answers(200, 'Done')
  async redraw(@Param('id', caseId()) id: string, @Body() { role }: RedrawDto, @Req() request: Visitor) {
    await redraw(this.tools.workshop, { caseId: id, actor: actorOf(request) }, role);
    return { ok: true };
  }

  /** One's own declarations and what waits; who has not declared is told to those who lead and supervise. */
  @Get('desk/interests')
  @ForAudience(STAFF_ROLES)
  @Answers(200, 'OwnInterests')
  async interests(@Req() request: Visitor) {
    const { sql, clock } = this.tools;
    const actor = actorOf(request);
    const today = plainDateOf(clock.now());
    const year = Number(today.slice(0, 4));
    const leads = actor.roles.includes('decisionMaker');
    const watches = leads || actor.roles.includes('supervisor');
    return {
      year,
      declarations: await declarationsOf(sql, actor.accountId ?? ''),
      undeclared: watches ? await withoutDeclaration(sql, year, STAFF_ROLES) : [],
      openRequests: leads ? await openRequests(sql, actor) : [],
      awaitedOpinions: await awaitedOpinions(sql, actor),
      leave: leads ? await leaveFrom(sql, today) : [],
      colleagues: leads ? await this.colleagues(actor.accountId) : [],
    };
  }

  @Post('desk/interests')
  @HttpCode(200)
  @ForAudience(STAFF_ROLES)
  @Answers(200, 'Done')
  async declare(@Body() { interests }: InterestsDto, @Req() request: Visitor) {
    await declareInterests(this.tools.workshop, actorOf(request).accountId ?? '', interests);
    return { ok: true };
  }

  @Post('desk/leave')
  @HttpCode(200)
  @ForAudience(['decisionMaker'])
  @Answers(200, 'Done')
  async leave(@Body() { accountId, from, to }: LeaveDto, @Req() request: Visitor) {
    if (!isPlainDate(from) || !isPlainDate(to))
      throw new Refusal('FIELDS_INVALID', {
        fields: [{ field: isPlainDate(from) ? 'to' : 'from', code: 'DATE_OUT_OF_RANGE' }],
      });
    const { sql, workshop, clock } = this.tools;
    const tools = { ids: workshop.ids, now: clock.now() };
    await recordLeave(sql, tools, actorOf(request).accountId ?? '', { accountId, from, to });
    return { ok: true };
  }

  private colleagues(me: string | null) {
    return this.tools.sql.query(
      `select id as "accountId", display_name as "displayName", roles from account
       where active and roles && $1::text[] and id <> $2 order by display_name, id limit 500`,
      [OFFICER_ROLES, me],
    );
  }
}
