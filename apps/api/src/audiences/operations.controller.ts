import { Body, Controller, Get, Header, HttpCode, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { plainDateOf } from '../../../../libs/law/src/index.js';
import { machineNow, moveDevelopmentClock, Refusal } from '../../../../libs/platform/src/index.js';
import { Answers, AnswersWith } from '../dto/answers.js';
import { ClockDto } from '../dto/commands.js';
import { ForAudience } from '../http/audience.js';
import { OpenApiDocument } from '../open-api.js';
import { Tools } from '../tools.js';

/** For those who run the system, and the development clock of the demonstration. */
@ApiTags('operations')
@Controller()
export class OperationsController {
  constructor(
    private readonly tools: Tools,
    private readonly openApi: OpenApiDocument,
  ) {}

  @Get('healthz')
  @ForAudience('public')
  @Answers(200, 'Health')
  healthz() {
    return { ok: true };
  }

  /** Ready when the database answers and the relay keeps up; 503 with the reason otherwise. */
  @Get('readyz')
  @ForAudience('public')
  @Answers(200, 'Health')
  async readyz(@Res({ passthrough: true }) reply: FastifyReply) {
    const checks = await this.checks().catch(() => ({ database: false, oldestUndeliveredSeconds: -1 }));
    const ok = checks.database && checks.oldestUndeliveredSeconds < 300;
    if (!ok) void reply.status(503);
    return { ok, checks };
  }

  @Get('metrics')
  @ForAudience('public')
  @Header('content-type', 'text/plain; version=0.0.4')
  @AnswersWith(200, 'text/plain')
  async metrics() {
    const { oldestUndeliveredSeconds } = await this.checks();
    const [row] = await this.tools.sql.query<{ open_rows: string; due_timers: string; cases: string }>(
      `select (select count(*) from outbox where done_at is null) as open_rows, (select count(*) from timer where wake_at <= $1) as due_timers,
         (select count(*) from licensing_case where closed_at is null) as cases`,
      [this.tools.clock.now()],
    );
    return [
      `licensing_outbox_open ${row?.open_rows ?? 0}`,
      `licensing_outbox_oldest_seconds ${oldestUndeliveredSeconds}`,
      `licensing_timers_due ${row?.due_timers ?? 0}`,
      `licensing_cases_open ${row?.cases ?? 0}`,
      '',
    ].join('\n');
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

  private async checks(): Promise<{ database: boolean; oldestUndeliveredSeconds: number }> {
    const [row] = await this.tools.sql.query<{ oldest: Date | null }>(
      'select min(created_at) as oldest from outbox where done_at is null',
    );
    const age = row?.oldest ? Math.max(0, Math.round((machineNow() - row.oldest.getTime()) / 1000)) : 0;
    return { database: true, oldestUndeliveredSeconds: age };
  }
}
