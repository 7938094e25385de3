import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { acknowledgeTicket, explainPromise, listTickets, supervisionBoard } from '../../../../libs/cases/src/index.js';
import { EXPLAINERS } from '../../../../libs/law/src/index.js';
import { Refusal } from '../../../../libs/platform/src/index.js';
import { Answers } from '../dto/answers.js';
import { AcknowledgementDto, BoardQueryDto, ExplanationDto, TicketQueryDto } from '../dto/supervision.js';
import { actorOf, ForAudience, OFFICERS, type Visitor } from '../http/audience.js';
import { Tools } from '../tools.js';

const ticketId = () => new ParseUUIDPipe({ exceptionFactory: () => new Refusal('TICKET_NOT_FOUND') });

/** 督办: what waits where and in which colour, and the tickets that climb until somebody acknowledges them. */
@ApiTags('desk')
@Controller('api/desk')
export class SupervisionController {
  constructor(private readonly tools: Tools) {}

  @Get('supervision')
  @ForAudience(OFFICERS)
  @Answers(200, 'SupervisionBoard')
  board(@Query() { scope }: BoardQueryDto, @Req() request: Visitor) {
    return supervisionBoard(this.tools.workshop, this.tools.sql, actorOf(request), scope ?? 'mine');
  }

  @Get('tickets')
  @ForAudience(OFFICERS)
  @Answers(200, 'TicketList')
  async tickets(@Query() { scope, state, cursor, limit }: TicketQueryDto, @Req() request: Visitor) {
    const { clock, workshop, sql } = this.tools;
    return listTickets(
      sql,
      actorOf(request),
      { scope: scope ?? 'mine', state: state ?? 'open', cursor, limit: limit ?? 50 },
      { now: clock.now(), calendar: await workshop.calendars.inForce(sql), readings: workshop.shelf.readings },
    );
  }

  /** 签收, by whoever stands on the rung of the ticket; nobody takes a ticket off, skips a rung or goes back. */
  @Post('tickets/:id/acknowledgement')
  @HttpCode(200)
  @ForAudience(OFFICERS)
  @Answers(200, 'Done')
  async acknowledge(
    @Param('id', ticketId()) id: string,
    @Body() { note }: AcknowledgementDto,
    @Req() request: Visitor,
  ) {
    await acknowledgeTicket(this.tools.workshop, { ticketId: id, actor: actorOf(request) }, note);
    return { ok: true };
  }

  /** 公开说明 of a missed promise: once, by a head of the bureau, and public at once. */
  @Post('tickets/:id/explanation')
  @HttpCode(200)
  @ForAudience(EXPLAINERS)
  @Answers(200, 'Done')
  async explain(@Param('id', ticketId()) id: string, @Body() { reason }: ExplanationDto, @Req() request: Visitor) {
    await explainPromise(this.tools.workshop, { ticketId: id, actor: actorOf(request) }, reason);
    return { ok: true };
  }
}
