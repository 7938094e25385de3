import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { myVisits, recordChecklist, signResult } from '../../../../libs/inspections/src/index.js';
import { Refusal } from '../../../../libs/platform/src/index.js';
import { Answers } from '../dto/answers.js';
import { ChecklistDto, SignatureDto } from '../dto/commands.js';
import { actorOf, ForAudience, INSPECTORS, OFFICERS, type Visitor } from '../http/audience.js';
import { Tools } from '../tools.js';

const visitId = () => new ParseUUIDPipe({ exceptionFactory: () => new Refusal('VISIT_NOT_FOUND') });

/** Joint site checks (联合踏勘): my visits, the checklist of my department, my signature. */
@ApiTags('visits')
@Controller('api')
export class InspectorController {
  constructor(private readonly tools: Tools) {}

  @Get('visits')
  @ForAudience(INSPECTORS)
  @Answers(200, 'Visits')
  async visits(@Req() request: Visitor) {
    return { items: await myVisits(this.tools.sql, actorOf(request).accountId ?? '') };
  }

  @Put('visits/:id/checklist')
  @ForAudience(INSPECTORS)
  @Answers(200, 'ChecklistRecorded')
  checklist(@Param('id', visitId()) id: string, @Body() body: ChecklistDto, @Req() request: Visitor) {
    return recordChecklist(this.tools.workshop, { visitId: id, actor: actorOf(request) }, body.answers);
  }

  @Post('visits/:id/signature')
  @HttpCode(200)
  @ForAudience(INSPECTORS)
  @Answers(200, 'Signed')
  sign(@Param('id', visitId()) id: string, @Body() body: SignatureDto, @Req() request: Visitor) {
    return signResult(this.tools.workshop, { visitId: id, actor: actorOf(request) }, body.contentHash);
  }

  /** Colleagues who can be put on a team. */
  @Get('staff')
  @ForAudience(OFFICERS)
  @Answers(200, 'Staff')
  async staff() {
    const items = await this.tools.sql.query(
      `select id, display_name as "displayName", roles from account where active and roles && $1::text[] order by display_name, id limit 500`,
      [INSPECTORS],
    );
    return { items };
  }
}
