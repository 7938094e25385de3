import { Body, Controller, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { openRows, retryRow, skippedRows, skipRow } from '../../../../libs/jobs/src/index.js';
import { machineNow } from '../../../../libs/platform/src/index.js';
import { Answers } from '../dto/answers.js';
import { OutboxQueryDto, SkipDto } from '../dto/operators.js';
import { PageQueryDto } from '../dto/queries.js';
import { actorOf, ForAudience, type Visitor } from '../http/audience.js';
import { Tools } from '../tools.js';

/** What the world must still be told, for those who run the system; the audit sees what they gave up. */
@ApiTags('admin')
@Controller('api/admin/outbox')
export class OutboxController {
  constructor(private readonly tools: Tools) {}

  @Get()
  @ForAudience(['systemAdmin', 'auditAdmin'])
  @Answers(200, 'OpenRowList')
  open(@Query() { standing, cursor, limit }: OutboxQueryDto) {
    const query = { failed: standing === 'failed', cursor, limit: limit ?? 50 };
    return openRows(this.tools.sql, query, new Date(machineNow()));
  }

  @Get('skipped')
  @ForAudience(['systemAdmin', 'auditAdmin'])
  @Answers(200, 'SkippedRowList')
  skipped(@Query() { cursor, limit }: PageQueryDto) {
    return skippedRows(this.tools.sql, { cursor, limit: limit ?? 20 });
  }

  @Post(':id/retry')
  @HttpCode(200)
  @ForAudience(['systemAdmin'])
  @Answers(200, 'Done')
  async retry(@Param('id') id: string) {
    await retryRow(this.tools.source, id);
    return { ok: true };
  }

  /** 跳过: with a reason that is kept for ever; the row is never performed, the next one of its case may go out. */
  @Post(':id/skip')
  @HttpCode(200)
  @ForAudience(['systemAdmin'])
  @Answers(200, 'Done')
  async skip(@Param('id') id: string, @Body() { reason }: SkipDto, @Req() request: Visitor) {
    const accountId = actorOf(request).accountId ?? '';
    const times = { machine: new Date(machineNow()), now: this.tools.clock.now() };
    await skipRow(this.tools.source, { outboxId: id, accountId, reason }, times);
    return { ok: true };
  }
}
