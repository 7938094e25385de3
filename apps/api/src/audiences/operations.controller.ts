import { Body, Controller, Get, Header, HttpCode, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { plainDateOf } from '../../../../libs/law/src/index.js';
import { METRICS_TYPE, moveDevelopmentClock, Refusal } from '../../../../libs/platform/src/index.js';
import { Answers, AnswersWith } from '../dto/answers.js';
import { ClockDto } from '../dto/commands.js';
import { AnswersReadiness } from '../dto/operators-answers.js';
import { Figures } from '../figures.js';
import { ForAudience } from '../http/audience.js';
import { OpenApiDocument } from '../open-api.js';
import { readinessOf } from '../readiness.js';
import { Tools } from '../tools.js';

/** For those who run the system, and the development clock of the demonstration. */
@ApiTags('operations')
@Controller()
export class OperationsController {
  private readonly figures: Figures;

  constructor(
    private readonly tools: Tools,
    private readonly openApi: OpenApiDocument,
  ) {
    this.figures = new Figures(tools);
  }

  @Get('healthz')
  @ForAudience('public')
  @Answers(200, 'Health')
  healthz() {
    return { ok: true };
  }

  /** Ready when every check holds: database, migrations, relay, oldest row, clocks. 503 with the reason otherwise. */
  @Get('readyz')
  @ForAudience('public')
  @AnswersReadiness()
  async readyz(@Res({ passthrough: true }) reply: FastifyReply) {
    const readiness = await readinessOf(this.tools);
    if (!readiness.ok) void reply.status(503);
    return readiness;
  }

  @Get('metrics')
  @ForAudience('public')
  @Header('content-type', METRICS_TYPE)
  @AnswersWith(200, 'text/plain')
  metrics() {
    return this.figures.text();
  }

  @Get('api/openapi.json')
  @ForAudience('public')
  @Answers(200, 'OpenApi')
  openapi() {
    return this.openApi.document;
  }

  @Get('api/clock')
  @ForAudience('public')
  @Answers(200, 'ClockView')
  now() {
    const now = this.tools.clock.now();
    return { now, today: plainDateOf(now) };
  }

  /** The development clock moves forward, never back; a production system has none (design 6.21). */
  @Post('api/clock')
  @HttpCode(200)
  @ForAudience(['systemAdmin'])
  @Answers(200, 'ClockView')
  async move(@Body() { to }: ClockDto) {
    if (this.tools.settings.mode === 'production') throw new Refusal('CLOCK_IN_PRODUCTION');
    const instant = Date.parse(to);
    if (Number.isNaN(instant))
      throw new Refusal('FIELDS_INVALID', { fields: [{ field: 'to', code: 'DATE_OUT_OF_RANGE' }] });
    await moveDevelopmentClock(this.tools.sql, this.tools.clock, new Date(instant));
    return this.now();
  }
}
