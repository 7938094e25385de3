import {
  Body,
  Controller,
  Delete,
  Get,
  Header,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Put,
  Query,
  Req,
} from '@nestjs/common';
import { ApiQuery, ApiTags } from '@nestjs/swagger';
import {
  agendaOf,
  appointmentForCalendar,
  appointmentPage,
  bookAppointment,
  cancelAppointment,
  freeSlots,
  keepAppointment,
  moveAppointment,
  mustSee,
} from '../../../../libs/cases/src/index.js';
import { calendarFile } from '../../../../libs/documents/src/ics.js';
import { isPlainDate, plainDateOf, slotEnd, slotStart } from '../../../../libs/law/src/index.js';
import { Refusal, say, type MessageKey } from '../../../../libs/platform/src/index.js';
import { Answers, AnswersWith } from '../dto/answers.js';
import { AgendaQueryDto, BookingDto, SlotDto, SlotQueryDto } from '../dto/trips.js';
import { LanguageQueryDto } from '../dto/queries.js';
import { actorOf, ForAudience, OFFICERS, type Visitor } from '../http/audience.js';
import { languageOf } from '../http/problem.js';
import { Tools } from '../tools.js';

const caseId = () => new ParseUUIDPipe({ exceptionFactory: () => new Refusal('CASE_NOT_FOUND') });
const appointmentId = () => new ParseUUIDPipe({ exceptionFactory: () => new Refusal('APPOINTMENT_NONE') });

/** 预约: booked, moved and cancelled by the applicant alone; the bureau reads who comes and checks them in. */
@ApiTags('appointments')
@Controller('api')
export class AppointmentsController {
  constructor(private readonly tools: Tools) {}

  /** The appointment of a case, if there is one, and what it could be for. */
  @Get('cases/:id/appointment')
  @ForAudience('anybody')
  @Answers(200, 'AppointmentOfCase')
  async show(@Param('id', caseId()) id: string, @Req() request: Visitor) {
    await mustSee(this.tools.sql, id, actorOf(request));
    return appointmentPage(this.tools.workshop, this.tools.sql, id);
  }

  @Post('cases/:id/appointment')
  @ForAudience(['sponsor'])
  @Answers(201, 'Done')
  async book(@Param('id', caseId()) id: string, @Body() body: BookingDto, @Req() request: Visitor) {
    await bookAppointment(this.tools.workshop, { caseId: id, actor: actorOf(request) }, body);
    return { ok: true };
  }

  @Put('cases/:id/appointment')
  @ForAudience(['sponsor'])
  @Answers(200, 'Done')
  async move(@Param('id', caseId()) id: string, @Body() body: SlotDto, @Req() request: Visitor) {
    await moveAppointment(this.tools.workshop, { caseId: id, actor: actorOf(request) }, body);
    return { ok: true };
  }

  @Delete('cases/:id/appointment')
  @HttpCode(200)
  @ForAudience(['sponsor'])
  @Answers(200, 'Done')
  async cancel(@Param('id', caseId()) id: string, @Req() request: Visitor) {
    await cancelAppointment(this.tools.workshop, { caseId: id, actor: actorOf(request) });
    return { ok: true };
  }

  /** The appointment for a calendar of one's own (RFC 5545). */
  @Get('cases/:id/appointment.ics')
  @ForAudience(['sponsor'])
  @Header('content-type', 'text/calendar; charset=utf-8; method=PUBLISH')
  @Header('content-disposition', 'attachment; filename="appointment.ics"')
  @ApiQuery({ type: LanguageQueryDto })
  @AnswersWith(200, 'text/calendar')
  async calendar(@Param('id', caseId()) id: string, @Req() request: Visitor) {
    await mustSee(this.tools.sql, id, actorOf(request));
    const { appointment, matter, bring, office, siteAddress } = await appointmentForCalendar(
      this.tools.workshop,
      this.tools.sql,
      id,
    );
    const language = languageOf(request);
    const name = (of: { nameZh: string; nameEn: string }) => (language === 'zh' ? of.nameZh : of.nameEn);
    const cause = say(language, `trip.cause.${appointment.cause}` as MessageKey);
    const lines = bring.length > 0 ? [say(language, 'appointment.bring'), ...bring.map(name)] : [];
    return calendarFile({
      uid: `${appointment.series}@${new URL(this.tools.settings.publicUrl).hostname}`,
      sequence: appointment.sequence,
      stampedAt: appointment.bookedAt,
      startsAt: slotStart(appointment),
      endsAt: slotEnd(appointment),
      summary: say(language, 'page.appointment.calendar', { matter: name(matter), cause }),
      location: appointment.place === 'counter' ? office : siteAddress || say(language, 'page.appointment.home'),
      description: [...lines, say(language, 'appointment.lead')].join('\n'),
      url: `${this.tools.settings.publicUrl}/app/cases/${id}`,
    });
  }

  /** The slots that can be booked now. */
  @Get('appointments/slots')
  @ForAudience('anybody')
  @Answers(200, 'FreeSlots')
  async slots(@Query() { place }: SlotQueryDto) {
    return { items: await freeSlots(this.tools.workshop, this.tools.sql, place) };
  }

  @Get('desk/appointments')
  @ForAudience(OFFICERS)
  @Answers(200, 'Agenda')
  async agenda(@Query() { day }: AgendaQueryDto, @Req() request: Visitor) {
    if (day !== undefined && !isPlainDate(day))
      throw new Refusal('FIELDS_INVALID', { fields: [{ field: 'day', code: 'DATE_OUT_OF_RANGE' }] });
    const asked = day ?? plainDateOf(this.tools.clock.now());
    return { day: asked, items: await agendaOf(this.tools.sql, actorOf(request), asked) };
  }

  @Post('desk/appointments/:id/check-in')
  @HttpCode(200)
  @ForAudience(['windowClerk', 'registrar'])
  @Answers(200, 'Done')
  async keep(@Param('id', appointmentId()) id: string, @Req() request: Visitor) {
    await keepAppointment(this.tools.workshop, actorOf(request), id);
    return { ok: true };
  }
}
