import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import {
  coSign,
  coSignedBy,
  coSignersSeen,
  inviteCoSigner,
  mustBeParty,
  takeSeat,
  toSign,
} from '../../../../libs/cases/src/index.js';
import { Refusal } from '../../../../libs/platform/src/index.js';
import { Answers, AnswersWith } from '../dto/answers.js';
import { CoSignDto, SeatDto } from '../dto/co-signatures.js';
import { actorOf, ForAudience, type Visitor } from '../http/audience.js';
import { Tools } from '../tools.js';

const caseId = () => new ParseUUIDPipe({ exceptionFactory: () => new Refusal('CASE_NOT_FOUND') });
const fileId = () => new ParseUUIDPipe({ exceptionFactory: () => new Refusal('FILE_NOT_FOUND') });

/** 共同确认: what several parties ask for is filed when every one of them has confirmed the same content. */
@ApiTags('co-signatures')
@Controller('api')
export class CoSignaturesController {
  constructor(private readonly tools: Tools) {}

  @Get('cases/:id/co-signers')
  @ForAudience('anybody')
  @Answers(200, 'CoSigners')
  coSigners(@Param('id', caseId()) id: string, @Req() request: Visitor) {
    return coSignersSeen(this.tools.workshop, this.tools.sql, id, actorOf(request));
  }

  /** A code for one party; the applicant passes it on. */
  @Post('cases/:id/co-signers/:party/invitation')
  @HttpCode(201)
  @ForAudience(['sponsor'])
  @Answers(201, 'CoSignerCode')
  invite(@Param('id', caseId()) id: string, @Param('party') party: string, @Req() request: Visitor) {
    return inviteCoSigner(this.tools.workshop, { caseId: id, actor: actorOf(request) }, party);
  }

  /** The cases of others in which one has a word. */
  @Get('co-signatures')
  @ForAudience(['sponsor'])
  @Answers(200, 'CoSignings')
  async mine(@Req() request: Visitor) {
    return { items: await coSignedBy(this.tools.sql, actorOf(request)) };
  }

  @Post('co-signatures')
  @HttpCode(200)
  @ForAudience(['sponsor'])
  @Answers(200, 'CoSignerSeat')
  seat(@Body() { code }: SeatDto, @Req() request: Visitor) {
    return takeSeat(this.tools.workshop, actorOf(request), code);
  }

  /** What exactly is confirmed: the form and the files as they would be filed. */
  @Get('co-signatures/:id')
  @ForAudience(['sponsor'])
  @Answers(200, 'ToSign')
  toSign(@Param('id', caseId()) id: string, @Req() request: Visitor) {
    return toSign(this.tools.workshop, this.tools.sql, id, actorOf(request));
  }

  @Post('co-signatures/:id')
  @HttpCode(200)
  @ForAudience(['sponsor'])
  @Answers(200, 'Done')
  async sign(@Param('id', caseId()) id: string, @Body() { contentHash }: CoSignDto, @Req() request: Visitor) {
    await coSign(this.tools.workshop, { caseId: id, actor: actorOf(request) }, contentHash);
    return { ok: true };
  }

  /** A file that belongs to what is confirmed; whoever has no word in the case does not find it. */
  @Get('co-signatures/:id/files/:fileId')
  @ForAudience(['sponsor'])
  @AnswersWith(200, 'application/octet-stream')
  async file(
    @Param('id', caseId()) id: string,
    @Param('fileId', fileId()) handInId: string,
    @Req() request: Visitor,
    @Res() reply: FastifyReply,
  ) {
    const { sql, files } = this.tools;
    await mustBeParty(sql, id, actorOf(request));
    const [row] = await sql.query<{ hash: string; name: string; type: string }>(
      `select h.file_hash as hash, h.file_name as name, f.media_type as type from hand_in h
       join stored_file f on f.hash = h.file_hash where h.id = $1 and h.case_id = $2 and h.superseded_at is null`,
      [handInId, id],
    );
    if (!row) throw new Refusal('FILE_NOT_FOUND');
    void reply
      .header('content-type', row.type)
      .header('content-disposition', `inline; filename*=UTF-8''${encodeURIComponent(row.name)}`)
      .header('etag', `"${row.hash}"`);
    await reply.send(await files.read(row.hash));
  }
}
