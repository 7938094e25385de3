import '@fastify/multipart';
import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { DECISION_DOCUMENTS, handIn, mustSee } from '../../../../libs/cases/src/index.js';
import { Refusal } from '../../../../libs/platform/src/index.js';
import { Answers, AnswersWith } from '../dto/answers.js';
import { actorOf, ForAudience, type Visitor } from '../http/audience.js';
import { Tools } from '../tools.js';

const fileId = () => new ParseUUIDPipe({ exceptionFactory: () => new Refusal('FILE_NOT_FOUND') });

/** What is handed in, and what the bureau made. */
@ApiTags('files')
@Controller('api')
export class FilesController {
  constructor(private readonly tools: Tools) {}

  /** Multipart: the fields `caseId` and `lineId` first, then one `file`. The type is read from the content. */
  @Post('files')
  @HttpCode(201)
  @ForAudience(['sponsor'])
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      properties: {
        caseId: { type: 'string' },
        lineId: { type: 'string' },
        file: { type: 'string', format: 'binary' },
      },
      required: ['caseId', 'lineId', 'file'],
    },
  })
  @Answers(201, 'HandedIn')
  async upload(@Req() request: Visitor) {
    const actor = actorOf(request);
    if (!request.isMultipart()) throw new Refusal('FILE_MISSING');
    const upload = await request.file();
    if (!upload) throw new Refusal('FILE_MISSING');
    const { caseId, lineId } = fieldsOf(upload.fields);
    await mustSee(this.tools.sql, caseId, actor);
    const stored = await this.tools.files.take(upload.file);
    if (upload.file.truncated) throw new Refusal('FILE_TOO_LARGE');
    const name = upload.filename.replace(/[\p{Cc}/\\]/gu, '').slice(0, 200) || 'file';
    return handIn(this.tools.workshop, { caseId, lineId, actor }, stored, name);
  }

  @Get('files/:id')
  @ForAudience('anybody')
  @AnswersWith(200, 'application/octet-stream')
  async download(@Param('id', fileId()) id: string, @Req() request: Visitor, @Res() reply: FastifyReply) {
    const [row] = await this.tools.sql.query<{
      case_id: string;
      file_hash: string;
      file_name: string;
      media_type: string;
    }>(
      'select h.case_id, h.file_hash, h.file_name, f.media_type from hand_in h join stored_file f on f.hash = h.file_hash where h.id = $1',
      [id],
    );
    await this.send(row, 'FILE_NOT_FOUND', request, reply);
  }

  /** A document of the bureau as PDF, a moment after the step that made it; the letters of a decision from their service on. */
  @Get('documents/:id')
  @ForAudience('anybody')
  @AnswersWith(200, 'application/pdf')
  async document(@Param('id', fileId()) id: string, @Req() request: Visitor, @Res() reply: FastifyReply) {
    const [row] = await this.tools.sql.query<{
      case_id: string;
      file_hash: string | null;
      file_name: string;
      media_type: string;
    }>(
      `select d.case_id, d.file_hash, d.number || '.pdf' as file_name, 'application/pdf' as media_type
       from document d join licensing_case c on c.id = d.case_id
       where d.id = $1 and (c.sponsor_id <> $2 or d.kind <> all($3)
         or exists (select 1 from service_record s where s.document_id = d.id))`,
      [id, actorOf(request).accountId, DECISION_DOCUMENTS],
    );
    await this.send(row, 'DOCUMENT_NOT_READY', request, reply);
  }

  /** Only who may see the case may see its files; for everybody else they do not exist. */
  private async send(
    row: { case_id: string; file_hash: string | null; file_name: string; media_type: string } | undefined,
    missing: 'FILE_NOT_FOUND' | 'DOCUMENT_NOT_READY',
    request: Visitor,
    reply: FastifyReply,
  ): Promise<void> {
    if (!row) throw new Refusal('FILE_NOT_FOUND');
    await mustSee(this.tools.sql, row.case_id, actorOf(request)).catch(() => {
      throw new Refusal('FILE_NOT_FOUND');
    });
    if (!row.file_hash) throw new Refusal(missing);
    const stream = await this.tools.files.read(row.file_hash);
    void reply
      .header('content-type', row.media_type)
      .header('content-disposition', `inline; filename*=UTF-8''${encodeURIComponent(row.file_name)}`)
      .header('etag', `"${row.file_hash}"`);
    await reply.send(stream);
  }
}

/** The two text fields of an upload, each once. */
function fieldsOf(fields: Record<string, unknown>): { caseId: string; lineId: string } {
  const unknown = Object.keys(fields).filter((name) => !['caseId', 'lineId', 'file'].includes(name));
  const [extra] = unknown;
  if (extra) throw new Refusal('FIELDS_INVALID', { fields: [{ field: extra, code: 'FIELD_UNKNOWN' }] });
  return {
    caseId: one(fields, 'caseId', /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
    lineId: one(fields, 'lineId', /^[A-Z-]{2,20}$/),
  };
}

function one(fields: Record<string, unknown>, name: string, form: RegExp): string {
  const field = fields[name];
  if (Array.isArray(field)) throw new Refusal('DUPLICATE_FIELD', { params: { field: name } });
  const value = (field as { value?: unknown } | undefined)?.value;
  if (typeof value !== 'string' || !form.test(value))
    throw new Refusal('FIELDS_INVALID', {
      fields: [{ field: name, code: value === undefined ? 'FIELD_MISSING' : 'INVALID' }],
    });
  return value;
}
