import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  concludeMeeting,
  conveneMeeting,
  decisionRoom,
  giveOpinion,
  recordDeliberation,
} from '../../../../libs/cases/src/index.js';
import { Refusal } from '../../../../libs/platform/src/index.js';
import { Answers } from '../dto/answers.js';
import { DeliberationRecordDto, MeetingConclusionDto, MeetingDto, MeetingOpinionDto } from '../dto/deciding.js';
import { actorOf, ForAudience, OFFICERS, type Visitor } from '../http/audience.js';
import { Tools } from '../tools.js';

const caseId = () => new ParseUUIDPipe({ exceptionFactory: () => new Refusal('CASE_NOT_FOUND') });
const meetingId = () => new ParseUUIDPipe({ exceptionFactory: () => new Refusal('MEETING_UNKNOWN') });

/** What comes before a decision: discussion, expert argument, risk assessment, and the nearest earlier decisions. */
@ApiTags('decision room')
@Controller('api/cases')
export class DecisionRoomController {
  constructor(private readonly tools: Tools) {}

  @Get(':id/decision-room')
  @ForAudience(OFFICERS)
  @Answers(200, 'DecisionRoom')
  room(@Param('id', caseId()) id: string, @Req() request: Visitor) {
    return decisionRoom(this.tools.workshop, this.tools.sql, id, actorOf(request));
  }

  /** Who convenes is the chair. */
  @Post(':id/meetings')
  @ForAudience(['decisionMaker'])
  @Answers(201, 'MeetingConvened')
  convene(@Param('id', caseId()) id: string, @Body() { members }: MeetingDto, @Req() request: Visitor) {
    return conveneMeeting(this.tools.workshop, { caseId: id, actor: actorOf(request) }, members);
  }

  @Post(':id/meetings/:meetingId/opinions')
  @HttpCode(200)
  @ForAudience(OFFICERS)
  @Answers(200, 'Done')
  async opinion(
    @Param('id', caseId()) id: string,
    @Param('meetingId', meetingId()) meeting: string,
    @Body() body: MeetingOpinionDto,
    @Req() request: Visitor,
  ) {
    await giveOpinion(this.tools.workshop, { caseId: id, meetingId: meeting, actor: actorOf(request) }, body);
    return { ok: true };
  }

  @Post(':id/meetings/:meetingId/conclusion')
  @HttpCode(200)
  @ForAudience(OFFICERS)
  @Answers(200, 'Done')
  async conclusion(
    @Param('id', caseId()) id: string,
    @Param('meetingId', meetingId()) meeting: string,
    @Body() body: MeetingConclusionDto,
    @Req() request: Visitor,
  ) {
    await concludeMeeting(this.tools.workshop, { caseId: id, meetingId: meeting, actor: actorOf(request) }, body);
    return { ok: true };
  }

  @Post(':id/deliberation-records')
  @ForAudience(['reviewer', 'legalReviewer'])
  @Answers(201, 'RecordKept')
  record(@Param('id', caseId()) id: string, @Body() body: DeliberationRecordDto, @Req() request: Visitor) {
    return recordDeliberation(this.tools.workshop, { caseId: id, actor: actorOf(request) }, body);
  }
}
