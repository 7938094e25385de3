import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Query, Req } from '@nestjs/common';
import { ApiQuery, ApiTags } from '@nestjs/swagger';
import {
  answerPreReview,
  dressed,
  handle,
  listCases,
  mustSee,
  openCase,
  openFile,
  preview,
  previewExclusion,
  rate,
  requestPreReview,
  saveDraft,
  storyOf,
  viewCase,
  type Command,
} from '../../../../libs/cases/src/index.js';
import type { EventType } from '../../../../libs/procedures/src/index.js';
import { randomIds, Refusal } from '../../../../libs/platform/src/index.js';
import { Answers } from '../dto/answers.js';
import {
  COMMAND_TYPES,
  CommandDto,
  DraftDto,
  OpenCaseDto,
  PreReviewAnswerDto,
  PreviewDto,
  RatingDto,
  shapeOf,
} from '../dto/commands.js';
import { EffectQueryDto } from '../dto/procedures.js';
import { CaseQueryDto } from '../dto/queries.js';
import { actorOf, ForAudience, OFFICERS, type Visitor } from '../http/audience.js';
import { refusedCommand } from '../http/problem.js';
import { checked, checkedEmpty } from '../http/validation.js';
import { Tools } from '../tools.js';
import { tripBound } from '../trip-bound.js';

const caseId = () => new ParseUUIDPipe({ exceptionFactory: () => new Refusal('CASE_NOT_FOUND') });

/** Cases, for applicants and officers alike: what differs is what they see and what `allowed[]` offers. */
@ApiTags('cases')
@Controller('api/cases')
export class CasesController {
  constructor(private readonly tools: Tools) {}

  @Post()
  @ForAudience(['sponsor'])
  @Answers(201, 'CommandAnswer')
  open(@Body() body: OpenCaseDto, @Req() request: Visitor) {
    return openCase(this.tools.workshop, { ...body, actor: actorOf(request) });
  }

  @Get()
  @ForAudience('anybody')
  @ApiQuery({ type: CaseQueryDto })
  @Answers(200, 'CaseList')
  async list(@Query() query: CaseQueryDto, @Req() request: Visitor) {
    const { sql, workshop } = this.tools;
    return dressed(workshop, sql, await listCases(sql, actorOf(request), { ...query, limit: query.limit ?? 20 }));
  }

  @Get(':id')
  @ForAudience('anybody')
  @Answers(200, 'CaseView')
  async view(@Param('id', caseId()) id: string, @Req() request: Visitor) {
    const view = await viewCase(this.tools.workshop, this.tools.sql, id, actorOf(request));
    return { ...view, trips: { ...view.trips, bound: tripBound(this.tools, view.matter, view.machineHash) } };
  }

  @Patch(':id/draft')
  @ForAudience(['sponsor'])
  @Answers(200, 'DraftSaved')
  save(@Param('id', caseId()) id: string, @Body() body: DraftDto, @Req() request: Visitor) {
    return saveDraft(
      this.tools.workshop,
      { caseId: id, actor: actorOf(request), expectedVersion: body.expectedVersion },
      body.fields,
    );
  }

  @Post(':id/commands')
  @HttpCode(200)
  @ForAudience('anybody')
  @Answers(200, 'CommandAnswer')
  async command(@Param('id', caseId()) id: string, @Body() body: CommandDto, @Req() request: Visitor) {
    const command = this.commandOf(id, body.commandId, body, request);
    const answer = await handle(this.tools.workshop, command);
    if ('refused' in answer) throw refusedCommand(answer);
    return answer;
  }

  /** What a step would bring, without taking it: the letters as the applicant would read them, and the clocks. */
  @Post(':id/preview')
  @HttpCode(200)
  @ForAudience(OFFICERS)
  @Answers(200, 'Preview')
  async preview(@Param('id', caseId()) id: string, @Body() body: PreviewDto, @Req() request: Visitor) {
    const answer = await preview(this.tools.workshop, this.commandOf(id, randomIds.uuid(), body, request));
    if ('refused' in answer) throw refusedCommand(answer);
    return answer;
  }

  @Post(':id/rating')
  @HttpCode(200)
  @ForAudience(['sponsor'])
  @Answers(200, 'Done')
  async rate(@Param('id', caseId()) id: string, @Body() body: RatingDto, @Req() request: Visitor) {
    await rate(this.tools.workshop, { caseId: id, actor: actorOf(request) }, body);
    return { ok: true };
  }

  @Get(':id/events')
  @ForAudience('anybody')
  @Answers(200, 'Story')
  async events(@Param('id', caseId()) id: string, @Req() request: Visitor) {
    return { items: await storyOf(this.tools.workshop, this.tools.sql, id, actorOf(request)) };
  }

  @Get(':id/clock')
  @ForAudience('anybody')
  @Answers(200, 'Clocks')
  async clock(@Param('id', caseId()) id: string, @Req() request: Visitor) {
    await mustSee(this.tools.sql, id, actorOf(request));
    const file = await openFile(this.tools.sql, id, this.tools.workshop);
    return { asOf: file.today, clocks: file.clocks };
  }

  /** Before a special procedure is opened: which dates would move, and to which day. The same for both sides. */
  @Get(':id/clock/effect')
  @ForAudience('anybody')
  @ApiQuery({ type: EffectQueryDto })
  @Answers(200, 'ExclusionEffect')
  effect(@Param('id', caseId()) id: string, @Query() query: EffectQueryDto, @Req() request: Visitor) {
    return previewExclusion(this.tools.workshop, this.tools.sql, id, actorOf(request), query);
  }

  @Post(':id/pre-review')
  @ForAudience(['sponsor'])
  @Answers(201, 'PreReviewRequested')
  preReview(@Param('id', caseId()) id: string, @Req() request: Visitor) {
    return requestPreReview(this.tools.workshop, { caseId: id, actor: actorOf(request) });
  }

  @Post(':id/pre-review/answer')
  @HttpCode(200)
  @ForAudience(['windowClerk'])
  @Answers(200, 'PreReviewAnswered')
  answerPreReview(@Param('id', caseId()) id: string, @Body() body: PreReviewAnswerDto, @Req() request: Visitor) {
    return answerPreReview(this.tools.workshop, { caseId: id, actor: actorOf(request) }, body.verdicts);
  }

  /** A body as a command: its type known, its payload of the right shape, and refused for a case that the sender may not see. */
  private commandOf(
    caseId: string,
    commandId: string,
    body: { type: string; payload?: Record<string, unknown>; expectedVersion?: number },
    request: Visitor,
  ): Command<EventType> {
    const actor = actorOf(request);
    const type = COMMAND_TYPES.find((known) => known === body.type);
    if (!type) throw new Refusal('COMMAND_UNKNOWN');
    const shape = shapeOf(type);
    const payload = shape ? checked(shape, body.payload, 'payload') : checkedEmpty(body.payload, 'payload');
    return {
      commandId,
      caseId,
      type,
      payload,
      actor,
      onSight: true,
      expectedVersion: body.expectedVersion,
    } as unknown as Command<EventType>;
  }
}
