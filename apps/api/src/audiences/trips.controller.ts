import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  checkIn,
  confirmTrip,
  mustSee,
  remediesOf,
  reportTrip,
  showCode,
  tripLedger,
} from '../../../../libs/cases/src/index.js';
import { measuredTrips } from '../../../../libs/law/src/index.js';
import { countAttempt, forgiveAttempts } from '../../../../libs/people/src/index.js';
import { machineNow, Refusal } from '../../../../libs/platform/src/index.js';
import { Answers } from '../dto/answers.js';
import { CheckInDto, TripAnswerDto } from '../dto/trips.js';
import { actorOf, ForAudience, type Visitor } from '../http/audience.js';
import { modulesOf } from '../qr.js';
import { Tools } from '../tools.js';
import { tripBound } from '../trip-bound.js';

const caseId = () => new ParseUUIDPipe({ exceptionFactory: () => new Refusal('CASE_NOT_FOUND') });
const tripId = () => new ParseUUIDPipe({ exceptionFactory: () => new Refusal('TRIP_NOT_TO_CONFIRM') });

/** Codes that one officer may type in vain: a code proves that its owner stands at the counter. */
const GUESSES = { points: 30, seconds: 900 };

/** 跑动台账: every physical contact, what was proved and what was measured. */
@ApiTags('trips')
@Controller('api')
export class TripsController {
  constructor(private readonly tools: Tools) {}

  @Get('cases/:id/trips')
  @ForAudience('anybody')
  @Answers(200, 'TripLedger')
  async ledger(@Param('id', caseId()) id: string, @Req() request: Visitor) {
    const { sql } = this.tools;
    await mustSee(sql, id, actorOf(request));
    const items = await tripLedger(sql, id);
    return { bound: await this.boundOf(id), measured: measuredTrips(items), items };
  }

  /** A code that is good for minutes and for one use; the one before it is good no more. */
  @Post('cases/:id/check-in-code')
  @ForAudience(['sponsor'])
  @Answers(201, 'CheckInCode')
  async code(@Param('id', caseId()) id: string, @Req() request: Visitor) {
    const shown = await showCode(this.tools.workshop, { caseId: id, actor: actorOf(request) });
    return { ...shown, qr: modulesOf(shown.code) };
  }

  /** At the counter: the applicant's code, and why they came. */
  @Post('desk/check-ins')
  @ForAudience(['windowClerk', 'registrar'])
  @Answers(201, 'CheckedIn')
  async checkIn(@Body() body: CheckInDto, @Req() request: Visitor) {
    const actor = actorOf(request);
    const key = `check-in:${actor.accountId}`;
    await countAttempt(this.tools.sql, key, GUESSES, machineNow());
    const done = await checkIn(this.tools.workshop, actor, body);
    await forgiveAttempts(this.tools.sql, [key]);
    return done;
  }

  /** One tap of the applicant: of their own will (or rightly noted), or told to come. */
  @Post('cases/:id/trips/:trip/answer')
  @HttpCode(200)
  @ForAudience(['sponsor'])
  @Answers(200, 'Done')
  async answer(
    @Param('id', caseId()) id: string,
    @Param('trip', tripId()) trip: string,
    @Body() { agreed }: TripAnswerDto,
    @Req() request: Visitor,
  ) {
    await confirmTrip(this.tools.workshop, { caseId: id, actor: actorOf(request) }, { tripId: trip, agreed });
    return { ok: true };
  }

  /** The applicant was made to come and nobody noted it. */
  @Post('cases/:id/trips')
  @ForAudience(['sponsor'])
  @Answers(201, 'TripReported')
  report(@Param('id', caseId()) id: string, @Req() request: Visitor) {
    return reportTrip(this.tools.workshop, { caseId: id, actor: actorOf(request) });
  }

  /** From when and until when a refusal can be contested; nulls until it is served. */
  @Get('cases/:id/remedies')
  @ForAudience('anybody')
  @Answers(200, 'Remedies')
  async remedies(@Param('id', caseId()) id: string, @Req() request: Visitor) {
    await mustSee(this.tools.sql, id, actorOf(request));
    return remediesOf(this.tools.workshop, this.tools.sql, id);
  }

  private async boundOf(id: string): Promise<number | null> {
    const [row] = await this.tools.sql.query<{ matter: string; machine_hash: string }>(
      'select matter, machine_hash from licensing_case where id = $1',
      [id],
    );
    return row ? tripBound(this.tools, row.matter, row.machine_hash) : null;
  }
}
