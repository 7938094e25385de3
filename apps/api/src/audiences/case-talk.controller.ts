import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { messagesOf, notesOf, sendMessage, writeNote } from '../../../../libs/cases/src/index.js';
import { Refusal } from '../../../../libs/platform/src/index.js';
import { Answers } from '../dto/answers.js';
import { MessageDto, NoteDto } from '../dto/talk.js';
import { actorOf, ForAudience, OFFICERS, type Visitor } from '../http/audience.js';
import { Tools } from '../tools.js';

const caseId = () => new ParseUUIDPipe({ exceptionFactory: () => new Refusal('CASE_NOT_FOUND') });

/** What is said beside a case: messages between its applicant and the bureau, and notes of the bureau for itself. */
@ApiTags('cases')
@Controller('api/cases/:id')
export class CaseTalkController {
  constructor(private readonly tools: Tools) {}

  @Get('messages')
  @ForAudience(['sponsor', ...OFFICERS])
  @Answers(200, 'CaseMessages')
  async messages(@Param('id', caseId()) id: string, @Req() request: Visitor) {
    return { items: await messagesOf(this.tools.sql, { caseId: id, actor: actorOf(request) }) };
  }

  /** A message asks for nothing: one of the bureau that does is refused, with the lines that a notice may ask for. */
  @Post('messages')
  @ForAudience(['sponsor', ...OFFICERS])
  @Answers(201, 'CaseMessage')
  send(@Param('id', caseId()) id: string, @Body() { words }: MessageDto, @Req() request: Visitor) {
    return sendMessage(this.tools.workshop, this.tools.sql, { caseId: id, actor: actorOf(request) }, words);
  }

  @Get('notes')
  @ForAudience(OFFICERS)
  @Answers(200, 'InternalNotes')
  async notes(@Param('id', caseId()) id: string, @Req() request: Visitor) {
    return { items: await notesOf(this.tools.sql, { caseId: id, actor: actorOf(request) }) };
  }

  @Post('notes')
  @ForAudience(OFFICERS)
  @Answers(201, 'InternalNote')
  note(@Param('id', caseId()) id: string, @Body() { words }: NoteDto, @Req() request: Visitor) {
    return writeNote(this.tools.workshop, this.tools.sql, { caseId: id, actor: actorOf(request) }, words);
  }
}
