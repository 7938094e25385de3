import '@fastify/multipart';
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { findPhoto, keepPhoto, myVisits, recordChecklist, signResult } from '../../../../libs/inspections/src/index.js';
import { loginWithLimit } from '../../../../libs/people/src/index.js';
import { Refusal } from '../../../../libs/platform/src/index.js';
import { Answers, AnswersWith } from '../dto/answers.js';
import { ChecklistDto, CountersignatureDto, SignatureDto } from '../dto/commands.js';
import { actorOf, ForAudience, INSPECTORS, OFFICERS, type Visitor } from '../http/audience.js';
import { Tools } from '../tools.js';

const photoId = () => new ParseUUIDPipe({ exceptionFactory: () => new Refusal('FILE_NOT_FOUND') });
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
    return { items: await myVisits(this.tools.workshop, actorOf(request).accountId ?? '') };
  }

  @Put('visits/:id/checklist')
  @ForAudience(INSPECTORS)
  @Answers(200, 'ChecklistRecorded')
  checklist(@Param('id', visitId()) id: string, @Body() body: ChecklistDto, @Req() request: Visitor) {
    return recordChecklist(this.tools.workshop, { visitId: id, actor: actorOf(request) }, body);
  }

  @Post('visits/:id/signature')
  @HttpCode(200)
  @ForAudience(INSPECTORS)
  @Answers(200, 'Signed')
  sign(@Param('id', visitId()) id: string, @Body() body: SignatureDto, @Req() request: Visitor) {
    return signResult(this.tools.workshop, { visitId: id, actor: actorOf(request) }, body.contentHash);
  }

  /** The second signature on the same phone: the colleague proves who they are with their own password. */
  @Post('visits/:id/countersignature')
  @HttpCode(200)
  @ForAudience(INSPECTORS)
  @Answers(200, 'Signed')
  async countersign(@Param('id', visitId()) id: string, @Body() body: CountersignatureDto, @Req() request: Visitor) {
    const { sql, workshop } = this.tools;
    const account = await loginWithLimit(sql, { ...body, ip: request.ip });
    const beside = actorOf(request);
    if (account.id === beside.accountId) throw new Refusal('SECOND_SIGNER_SAME');
    const actor = { accountId: account.id, roles: account.roles, displayName: account.displayName };
    return signResult(workshop, { visitId: id, actor, beside }, body.contentHash);
  }

  /** Multipart with one `file`: a JPEG or PNG of what was seen. */
  @Post('visits/:id/photos')
  @ForAudience(INSPECTORS)
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } }, required: ['file'] },
  })
  @Answers(201, 'PhotoTaken')
  async photo(@Param('id', visitId()) id: string, @Req() request: Visitor) {
    const actor = actorOf(request);
    const upload = request.isMultipart() ? await request.file() : undefined;
    if (!upload) throw new Refusal('FILE_MISSING');
    const stored = await this.tools.files.take(upload.file);
    if (upload.file.truncated) throw new Refusal('FILE_TOO_LARGE');
    return keepPhoto(this.tools.workshop, { visitId: id, actor }, stored);
  }

  @Get('photos/:id')
  @ForAudience(INSPECTORS)
  @AnswersWith(200, 'image/jpeg')
  async showPhoto(@Param('id', photoId()) id: string, @Req() request: Visitor, @Res() reply: FastifyReply) {
    const { hash, mediaType } = await findPhoto(this.tools.sql, id, actorOf(request).accountId ?? '');
    void reply.header('content-type', mediaType).header('etag', `"${hash}"`);
    await reply.send(await this.tools.files.read(hash));
  }

  /** Colleagues who can be put on a team, or chair a hearing. */
  @Get('staff')
  @ForAudience(OFFICERS)
  @Answers(200, 'Staff')
  async staff() {
    const items = await this.tools.sql.query(
      `select id, display_name as "displayName", roles from account where active and roles && $1::text[] order by display_name, id limit 500`,
      [[...INSPECTORS, 'hearingChair']],
    );
    return { items };
  }
}
